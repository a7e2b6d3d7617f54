import { createSearch, type Hit, type SearchAnswer } from "../search/engine.ts";
import type { IndexPart, SearchFile } from "../search/index-file.ts";
import type { PageText } from "../search/page-texts.ts";
import { sectionIdOf } from "../search/sections.ts";

/** What a search found, and the texts of what it found. */
export interface SearchResult {
  readonly answer: SearchAnswer;
  readonly texts: Texts;
}

export interface Texts {
  /** Undefined while it isn't there. */
  readonly of: (hit: Hit) => HitText | undefined;
  /** Fetches those of these hits. What can't be had stays away. */
  readonly fetch: (hits: readonly Hit[]) => Promise<void>;
}

/** What is shown of a hit and not needed to find it. */
export interface HitText {
  readonly description: string;
  /** The other way of asking for the page that led to it, as editors wrote it. */
  readonly way: string | undefined;
  /** Of its section. */
  readonly heading: string;
  readonly lines: readonly string[];
  /** Where that begins on the page; empty: where the page does. */
  readonly id: string;
}

/** Fetches what an answer lacks, the parts of it side by side. Null: meanwhile nobody wants it any more. */
export type Find = (query: string, isWanted: () => boolean) => Promise<SearchResult | null>;

/** How long somebody has to stop typing before parts of the index are fetched, in milliseconds: half a word takes others than the word. */
const PAUSE = 120;

export function openSearchFile(file: SearchFile, fetchJson: <T>(address: string) => Promise<T>): Find {
  const search = createSearch(file);
  const starts = search.textStarts;
  const there = new Map<number, PageText>();
  const onTheWay = new Map<string, Promise<void>>();
  const once = (address: string, fetchIt: (address: string) => Promise<void>): Promise<void> => {
    const fetched = onTheWay.get(address) ?? fetchIt(address);
    onTheWay.set(address, fetched);
    fetched.catch(() => onTheWay.delete(address));
    return fetched;
  };

  const texts: Texts = {
    of({ number, section, why }) {
      const text = there.get(number);
      const [lines, ...place] = text?.sections[section] ?? ["", ""];
      return (
        text && {
          description: text.description,
          way: why.way === undefined ? undefined : text.ways[why.way],
          heading: place[0],
          lines: lines.split("\n"),
          id: sectionIdOf(place),
        }
      );
    },
    async fetch(hits) {
      const files = new Set(hits.map(({ number }) => starts.findLastIndex((start) => start <= number)));
      await Promise.allSettled(
        [...files].map((number) =>
          once(`${file.texts}${String(number)}.json`, async (address) => {
            const own = await fetchJson<PageText[]>(address);
            for (const [at, text] of own.entries()) there.set((starts[number] ?? 0) + at, text);
          }),
        ),
      );
    },
  };

  return async (query, isWanted) => {
    for (;;) {
      const answer = search.find(query);
      if (answer.lacks.length === 0) return { answer, texts };
      await new Promise((done) => setTimeout(done, PAUSE));
      if (!isWanted()) return null;
      await Promise.all(
        answer.lacks.map((number) =>
          once(file.partAddresses[number] ?? "", async (address) => {
            search.addPart(number, await fetchJson<IndexPart>(address));
          }),
        ),
      );
    }
  };
}
