import { CATEGORIES } from "../../src/domain/records/category.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import type { BoardQuery } from "../../src/domain/favours/board.ts";
import type { Change } from "../../src/domain/records/decision.ts";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { BOARD_PAGE_SIZE } from "../../src/domain/kernel/limits.ts";
import type { RedisStore } from "../../src/store/store.ts";
import { comment, decision, idOf, NOW } from "../../tests/support/builders/records.ts";
import { AT_ONCE, published, transports } from "./board-stores.ts";
import { ARTICLE } from "./built-site.ts";
import { median, percentile, type Figure } from "./report.ts";

/** `BOARD_SIZES=100,10000,100000` fills more; the first is what the others are compared with. */
const SIZES = (process.env["BOARD_SIZES"] ?? "100,10000").split(",").map(Number);
const THREAD_SIZES = [100, 10_000];
const TIMES = 60;
const BAR = 1.3;
const TEXT = "texto libre";
const TEXT_BAR_MS = 50;

type Ask = (store: RedisStore, n: number) => Promise<unknown>;

const board =
  (query: Partial<BoardQuery>): Ask =>
  (store) =>
    store.board({ order: "newest", page: 1, ...query }, NOW);

/** What is asked of a board; each fills its page at every size. */
const QUESTIONS: Readonly<Record<string, Ask>> = {
  "lo más nuevo": board({}),
  "los que antes terminan": board({ order: "ending" }),
  "por recompensa": board({ order: "reward" }),
  "una categoría": board({ category: CATEGORIES[1] }),
  "un lugar": board({ places: PLACES.slice(1, 2) }),
  "dos lugares": board({ places: PLACES.slice(1, 3) }),
  "la última página llena": async (store) => {
    const { total } = await store.board({ order: "newest", page: 1 }, NOW);
    return store.board({ order: "newest", page: Math.floor(total / BOARD_PAGE_SIZE) }, NOW);
  },
  [TEXT]: board({ text: "sofá" }),
  publicar: (store, n) => store.commit(published(1_000_000 + n), NOW),
};

/** Each question at each size in turns, on both transports: how much longer it takes than among the fewest. */
export async function measureBoard(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const transport of transports()) {
    const opened = await Promise.all(SIZES.map(() => transport.open()));
    for (const [at, size] of SIZES.entries()) {
      console.error(`  ${transport.name}: ${String(size)} favores`);
      const own = opened[at];
      await own?.fill(size);
    }
    figures.push(
      ...(await inTurns(
        `tablón, ${transport.name}`,
        SIZES,
        opened.map(({ store }) => store),
        QUESTIONS,
      )),
    );
    for (const { close } of opened) await close();

    const threads = await Promise.all(THREAD_SIZES.map(() => transport.open()));
    for (const [at, size] of THREAD_SIZES.entries()) {
      const own = threads[at];
      if (own) await talk(own.store, size);
    }
    const asked = {
      "una página": (store: RedisStore) => store.thread(ARTICLE, { order: "newest", page: 1 }),
    };
    figures.push(
      ...(await inTurns(
        `hilo, ${transport.name}`,
        THREAD_SIZES,
        threads.map(({ store }) => store),
        asked,
      )),
    );
    for (const { close } of threads) await close();
  }
  return figures;
}

async function inTurns(
  part: string,
  sizes: readonly number[],
  stores: readonly RedisStore[],
  questions: Readonly<Record<string, Ask>>,
): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, ask] of Object.entries(questions)) {
    const times = stores.map((): number[] => []);
    for (let n = 0; n < TIMES; n += 1) {
      for (const [at, store] of stores.entries()) {
        const startedAt = performance.now();
        await ask(store, n);
        times[at]?.push(performance.now() - startedAt);
      }
    }
    const [least = NaN, ...more] = times.map(median);
    figures.push({ part, name: `${name}, entre ${String(sizes[0])}: p50`, value: least, unit: "ms" });
    for (const [at, one] of more.entries()) {
      const figure = { part, name: `${name}: ${String(sizes[at + 1])} frente a ${String(sizes[0])}` };
      // Words are looked for among so many favours at most: of a hundred there are fewer, and so it has a bar of its own.
      const bar = name === TEXT ? {} : { bar: BAR };
      figures.push({ ...figure, value: one / least, unit: "veces", ...bar });
    }
    if (name === TEXT) {
      const p99 = percentile(times.at(-1) ?? [], 99);
      figures.push({
        part,
        name: `${name}, entre ${String(sizes.at(-1))}: p99`,
        value: p99,
        unit: "ms",
        bar: TEXT_BAR_MS,
      });
    }
  }
  return figures;
}

/** A root and one answer to it, in turns. */
async function talk(store: RedisStore, count: number): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE) {
    const changes = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => said(at + n));
    await store.commit(decision({ changes }), NOW);
  }
}

function said(n: number): Change {
  const root = n % 2 === 0 ? null : idOf(n);
  const after = comment({
    id: idOf(n + 1),
    article: ARTICLE,
    state: "approved",
    parent: root,
    root,
    publishedAt: NOW - n * MINUTE,
  });
  return { kind: "comment", before: null, after };
}
