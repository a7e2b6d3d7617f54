import { HOUR } from "../../src/domain/kernel/time.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { SESSION_COOKIE } from "../../src/domain/records/session.ts";
import type { Services } from "../../src/services.ts";
import { PAGES } from "../../src/urls.ts";
import { ARTICLE, type BuiltSite, MODERATOR, startBuiltSite } from "./built-site.ts";
import { median, type Figure } from "./report.ts";

const FEW = 50;
const MANY = 5000;
const TIMES = 200;
const AT_ONCE = 500;
const COOKIE = "a-moderator-who-measures";
/** How much longer the queue may take to open with `MANY` waiting than with `FEW`. */
const BAR = 1.3;

/** How long a moderator's queue takes to open, however much waits. Both are asked in turn, so that what else the machine does slows both. */
export async function measureDesk(root: string): Promise<Figure[]> {
  const sites: BuiltSite[] = [];
  try {
    for (const count of [FEW, MANY]) {
      const site = await startBuiltSite(root);
      sites.push(site);
      await beginSession(site.services);
      await fill(site.services, count);
    }
    // What is asked for the first times is not what a moderator waits for.
    await inTurn(sites);
    const [few = NaN, many = NaN] = (await inTurn(sites)).map(median);
    const part = "moderación";
    return [
      { part, name: `la cola con ${String(FEW)} en espera: p50`, value: few, unit: "ms" },
      { part, name: `la cola con ${String(MANY)} en espera: p50`, value: many, unit: "ms" },
      { part, name: `${String(MANY)} frente a ${String(FEW)}`, value: many / few, unit: "veces", bar: BAR },
    ];
  } finally {
    for (const site of sites) await site.stop();
  }
}

async function beginSession({ store, signer, now }: Services): Promise<void> {
  const session = {
    id: signer.sessionId(COOKIE),
    version: 1,
    email: MODERATOR,
    expiresAt: now() + HOUR,
  };
  await store.commit(
    {
      guards: [],
      changes: [{ kind: "session", before: null, after: session, forgetAt: session.expiresAt }],
      counts: [],
      mails: [],
      purge: [],
    },
    now(),
  );
}

/** So many comments wait. */
async function fill({ store, signer, now }: Services, count: number): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE) {
    const changes = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => ({
      kind: "comment" as const,
      before: null,
      after: held(signer.newId(), at + n, now()),
    }));
    await store.commit({ guards: [], changes, counts: [], mails: [], purge: [] }, now());
  }
}

function held(id: string, n: number, now: number): Comment {
  return {
    id,
    version: 1,
    article: ARTICLE,
    parent: null,
    root: null,
    state: "held",
    text: `Comentario número ${String(n)}, que espera a que alguien lo lea.`,
    writer: { name: "Ana", email: `ana${String(n)}@example.org`, phone: null, address: `hash-${String(n)}` },
    role: null,
    notify: "none",
    createdAt: now + n,
    publishedAt: null,
    editedAt: null,
    signals: [],
    reason: null,
    appeal: null,
    example: false,
    cleared: false,
  };
}

/** What each of the sites took, time by time. */
async function inTurn(sites: readonly BuiltSite[]): Promise<number[][]> {
  const times = sites.map((): number[] => []);
  for (let n = 0; n < TIMES; n += 1)
    for (const [at, { origin }] of sites.entries()) times[at]?.push(await opens(origin));
  return times;
}

async function opens(origin: string): Promise<number> {
  const askedAt = performance.now();
  const answer = await fetch(origin + PAGES.moderation, {
    headers: { cookie: `${SESSION_COOKIE}=${COOKIE}` },
  });
  const html = await answer.text();
  if (!html.includes("data-queue")) throw new Error(`no queue: ${String(answer.status)}`);
  return performance.now() - askedAt;
}
