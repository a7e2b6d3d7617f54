import type { Kind } from "./pages.ts";
import type { IndexedSection } from "./sections.ts";

/** What is sent to the browser: small, and nothing in it that can be worked out again there. */
export interface IndexFile {
  readonly pages: readonly IndexedPage[];
  /** Every word that can be found, sorted; see `packWords`. Their stems, each once and sorted, are the order of `places`. */
  readonly words: string;
  /** One digit per word: its `RANK`. */
  readonly ranks: string;
  /** Where each stem occurs, and how strongly; see `packPlaces`. */
  readonly places: readonly [documents: string, strengths: string];
  /** Other ways of asking for each page, commas between pages and spaces between ways: what they say, as places among the stems (`packNumbers`). */
  readonly alsoAsked: string;
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

/** As it is published: with the address of the texts that excerpts are cut from. */
export interface SearchFile extends IndexFile {
  readonly texts: string;
}

export interface IndexedPage {
  readonly kind: Kind;
  readonly url: string;
  readonly title: string;
  readonly names: readonly string[];
  /** Each is one document of the index. */
  readonly sections: readonly IndexedSection[];
}

/** Whoever looks for one of `from` also finds each of `to`; without `to`, each of the others. */
export interface SynonymRule {
  readonly from: readonly string[];
  readonly to?: readonly string[];
}
