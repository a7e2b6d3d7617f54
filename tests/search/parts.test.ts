import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { madeUpArticles } from "../../scripts/made-up-pages.ts";
import { readQueries, readSite } from "../../scripts/search-quality.ts";
import { createScales, findWithParts, quantile, type SearchWeight } from "../../scripts/search-weights.ts";
import { buildIndex } from "../../src/search/build-index.ts";
import { createSearch, type Search, type SearchAnswer } from "../../src/search/engine.ts";
import { packPages, unpackPages } from "../../src/search/indexed-page.ts";
import type { WholeIndex } from "../../src/search/index-file.ts";
import { publishSearch } from "../../src/search/publish.ts";
import { runStarts, runWith } from "../../src/search/runs.ts";

const { pages, synonyms, index } = readSite(join(import.meta.dirname, "../.."));
const queries = ["queries.yaml", "people.yaml", "fresh.yaml", "strangers.yaml"]
  .flatMap((file) => readQueries(join(import.meta.dirname, file)))
  .flatMap(({ halves }) => [...halves.tuned, ...halves.held]);
/** How many queries somebody asks before the browser is closed. */
const SESSION = 16;

function withoutParts({ parts: _, ...entry }: WholeIndex): Search {
  return createSearch(entry);
}

const ask = (search: Search, query: string): SearchAnswer =>
  findWithParts(search, query, (number) => index.parts[number]);

const comparable = ({ hits, without, better, lacks }: SearchAnswer): unknown => ({
  hits: hits.map(({ page, section, score, why }) => ({ url: page.url, section, score, why })),
  without,
  better,
  lacks,
});

describe("an index in parts", () => {
  test("answers every query as the whole one does, whatever was asked before", () => {
    const whole = createSearch(index);
    let search = withoutParts(index);
    const others = queries.filter(({ text }, at) => {
      if (at % SESSION === 0) search = withoutParts(index);
      return JSON.stringify(comparable(ask(search, text))) !== JSON.stringify(comparable(whole.find(text)));
    });
    expect(queries.length).toBeGreaterThan(2_000);
    expect(others).toEqual([]);
  }, 120_000);

  test("answers nothing before it has what it takes, and names that once", () => {
    const search = withoutParts(index);
    const { lacks, hits, better } = search.find("plan de crisis");
    expect(lacks.length).toBeGreaterThan(0);
    expect(new Set(lacks).size).toBe(lacks.length);
    expect({ hits, better }).toEqual({ hits: [], better: null });
    expect(search.find("¿?").lacks).toEqual([]);
    expect(search.find("xkcd").lacks).toEqual([]);
  });

  test("says what is lacking of another question too, when it knows only then", () => {
    const search = withoutParts(index);
    for (const { text } of queries.slice(0, 40)) expect(ask(search, text).lacks).toEqual([]);
  });
});

test("what an index says of its pages comes out as it went in", () => {
  const said = pages.map(({ kind, url, title, names }) => ({ kind, url, title, names }));
  expect(unpackPages(packPages(said))).toEqual(said);
});

test("runs keep their order, and only what is too big by itself makes a run too big", () => {
  expect(runStarts([3, 3, 3, 9, 1, 1], 6)).toEqual([0, 2, 3, 4]);
  expect(runStarts([], 6)).toEqual([]);
  expect([0, 1, 2, 5].map((at) => runWith([0, 2, 3, 4], at))).toEqual([0, 0, 1, 3]);
});

/** Kilobytes with brotli, which are the same on every machine. */
describe("what a search brings", () => {
  const positive = queries.filter(({ expected }) => expected.length > 0).map(({ text }) => text);
  const firstOf = (
    site: readonly (typeof pages)[number][],
    whole: WholeIndex,
    every: number,
  ): SearchWeight[] => {
    const weigh = createScales(publishSearch(whole, site));
    return positive.filter((_, at) => at % every === 0).flatMap((query) => weigh([query]));
  };
  const today = firstOf(pages, index, 10);

  test("the first one, until its results are there: half of them four requests or less, and 45 kB", () => {
    const { requests, bytes } = quantile(
      today.map(({ results }) => results),
      0.5,
    );
    expect(requests).toBeLessThanOrEqual(4);
    expect(bytes).toBeLessThanOrEqual(45_000);
  });

  test("and nine of ten 66 kB", () => {
    const { bytes } = quantile(
      today.map(({ results }) => results),
      0.9,
    );
    expect(bytes).toBeLessThanOrEqual(66_000);
  });

  test("what is said below ten results: as many requests at most, and 35 kB", () => {
    const all = today.map(({ texts }) => texts);
    expect(quantile(all, 0.99).requests).toBeLessThanOrEqual(10);
    expect(quantile(all, 0.9).bytes).toBeLessThanOrEqual(35_000);
  });

  test("with 200 articles more than twice the pages, and less than twice the bytes", () => {
    const more = [...pages, ...madeUpArticles(pages, 200)];
    const grown = firstOf(more, buildIndex(more, synonyms), 60);
    const middle = (all: readonly SearchWeight[]): number =>
      quantile(
        all.map(({ results }) => results),
        0.5,
      ).bytes;
    expect(more.length).toBeGreaterThan(2 * pages.length);
    expect(middle(grown)).toBeLessThan(1.6 * middle(today));
  }, 120_000);
});
