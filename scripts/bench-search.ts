import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createSearch } from "../src/search/engine.ts";
import {
  readQueries,
  readSite,
  scoreQueries,
  type HalfName,
  type Query,
  type QueryClass,
} from "./search-quality.ts";

/* `npm run bench:search`: how good the search is, how heavy and how fast. `-- --missed` lists what it does not find. */

const ROOT = join(import.meta.dirname, "..");
const HALVES: readonly HalfName[] = ["tuned", "held"];
const showMissed = process.argv.includes("--missed");

const classes = readQueries(join(ROOT, "tests/search/queries.yaml"));
const { pages, index } = readSite(ROOT);
const search = createSearch(index);

console.log("Expected page among the first three (nonsense: nothing found)\n");
console.table(
  Object.fromEntries(
    [...classes, everything(classes)].map(({ name, halves }) => [
      name,
      Object.fromEntries(HALVES.map((half) => [half, share(halves[half])])),
    ]),
  ),
);

const json = JSON.stringify(index);
const texts = JSON.stringify(pages.map(({ sections }) => sections.map(({ text }) => text)));
console.log(`\n${pages.length} pages, ${pages.flatMap(({ sections }) => sections).length} sections`);
console.table({ index: sizes(json), texts: sizes(texts) });

const times = classes
  .flatMap(({ halves }) => HALVES.flatMap((half) => halves[half]))
  .map(({ text }) => warmTime(text))
  .sort((a, b) => a - b);
console.table({
  "load (ms)": round(time(() => createSearch(index))),
  "warm query, median (ms)": round(times[Math.floor(times.length / 2)] ?? 0),
  "warm query, 95 % (ms)": round(times[Math.floor(times.length * 0.95)] ?? 0),
});

function everything(all: readonly QueryClass[]): QueryClass {
  const half = (name: HalfName): Query[] => all.flatMap(({ halves }) => halves[name]);
  return { name: "all", halves: { tuned: half("tuned"), held: half("held") } };
}

function share(queries: readonly Query[]): string {
  const { answered, asked, missed } = scoreQueries(search, queries);
  if (showMissed && missed.length > 0) console.log(missed.join("\n"));
  return `${answered}/${asked} = ${((100 * answered) / asked).toFixed(1)} %`;
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
