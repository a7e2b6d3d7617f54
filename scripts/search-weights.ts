import { brotliCompressSync } from "node:zlib";
import { createSearch, type Search, type SearchAnswer } from "../src/search/engine.ts";
import type { IndexPart } from "../src/search/index-file.ts";
import type { PublishedSearch } from "../src/search/publish.ts";
import { runWith } from "../src/search/runs.ts";

/** What the dialog shows at once. */
const SHOWN = 10;

/** What was fetched: requests, and bytes with brotli. */
export interface Fetched {
  readonly requests: number;
  readonly bytes: number;
}

export interface SearchWeight {
  /** Until the results are there. */
  readonly results: Fetched;
  /** And then for what is said below each. */
  readonly texts: Fetched;
}

/** Bytes of a file with brotli. */
export function weightOf(json: unknown): number {
  return brotliCompressSync(JSON.stringify(json)).length;
}

/** Says what searches take, one after the other in a browser that has nothing yet. */
export function createScales({
  file,
  parts,
  texts,
}: PublishedSearch): (queries: readonly string[]) => SearchWeight[] {
  const weighed = new Map<unknown, number>();
  const weigh = (json: readonly unknown[]): Fetched => {
    let bytes = 0;
    for (const one of json) {
      const own = weighed.get(one) ?? weightOf(one);
      weighed.set(one, own);
      bytes += own;
    }
    return { requests: json.length, bytes };
  };

  return (queries) => {
    const search = createSearch(file);
    const there = new Set<unknown>();
    /** What is not there yet of these. */
    const fetched = <T>(json: readonly T[]): T[] => {
      const lacking = [...new Set(json)].filter((one) => !there.has(one));
      for (const one of lacking) there.add(one);
      return lacking;
    };
    return queries.map((query) => {
      const brought: unknown[] = fetched([file]);
      const found = findWithParts(search, query, (number) => {
        const part = parts[number]?.part;
        brought.push(...fetched([part]));
        return part;
      });
      const shown = found.hits
        .slice(0, SHOWN)
        .map(({ number }) => texts.files[runWith(search.textStarts, number)]);
      return { results: weigh(brought), texts: weigh(fetched(shown)) };
    });
  };
}

/** As a browser searches: what an answer lacks is added, and the same asked again. */
export function findWithParts(
  search: Search,
  query: string,
  partOf: (number: number) => IndexPart | undefined,
): SearchAnswer {
  for (;;) {
    const found = search.find(query);
    if (found.lacks.length === 0) return found;
    for (const number of found.lacks) {
      const part = partOf(number);
      if (!part) throw new RangeError(`The index has no part ${String(number)}`);
      search.addPart(number, part);
    }
  }
}

/** What so much of all of them doesn't exceed: 0.5 is the middle one. */
export function quantile(all: readonly Fetched[], share: number): Fetched {
  const at = (numbers: number[]): number =>
    numbers.sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? 0;
  return { requests: at(all.map(({ requests }) => requests)), bytes: at(all.map(({ bytes }) => bytes)) };
}
