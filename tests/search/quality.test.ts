import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { nameOf, readQueries, readSite, scoreQueries } from "../../scripts/search-quality.ts";
import { createSearch } from "../../src/search/engine.ts";

const ROOT = join(import.meta.dirname, "../..");
const MIN_SHARE = 0.95;
const MIN_SHARE_PER_CLASS = 0.9;
/** What one page of ours costs at most, packed, with other ways of asking for it and the synonyms: nothing else makes the index grow. */
const INDEX_GZIP_BYTES_PER_PAGE = 720;

const classes = readQueries(join(import.meta.dirname, "queries.yaml"));
const { pages, index } = readSite(ROOT);
const search = createSearch(index);

describe.each(["tuned", "held"] as const)("the %s half of the query set", (half) => {
  const all = classes.flatMap(({ halves }) => halves[half]);

  test("finds at least 95 % among the first three", () => {
    const { asked, answered, missed } = scoreQueries(search, all);
    expect(asked).toBeGreaterThanOrEqual(90);
    expect(answered / asked, missed.join("\n")).toBeGreaterThanOrEqual(MIN_SHARE);
  });

  test.each(classes)("finds at least 90 % of: $name", ({ halves }) => {
    const { asked, answered, missed } = scoreQueries(search, halves[half]);
    expect(answered / asked, missed.join("\n")).toBeGreaterThanOrEqual(MIN_SHARE_PER_CLASS);
  });
});

test("the query set asks in every class, and only for pages that are there", () => {
  expect(classes.map(({ name }) => name)).toEqual([
    "accents",
    "inflection",
    "typo",
    "synonym",
    "prefix",
    "question",
    "nonsense",
  ]);
  const there = new Set(pages.map(({ url }) => nameOf(url)));
  const expected = classes.flatMap(({ halves }) =>
    [...halves.tuned, ...halves.held].flatMap((query) => query.expected),
  );
  expect(expected.filter((name) => !there.has(name))).toEqual([]);
});

describe("whatever is written next", () => {
  test("a title or another name of a page finds it among the first three", () => {
    const lost = pages.flatMap(({ url, title, names, kind }) =>
      [title, ...(kind === "term" ? names : [])].filter(
        (name) =>
          !search
            .find(name)
            .hits.slice(0, 3)
            .some((hit) => hit.page.url === url),
      ),
    );
    expect(lost).toEqual([]);
  });

  test("a title without its accents and in capitals is found as well", () => {
    const lost = pages
      .map(({ url, title }) => ({ url, typed: title.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase() }))
      .filter(({ url, typed }) => search.find(typed).hits[0]?.page.url !== url);
    expect(lost).toEqual([]);
  });
});

test("the index is small", () => {
  const bytes = gzipSync(JSON.stringify(index), { level: 9 }).length;
  expect(bytes / pages.length).toBeLessThan(INDEX_GZIP_BYTES_PER_PAGE);
});
