import { foldText } from "../domain/kernel/fold.ts";
import type { IndexedPage, IndexFile } from "./index-file.ts";
import { unpackNumbers, unpackPlaces, unpackWords, type Places } from "./packing.ts";
import { otherStems } from "./edits.ts";
import { formsOf, lemmaOf, wordsIn, type Lemma } from "./pipeline.ts";
import { createVocabulary, RANK, type KnownWord, type Vocabulary } from "./vocabulary.ts";

/** The index as it is searched. */
export interface LoadedIndex {
  readonly pages: readonly IndexedPage[];
  /** Each section of a page is a document: which page, which of its sections. */
  readonly documents: readonly { readonly page: number; readonly section: number }[];
  /** Where a word is written, by any of its forms. */
  readonly placesOf: (form: string) => Places | undefined;
  /** For each page, the stems of other ways of asking for it, without stopwords. */
  readonly alsoAsked: readonly (readonly (readonly string[])[])[];
  readonly vocabulary: Vocabulary;
  /** Whether a title or another name of a page has a word with this stem. */
  readonly isName: (stem: string) => boolean;
  readonly isStopword: (folded: string) => boolean;
  readonly isLight: (folded: string) => boolean;
  /** The query without what is said for courtesy or to begin with. */
  readonly withoutFillers: (query: string) => string;
  readonly synonyms: readonly CompiledSynonym[];
}

export interface CompiledSynonym {
  readonly from: readonly Phrase[];
  readonly to: readonly Phrase[];
}

/** What is compared of a phrase: its words without stopwords, but all of them where fewer than two would be left. */
export interface Phrase {
  readonly words: readonly Lemma[];
  /** What each of them may be found by. */
  readonly terms: readonly (readonly string[])[];
  readonly hasStopwords: boolean;
}

export function loadIndex(file: IndexFile): LoadedIndex {
  const stopwords = new Set(unpackWords(file.stopwords));
  const light = new Set(unpackWords(file.lightWords));
  const synonyms = file.synonyms.map((rule) => {
    const from = rule.from.map((text) => phraseOf(text, stopwords));
    return { from, to: rule.to?.map((text) => phraseOf(text, stopwords)) ?? from };
  });

  const fillers = file.fillers.split(",").map((phrase) => phrase.split(" "));

  const known = new Map<string, KnownWord>();
  const know = (word: KnownWord): void => {
    if ((known.get(word.folded)?.rank ?? -1) < word.rank) known.set(word.folded, word);
  };
  const forms = unpackWords(file.words).map(formsOf);
  for (const [at, [folded = "", stem = folded]] of forms.entries()) {
    know({ folded, stem, rank: Number(file.ranks[at]) });
  }
  for (const { words } of synonyms.flatMap(({ from }) => from)) {
    for (const word of words) if (!stopwords.has(word.folded)) know({ ...word, rank: RANK.isSynonym });
  }

  const stems = [...new Set(forms.map(([folded = "", stem = folded]) => stem))].sort();
  const places = new Map<string, Places>();
  for (const [at, ofStem] of unpackPlaces(file.places).entries()) places.set(stems[at] ?? "", ofStem);
  for (const [folded = "", stem = folded, ...others] of forms) {
    const ofStem = places.get(stem);
    for (const form of [folded, ...others]) if (ofStem && !places.has(form)) places.set(form, ofStem);
  }

  const names = new Set(
    [...known.values()].filter(({ rank }) => rank === RANK.namesPage).map(({ stem }) => stem),
  );
  return {
    pages: file.pages,
    documents: file.pages.flatMap(({ sections }, page) => sections.map((_, section) => ({ page, section }))),
    placesOf: (form) => places.get(form),
    alsoAsked: file.alsoAsked
      .split(",")
      .map((ways) => (ways === "" ? [] : ways.split(" ")))
      .map((ways) => ways.map((way) => unpackNumbers(way).map((place) => stems[place] ?? ""))),
    vocabulary: createVocabulary([...known.values()]),
    isName: (stem) => names.has(stem),
    isStopword: (folded) => stopwords.has(folded),
    isLight: (folded) => light.has(folded),
    withoutFillers: (query) => withoutFillers(query, fillers),
    synonyms,
  };
}

function withoutFillers(query: string, fillers: readonly (readonly string[])[]): string {
  const words = wordsIn(query);
  const folded = words.map(foldText);
  const isFiller = new Set(
    words.flatMap((_, start) => {
      const filler = fillers.find((phrase) => phrase.every((word, at) => folded[start + at] === word));
      return filler ? filler.map((_word, at) => start + at) : [];
    }),
  );
  return isFiller.size === 0 ? query : words.filter((_, at) => !isFiller.has(at)).join(" ");
}

function phraseOf(text: string, stopwords: ReadonlySet<string>): Phrase {
  const words = wordsIn(text).map(lemmaOf);
  const telling = words.filter(({ folded }) => !stopwords.has(folded));
  const hasStopwords = telling.length < Math.min(2, words.length);
  const compared = hasStopwords ? words : telling;
  return { words: compared, terms: compared.map(termsOf), hasStopwords };
}

function termsOf({ folded, stem }: Lemma): string[] {
  return [...new Set([folded, stem, ...otherStems(stem)])];
}
