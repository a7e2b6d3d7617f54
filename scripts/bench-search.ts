import { join } from "node:path";
import { buildIndex } from "../src/search/build-index.ts";
import { createSearch, type Search } from "../src/search/engine.ts";
import { publishSearch } from "../src/search/publish.ts";
import { madeUpArticles } from "./made-up-pages.ts";
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
import { createScales, quantile, weightOf, type Fetched, type SearchWeight } from "./search-weights.ts";

/*
 * `npm run bench:search`: how good the search is, beside Pagefind and MiniSearch with the same pages and queries, how heavy and how
 * fast. `-- --missed` lists what it does not find of the tuned halves; of the held ones nobody looks at single queries.
 */

const ROOT = join(import.meta.dirname, "..");
/** How many articles more the index is weighed with. */
const GROWN_BY = [0, 200, 1_000];
/** One query in so many is weighed: each takes an index that is read anew. */
const EVERY = 25;
const TYPICAL = ["cómo pido un favor", "plan de crisis", "calendario editorial"];
const HALVES: readonly HalfName[] = ["tuned", "held"];
const showMissed = process.argv.includes("--missed");

const { pages, synonyms, index } = readSite(ROOT);
const search = createSearch(index);
const FILES = ["queries.yaml", "people.yaml", "fresh.yaml", "strangers.yaml", "newcomers.yaml"];
const sets = FILES.map((file) => ({ file, classes: readQueries(join(ROOT, "tests/search", file)) }));
const asked = sets.flatMap(({ classes }) =>
  classes.flatMap(({ halves }) => HALVES.flatMap((half) => halves[half])),
);
const pagefind = await askPagefind(
  pages,
  asked.map(({ text }) => text),
);
if (!pagefind) console.log("PAGEFIND IS NOT HERE: npx could not run it, and its column is missing below.\n");
const engines: Readonly<Record<string, Pick<Search, "find">>> = {
  ours: search,
  ...(pagefind && { Pagefind: pagefind }),
  "MiniSearch with alsoAsked": miniSearch(pages, { alsoAsked: true }),
  MiniSearch: miniSearch(pages, { alsoAsked: false }),
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

console.log(
  "\nWhat two searches of a browser that has nothing bring, one after the other: kB with brotli, requests",
);
console.table(Object.fromEntries(GROWN_BY.flatMap(weights)));

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

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

/** Of this site with so many articles more: the middle one of the queries asked, and what nine of ten don't exceed. */
function weights(more: number): (readonly [string, Record<string, string>])[] {
  const site = [...pages, ...madeUpArticles(pages, more)];
  const published = publishSearch(buildIndex(site, synonyms), site);
  const weigh = createScales(published);
  const texts = positive.map(({ text }) => text);
  // The second query has nothing to do with the first.
  const half = Math.floor(texts.length / 2);
  const chosen = texts.filter((_, at) => at % EVERY === 0);
  const all = chosen.map((text, at) => weigh([text, texts[(at * EVERY + half) % texts.length] ?? ""]));
  const told = (search: 0 | 1, what: keyof SearchWeight): string => {
    const fetched = all.flatMap((weight) => weight[search]?.[what] ?? []);
    return [0.5, 0.9]
      .map((share) => quantile(fetched, share))
      .map(({ requests, bytes }) => `${kilobytes(bytes)} in ${requests}`)
      .join(", 90 %: ");
  };
  const name = `${site.length} pages`;
  return [
    [`${name}, index`, { results: kilobytes(weightOf(published.file)), texts: "" }],
    [
      `${name}, all parts`,
      {
        results: `${kilobytes(published.parts.reduce((sum, { part }) => sum + weightOf(part), 0))} in ${published.parts.length}`,
        texts: "",
      },
    ],
    [`${name}, first`, { results: told(0, "results"), texts: told(0, "texts") }],
    [`${name}, second`, { results: told(1, "results"), texts: told(1, "texts") }],
    ...TYPICAL.map((query): [string, Record<string, string>] => {
      const [weight] = weigh([query]);
      const say = ({ bytes, requests }: Fetched): string => `${kilobytes(bytes)} in ${requests}`;
      return [
        `${name}, first: ${query}`,
        weight ? { results: say(weight.results), texts: say(weight.texts) } : {},
      ];
    }),
  ];
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
