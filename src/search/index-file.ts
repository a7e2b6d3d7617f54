import type { PackedPage } from "./indexed-page.ts";

/**
 * What every search takes: what its words may mean, and in which part it stands where they are written. Small, and nothing in it that
 * can be worked out again in the browser.
 */
export interface IndexFile {
  readonly pages: readonly PackedPage[];
  /** Of each page, how many sections it has (each is one document of the index), and how many other ways of asking for it (`packCounts`). */
  readonly sections: string;
  readonly ways: string;
  /** Every word that can be found, sorted; see `packWords`. Their stems are numbered, each once and sorted. */
  readonly words: string;
  /** One digit per word: its `RANK`. */
  readonly ranks: string;
  /** On how many pages each stem stands (`packCounts`). */
  readonly pagesWith: string;
  /** In the order of `stemOrder`, where each part begins (`packNumbers`). */
  readonly partStarts: string;
  /** The parts themselves, where they are at hand: in tests and at build. */
  readonly parts?: readonly IndexPart[];
  /** Which page each file of texts begins with (`packNumbers`); absent where nobody reads them. */
  readonly textStarts?: string;
  /** Words that are never looked up. */
  readonly stopwords: string;
  /** The site's name, folded: a question may be about nothing else. */
  readonly siteName: string;
  /** Words that may help and are never missed. */
  readonly lightWords: string;
  /** Phrases that carry a question and weigh nothing: folded, commas between them. */
  readonly fillers: string;
  /** Semicolons between rules, `>` between what is typed and what is found, commas between words. */
  readonly synonyms: string;
}

/** Where the stems of one part stand. Stems in their order, spaces between them. */
export interface IndexPart {
  /** The documents of each stem, and how strongly they have it; see `packPlaces`. */
  readonly places: readonly [documents: string, strengths: string];
  /** The other ways of asking that have one of these stems, among all of the site (`packNumbers`), and how much there is in each (`packCounts`). */
  readonly ways: string;
  readonly waySizes: string;
  /** The ways of each stem: places among `ways` (`packNumbers`). */
  readonly waysOf: string;
}

/** The index with all its parts. */
export interface WholeIndex extends IndexFile {
  readonly parts: readonly IndexPart[];
}

/** As it is published. */
export interface SearchFile extends IndexFile {
  readonly partAddresses: readonly string[];
  /** Where the files of texts lie: `0.json` and so on. */
  readonly texts: string;
}

/** Whoever looks for one of `from` also finds each of `to`; without `to`, each of the others. */
export interface SynonymRule {
  readonly from: readonly string[];
  readonly to?: readonly string[];
}
