import { brotliCompressSync } from "node:zlib";
import { createSearch } from "../src/search/engine.ts";
import type { PublishedSearch } from "../src/search/publish.ts";

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
      const own = weighed.get(one) ?? brotliCompressSync(JSON.stringify(one)).length;
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
      let found = search.find(query);
      while (found.lacks.length > 0) {
        for (const number of found.lacks) {
          const own = parts[number];
          if (!own) throw new RangeError(`The index has no part ${String(number)}`);
          brought.push(...fetched([own.part]));
          search.addPart(number, own.part);
        }
        found = search.find(query);
      }
      const shown = found.hits
        .slice(0, SHOWN)
        .map(({ number }) => texts.files[search.textStarts.findLastIndex((start) => start <= number)]);
      return { results: weigh(brought), texts: weigh(fetched(shown)) };
    });
  };
}

/** What so much of all of them doesn't exceed: 0.5 is the middle one. */
export function quantile(all: readonly Fetched[], share: number): Fetched {
  const at = (numbers: number[]): number =>
    numbers.sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? 0;
  return { requests: at(all.map(({ requests }) => requests)), bytes: at(all.map(({ bytes }) => bytes)) };
}
