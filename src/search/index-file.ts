import type { Kind } from "./pages.ts";

/** What is sent to the browser: small, and nothing in it that can be worked out again there. */
export interface IndexFile {
  readonly pages: readonly IndexedPage[];
  /** Every word that can be found, sorted; see `packWords`. Their stems, each once and sorted, are the order of `places`. */
  readonly words: string;
  /** One digit per word: its `RANK`. */
  readonly ranks: string;
  /** Where each stem occurs, and how strongly; see `packPlaces`. */
  readonly places: string;
  /** Words that are never looked up. */
  readonly stopwords: string;
  /** Words that may help and are never missed. */
  readonly lightWords: string;
  readonly synonyms: readonly SynonymRule[];
}

/** As it is published: with the address of the texts that excerpts are cut from. */
export interface SearchFile extends IndexFile {
  readonly texts: string;
}

export interface IndexedPage {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  readonly names: readonly string[];
  readonly alsoAsked: readonly string[];
  readonly description: string;
  /** Address on the page and heading of each section; each is one document of the index. */
  readonly sections: readonly (readonly [id: string | null, heading: string])[];
}

/** Whoever looks for one of `from` also finds each of `to`; without `to`, each of the others. */
export interface SynonymRule {
  readonly from: readonly string[];
  readonly to?: readonly string[];
}

/** Document → how strongly a stem stands there, from 0 to 1. */
export type Places = ReadonlyMap<number, number>;

/** Strengths travel as one letter. Their roots are evenly spaced: among the weak ones small differences count. */
const BASE = 36;

/** A sorted list of words, each without what it shares with the one before: `abc abd` → `0abc 2d`. Shared letters in base 36. */
export function packWords(sorted: readonly string[]): string {
  let before = "";
  return sorted
    .map((word) => {
      let shared = 0;
      while (shared < BASE - 1 && shared < before.length && word[shared] === before[shared]) shared += 1;
      before = word;
      return shared.toString(BASE) + word.slice(shared);
    })
    .join(" ");
}

export function unpackWords(packed: string): string[] {
  let before = "";
  return packed.split(" ").map((piece) => {
    before = before.slice(0, parseInt(piece.charAt(0), BASE)) + piece.slice(1);
    return before;
  });
}

/** Per stem, for each of its documents: the distance from the one before (between hyphens if it takes several digits) and the strength. */
export function packPlaces(all: readonly Places[]): string {
  return all
    .map((places) => {
      let before = -1;
      return [...places]
        .map(([document, strength]) => {
          const gap = (document - before).toString(BASE);
          before = document;
          const root = Math.max(1, Math.round(Math.sqrt(strength) * (BASE - 1))).toString(BASE);
          return (gap.length > 1 ? `-${gap}-` : gap) + root;
        })
        .join("");
    })
    .join(" ");
}

export function unpackPlaces(packed: string): Map<number, number>[] {
  return packed.split(" ").map((stem) => {
    let document = -1;
    const places = new Map<number, number>();
    for (const [, long, short = "", root = ""] of stem.matchAll(/(?:-(\w+)-|(\w))(\w)/g)) {
      document += parseInt(long ?? short, BASE);
      places.set(document, (parseInt(root, BASE) / (BASE - 1)) ** 2);
    }
    return places;
  });
}
