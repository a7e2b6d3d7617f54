import type { IndexedPage } from "./indexed-page.ts";
import type { IndexFile } from "./index-file.ts";
import { otherStems } from "./edits.ts";
import { unpackWords } from "./packing.ts";
import { formsOf, lemmaOf, wordsIn, type Lemma } from "./pipeline.ts";

/** The words of an index, with their stems and what means the same: the same at build and in the browser. */
export interface IndexWords {
  readonly writings: readonly string[];
  /** Of each word, what it is found by; see `formsOf`. */
  readonly forms: readonly (readonly string[])[];
  readonly stems: readonly string[];
  /** The number of the stem that this is a form of. */
  readonly stemOf: (form: string) => number | undefined;
  readonly synonyms: readonly CompiledSynonym[];
  readonly stopwords: ReadonlySet<string>;
}

export interface CompiledSynonym {
  readonly from: readonly Phrase[];
  readonly to: readonly Phrase[];
}

/** What is compared of a phrase of synonyms: its words without stopwords, but all of them where fewer than two would be left. */
export interface Phrase {
  readonly text: string;
  readonly words: readonly Lemma[];
  /** What each of them may be found by. */
  readonly terms: readonly (readonly string[])[];
  readonly hasStopwords: boolean;
}

export function readWords(
  file: Pick<IndexFile, "words" | "stopwords" | "synonyms">,
  pages: readonly IndexedPage[],
): IndexWords {
  const stopwords = new Set(unpackWords(file.stopwords));
  const writings = unpackWords(file.words);
  const forms = writings.map(formsOf);
  const stems = [...new Set(forms.map(([folded = "", stem = folded]) => stem))].sort();
  const numbers = new Map(stems.map((stem, number) => [stem, number]));
  for (const [folded = "", stem = folded, ...others] of forms) {
    const number = numbers.get(stem);
    for (const form of [folded, ...others])
      if (number !== undefined && !numbers.has(form)) numbers.set(form, number);
  }
  const compile = (sides: readonly (readonly string[])[]): CompiledSynonym => {
    const [from = [], to = from] = sides.map((side) => side.map((text) => phraseOf(text, stopwords)));
    return { from, to };
  };
  const rules = file.synonyms === "" ? [] : file.synonyms.split(";");
  const synonyms = [
    ...rules.map((rule) => compile(rule.split(">").map((side) => side.split(",")))),
    // The other names of a term are its synonyms everywhere.
    ...pages.filter(({ kind }) => kind === "term").map(({ title, names }) => compile([[title, ...names]])),
  ];
  return { writings, forms, stems, stemOf: (form) => numbers.get(form), synonyms, stopwords };
}

/**
 * The numbers of all stems in the order in which parts have them. What synonyms name together stands together, since a search for one of
 * them takes the others too; then comes what they don't name, by the alphabet.
 */
export function stemOrder({ stems, stemOf, synonyms }: IndexWords): number[] {
  const named = synonyms
    .flatMap(({ from, to }) => [...from, ...to])
    .flatMap(({ terms }) => terms.flat())
    .flatMap((term) => stemOf(term) ?? []);
  return [...new Set([...named, ...stems.keys()])];
}

function phraseOf(text: string, stopwords: ReadonlySet<string>): Phrase {
  const words = wordsIn(text).map(lemmaOf);
  const telling = words.filter(({ folded }) => !stopwords.has(folded));
  const hasStopwords = telling.length < Math.min(2, words.length);
  const compared = hasStopwords ? words : telling;
  return { text, words: compared, terms: compared.map(termsOf), hasStopwords };
}

function termsOf({ folded, stem }: Lemma): string[] {
  return [...new Set([folded, stem, ...otherStems(stem)])];
}
