import * as z from "zod/mini";
import { startBuiltSite, type BuiltSite } from "./built-site.ts";
import { openCannon, type Cannon, type Hits, type Shot } from "./cannon.ts";
import { median, type Figure } from "./report.ts";
import { commentText, rivalsAtHand, type Rival } from "./rival-sites.ts";
import { favourPath } from "./templates.ts";

const TURNS = 5;
const SECONDS = 8;
const ARTICLE = "las-cinco-funciones-de-un-community-manager";

/** How many times as many comments a second, at least. */
const WRITES_BARS: Readonly<Record<string, number>> = { WordPress: 15, Waline: 9 };
const PAGES_BAR = 40;
/** How many times the time of a static page one that is made when it is asked for may take. */
const STATIC_BAR = 3;

const part = "rivales";
const Written = z.object({ id: z.string() });

/** What one turn of one thing gave; processor only of ours. */
interface Turn {
  readonly perSecond: number;
  readonly msOfCpu: number | null;
}

/** Comments and pages a second of WordPress, Waline and ours, one after the other, five times round. */
export async function measureRivals(root: string): Promise<Figure[]> {
  const fire = openCannon(root);
  const rivals = await rivalsAtHand();
  const site = await startBuiltSite(root);
  try {
    const ours = await ourPages(site);
    const turns = new Map<string, Turn[]>();
    const keep = (name: string, turn: Turn): void => {
      turns.set(name, [...(turns.get(name) ?? []), turn]);
    };
    for (let turn = 1; turn <= TURNS; turn += 1) {
      for (const rival of rivals) {
        keep(commentsOf(rival.name), await commentsTo(rival, turn, fire));
        if (rival.page) {
          const { perSecond } = whole(await fire(rival.page, SECONDS));
          keep(pageOf(rival.name), { perSecond, msOfCpu: null });
        }
      }
      keep(commentsOf("la web"), await commentsToUs(site, fire));
      for (const [name, shot] of Object.entries(ours)) keep(name, await ofOurs(site, shot, fire));
      const line = [...turns].map(
        ([name, all]) => `${name} ${String(Math.round(all.at(-1)?.perSecond ?? 0))}`,
      );
      console.error(`  Vuelta ${String(turn)} de ${String(TURNS)}, por segundo: ${line.join("; ")}`);
    }
    return [...[...turns].flatMap(figuresOf), ...comparisons(turns, Object.keys(ours))];
  } finally {
    await site.stop();
  }
}

const STATIC = "un artículo, estático";

/** Pages that no copy is kept of: a parameter that counts and that nothing of ours has ever had. */
async function ourPages(site: BuiltSite): Promise<Record<string, Shot>> {
  const { origin } = site;
  const favour = await favourPath(site);
  const page = (path: (n: number) => string): Shot => ({
    origin,
    path,
    isAnswer: (status) => status === 200,
  });
  return {
    "un favor, sin caché": page((n) => `${favour}?formulario=${String(n)}`),
    "el tablón, sin caché": page((n) => `/favores/?orden=${String(n)}`),
    [STATIC]: page(() => `/articulos/${ARTICLE}/`),
  };
}

function commentsOf(name: string): string {
  return `comentarios, ${name}`;
}

function pageOf(name: string): string {
  return `una página, ${name}`;
}

/** A turn in which something failed is worth nothing. */
function whole(hits: Hits): Hits {
  if (hits.failed > 0) throw new Error(`${String(hits.failed)} respuestas que no eran las que se esperaban.`);
  return hits;
}

async function commentsTo(rival: Rival, turn: number, fire: Cannon): Promise<Turn> {
  const before = await rival.stored(turn);
  const { answered, perSecond } = whole(await fire(rival.comment(turn), SECONDS));
  const stored = (await rival.stored(turn)) - before;
  if (stored < answered)
    throw new Error(`${rival.name}: ${String(stored)} guardados de ${String(answered)}.`);
  return { perSecond, msOfCpu: null };
}

async function commentsToUs(site: BuiltSite, fire: Cannon): Promise<Turn> {
  const ids: string[] = [];
  const shot: Shot = {
    origin: site.origin,
    path: () => "/api/comments",
    body: {
      type: "application/json",
      text: (n) =>
        JSON.stringify({
          article: ARTICLE,
          text: commentText(n),
          name: "Ana",
          email: `ana${String(n)}@example.org`,
        }),
    },
    isAnswer: (status, body) => {
      if (status === 202) ids.push(z.parse(Written, JSON.parse(body)).id);
      return status === 202;
    },
  };
  const turn = await ofOurs(site, shot, fire);
  for (const id of ids) {
    if ((await site.services.store.read("comment", id)) === null)
      throw new Error(`${id} se dio por guardado y no está.`);
  }
  return turn;
}

async function ofOurs(site: BuiltSite, shot: Shot, fire: Cannon): Promise<Turn> {
  const before = site.cpuSeconds();
  const { answered, perSecond } = whole(await fire(shot, SECONDS));
  const after = site.cpuSeconds();
  const msOfCpu = before === null || after === null ? null : ((after - before) * 1000) / answered;
  return { perSecond, msOfCpu };
}

function figuresOf([name, turns]: [string, readonly Turn[]]): Figure[] {
  const cpu = turns.map(({ msOfCpu }) => msOfCpu).filter((ms) => ms !== null);
  return [
    {
      part,
      name,
      value: median(turns.map(({ perSecond }) => perSecond)),
      unit: "por segundo",
      moreIsBetter: true,
    },
    ...(cpu.length === 0
      ? []
      : [{ part, name: `${name}: procesador`, value: median(cpu), unit: "ms cada uno" }]),
  ];
}

/** Ratios of the same turn, and the median of those: what else the machine did weighs on both sides. */
function comparisons(turns: ReadonlyMap<string, readonly Turn[]>, ours: readonly string[]): Figure[] {
  const ratio = (name: string, above: string, below: string): Omit<Figure, "bar">[] => {
    const others = turns.get(below) ?? [];
    const ratios = (turns.get(above) ?? []).flatMap(({ perSecond }, at) => {
      const other = others[at];
      return other ? [perSecond / other.perSecond] : [];
    });
    return ratios.length === 0 ? [] : [{ part, name, value: median(ratios), unit: "veces" }];
  };
  const made = ours.filter((name) => name !== STATIC);
  return [
    ...Object.entries(WRITES_BARS).flatMap(([name, bar]) =>
      ratio(`comentarios, la web entre ${name}`, commentsOf("la web"), commentsOf(name)).map((figure) => ({
        ...figure,
        bar,
        moreIsBetter: true,
      })),
    ),
    ...made.flatMap((name) =>
      ratio(`${name}, entre una página de WordPress`, name, pageOf("WordPress")).map((figure) => ({
        ...figure,
        bar: PAGES_BAR,
        moreIsBetter: true,
      })),
    ),
    ...made.flatMap((name) =>
      ratio(`${name}: su tiempo, entre el de uno estático`, STATIC, name).map((figure) => ({
        ...figure,
        bar: STATIC_BAR,
      })),
    ),
  ];
}
