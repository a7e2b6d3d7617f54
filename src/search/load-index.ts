import { foldText } from "../domain/kernel/fold.ts";
import type { IndexedPage, IndexFile } from "./index-file.ts";
import { unpackNumbers, unpackPlaces, unpackWords, type Places } from "./packing.ts";
import { otherStems } from "./edits.ts";
import { formsOf, lemmaOf, wordsIn, type Lemma } from "./pipeline.ts";
import { createVocabulary, RANK, type KnownWord, type Vocabulary } from "./vocabulary.ts";

/** What every page has tells a little still. */
const MIN_RARITY = 0.28;

/** The index as it is searched. */
export interface LoadedIndex {
  readonly pages: readonly IndexedPage[];
  /** Each section of a page is a document: which page, which of its sections. */
  readonly documents: readonly { readonly page: number; readonly section: number }[];
  /** Of each page, the document of its first section. */
  readonly firstDocuments: readonly number[];
  /** Where a word is written, by any of its forms. */
  readonly placesOf: (form: string) => Places | undefined;
  /** From 0 to 1: the fewer pages have one of these terms, the more it tells. 1: nobody writes it. */
  readonly rarityOf: (terms: readonly string[]) => number;
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

/** What is compared of a phrase of synonyms: its words without stopwords, but all of them where fewer than two would be left. */
export interface Phrase {
  readonly text: string;
  readonly words: readonly Lemma[];
  /** What each of them may be found by. */
  readonly terms: readonly (readonly string[])[];
  readonly hasStopwords: boolean;
}

export function loadIndex(file: IndexFile): LoadedIndex {
  const stopwords = new Set(unpackWords(file.stopwords));
  const light = new Set(unpackWords(file.lightWords));
  const synonyms = file.synonyms.split(";").map((rule) => {
    const [from = [], to = from] = rule
      .split(">")
      .map((side) => side.split(",").map((text) => phraseOf(text, stopwords)));
    return { from, to };
  });

  const fillers = file.fillers.split(",").map((phrase) => phrase.split(" "));

  const known = new Map<string, KnownWord>();
  const know = (word: KnownWord): void => {
    if ((known.get(word.folded)?.rank ?? -1) < word.rank) known.set(word.folded, word);
  };
  const writings = unpackWords(file.words);
  const forms = writings.map(formsOf);
  for (const [at, [folded = "", stem = folded]] of forms.entries()) {
    know({ written: writings[at] ?? folded, folded, stem, rank: Number(file.ranks[at]) });
  }
  for (const { words } of synonyms.flatMap(({ from }) => from)) {
    for (const word of words)
      if (!stopwords.has(word.folded)) know({ ...word, written: word.folded, rank: RANK.isSynonym });
  }

  const stems = [...new Set(forms.map(([folded = "", stem = folded]) => stem))].sort();
  const places = new Map<string, Places>();
  for (const [at, ofStem] of unpackPlaces(file.places).entries()) places.set(stems[at] ?? "", ofStem);
  for (const [folded = "", stem = folded, ...others] of forms) {
    const ofStem = places.get(stem);
    for (const form of [folded, ...others]) if (ofStem && !places.has(form)) places.set(form, ofStem);
  }

  const documents = file.pages.flatMap(({ sections }, page) =>
    sections.map((_, section) => ({ page, section })),
  );
  let next = 0;
  const firstDocuments = file.pages.map(({ sections }) => (next += sections.length) - sections.length);
  const pagesWith = (term: string): number =>
    new Set([...(places.get(term)?.keys() ?? [])].map((document) => documents[document]?.page)).size;
  const all = file.pages.length;

  const names = new Set(
    [...known.values()].filter(({ rank }) => rank === RANK.namesPage).map(({ stem }) => stem),
  );
  return {
    pages: file.pages,
    documents,
    firstDocuments,
    placesOf: (form) => places.get(form),
    rarityOf(terms) {
      const most = Math.max(0, ...terms.map(pagesWith));
      return most === 0 ? 1 : Math.max(MIN_RARITY, Math.log(1 + all / most) / Math.log(1 + all));
    },
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
  return { text, words: compared, terms: compared.map(termsOf), hasStopwords };
}

function termsOf({ folded, stem }: Lemma): string[] {
  return [...new Set([folded, stem, ...otherStems(stem)])];
}
