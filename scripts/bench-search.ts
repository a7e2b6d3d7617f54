import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createSearch, type Search } from "../src/search/engine.ts";
import { miniSearch } from "./search-others.ts";
import { askPagefind } from "./search-pagefind.ts";
import {
  readQueries,
  readSite,
  scoreQueries,
  shareOfFirst,
  type HalfName,
  type Query,
  type QueryClass,
} from "./search-quality.ts";

/*
 * `npm run bench:search`: how good the search is, beside Pagefind and MiniSearch with the same pages and queries, how heavy and how
 * fast. `-- --missed` lists what it does not find of the tuned halves; of the held ones nobody looks at single queries.
 */

const ROOT = join(import.meta.dirname, "..");
const HALVES: readonly HalfName[] = ["tuned", "held"];
const showMissed = process.argv.includes("--missed");

const { pages, index } = readSite(ROOT);
const search = createSearch(index);
const FILES = ["queries.yaml", "people.yaml", "fresh.yaml", "strangers.yaml"];
const sets = FILES.map((file) => ({ file, classes: readQueries(join(ROOT, "tests/search", file)) }));
const asked = sets.flatMap(({ classes }) =>
  classes.flatMap(({ halves }) => HALVES.flatMap((half) => halves[half])),
);
const pagefind = await askPagefind(
  pages,
  index,
  asked.map(({ text }) => text),
);
if (!pagefind) console.log("PAGEFIND IS NOT HERE: npx could not run it, and its column is missing below.\n");
const engines: Readonly<Record<string, Pick<Search, "find">>> = {
  ours: search,
  ...(pagefind && { Pagefind: pagefind }),
  "MiniSearch with alsoAsked": miniSearch(pages, index, { alsoAsked: true }),
  MiniSearch: miniSearch(pages, index, { alsoAsked: false }),
};

console.log("Expected page among the first three (nonsense: nothing found)");
for (const { file, classes } of sets) {
  console.log(`\n${file}`);
  console.table(
    Object.fromEntries(
      [...classes, everything(classes)].flatMap(({ name, halves }) =>
        HALVES.map((half) => [`${name}, ${half}`, compared(halves[half], half)]),
      ),
    ),
  );
}
const positive = asked.filter(({ expected }) => expected.length > 0);
const nonsense = asked.filter(({ expected }) => expected.length === 0);
console.table({
  nonsense: Object.fromEntries(
    Object.entries(engines).map(([name, engine]) => [
      name,
      percent(scoreQueries(engine, nonsense).answered / nonsense.length),
    ]),
  ),
  "the very first": Object.fromEntries(
    Object.entries(engines).map(([name, engine]) => [name, percent(shareOfFirst(engine, positive))]),
  ),
});

const json = JSON.stringify(index);
const texts = JSON.stringify(
  pages.map(({ description, alsoAsked, sections }) => [
    description,
    alsoAsked.join("\n"),
    ...sections.map(({ text }) => text),
  ]),
);
console.log(`\n${pages.length} pages, ${pages.flatMap(({ sections }) => sections).length} sections`);
console.table({ index: sizes(json), texts: sizes(texts) });

const times = asked.map(({ text }) => warmTime(text)).sort((a, b) => a - b);
console.table({
  "load (ms)": round(time(() => createSearch(index))),
  "warm query, median (ms)": round(times[Math.floor(times.length / 2)] ?? 0),
  "warm query, 95 % (ms)": round(times[Math.floor(times.length * 0.95)] ?? 0),
});

function everything(all: readonly QueryClass[]): QueryClass {
  const half = (name: HalfName): Query[] => all.flatMap(({ halves }) => halves[name]);
  return { name: "all", halves: { tuned: half("tuned"), held: half("held") } };
}

function compared(queries: readonly Query[], half: HalfName): Record<string, string> {
  const scores = Object.entries(engines).map(([name, engine]) => {
    const { answered, missed } = scoreQueries(engine, queries);
    if (showMissed && half === "tuned" && engine === search && missed.length > 0)
      console.log(missed.join("\n"));
    return [name, `${answered}/${queries.length} = ${percent(answered / queries.length)}`];
  });
  return Object.fromEntries(scores) as Record<string, string>;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function sizes(text: string): Record<string, number> {
  return {
    bytes: Buffer.byteLength(text),
    gzip: gzipSync(text, { level: 9 }).length,
    brotli: brotliCompressSync(text).length,
  };
}

function warmTime(text: string): number {
  search.find(text);
  return Math.min(...[1, 2, 3].map(() => time(() => search.find(text))));
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function round(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}
