import { otherStems } from "./edits.ts";
import type { LoadedIndex } from "./load-index.ts";
import {
  formsOf,
  isSingleLetter,
  lemmaOf,
  withoutPronouns,
  withPronouns,
  wordsIn,
  type Lemma,
} from "./pipeline.ts";
import type { Phrase } from "./read-words.ts";
import type { Guess } from "./vocabulary.ts";

/** One way of finding what a word of the query means. */
export interface Alternative {
  /** All of these words have to be in the same section; each is found by any of its terms. */
  readonly words: readonly (readonly string[])[];
  /** As it is written; empty when it is the word itself, inflected or not finished yet. */
  readonly text: string;
  /** How sure it is that this was meant, from 0 to 1. */
  readonly weight: number;
  /** It is the word itself, however it is inflected. */
  readonly isItself: boolean;
  /** Editors say that it means the same. */
  readonly isSynonym: boolean;
}

/** A word of the query that is looked for. */
export interface QueryWord extends Lemma {
  /** As it was written, in lower case. */
  readonly typed: string;
  /** It helps when it is found and is not missed when it isn't. */
  readonly isLight: boolean;
  /** Its part of what it says together with its neighbours: «redes sociales» is one thing, not two. 1 when it stands alone. */
  readonly share: number;
  readonly alternatives: readonly Alternative[];
}

interface Draft extends QueryWord {
  readonly isStopword: boolean;
  share: number;
  readonly alternatives: Alternative[];
  /** Stems that it may stand for, with their weights: its own and those of guesses. */
  readonly senses: Map<string, number>;
}

const OTHER_STEM_WEIGHT = 0.9;
const SYNONYM_WEIGHT = 0.75;
const GLUED_WEIGHT = 0.9;
/** Of up to four letters, as acronyms are, and the s. */
const SHORT_PLURAL = /^[a-z]{2,4}s$/;
/** Nearly complete words of so few letters are looked for with the missing one. */
const MAX_SHORT_LENGTH = 4;
/** Longer questions are cut. */
const MAX_WORDS = 24;

/** The words of a query without stopwords, each with all that it may be found by. */
export function expandQuery(query: string, index: LoadedIndex): QueryWord[] {
  const words = wordsIn(query).slice(0, MAX_WORDS);
  const all = words.map((word) => draftOf(word, index));
  const telling = all.filter(
    (draft, at) => !draft.isStopword && all.findIndex(({ folded }) => folded === draft.folded) === at,
  );
  for (const draft of telling) addOwn(draft, draft === all.at(-1), index);
  joinHalves(telling, index);
  addSynonyms(all, telling, index);
  return telling;
}

function draftOf(word: string, index: LoadedIndex): Draft {
  const typed = lemmaOf(word);
  const singular = typed.folded.replace(/s$/, "");
  // An acronym ends as it likes: «KPIs», «CTAs», «ROIs».
  const isAcronyms =
    SHORT_PLURAL.test(typed.folded) && !index.isName(typed.stem) && index.isName(lemmaOf(singular).stem);
  const lemma = isAcronyms ? lemmaOf(singular) : typed;
  // «niños» is no «ni» with «nos» behind it, nor «personales» a «persona» with «les»: what names a page, or is written here, stands for itself.
  const isWhole = index.isName(lemma.stem) || index.isKnown(lemma.folded);
  const both = isWhole ? [lemma.folded] : [lemma.folded, withoutPronouns(lemma.folded)];
  return {
    ...lemma,
    typed: word,
    isLight: [...both, lemma.stem].some(index.isLight),
    isStopword: both.some(index.isStopword) || isSingleLetter(word),
    share: 1,
    alternatives: [],
    senses: new Map([[lemma.stem, 1]]),
  };
}

/** The word itself; if it may be unfinished, how it may go on; if nobody writes it, what else may have been meant. */
function addOwn(draft: Draft, isLast: boolean, index: LoadedIndex): void {
  const { folded, stem, alternatives, senses } = draft;
  const { vocabulary, isKnown } = index;
  const add = (terms: readonly string[], weight: number, isItself = false, text = ""): void => {
    const written = terms.filter(isKnown);
    if (written.length > 0) alternatives.push({ words: [written], text, weight, isItself, isSynonym: false });
  };
  const guess = (guesses: readonly Guess[]): boolean => {
    for (const { word, weight } of guesses) {
      const isBegun = word.folded.startsWith(folded);
      add([word.folded, word.stem], weight, false, isBegun ? "" : word.written);
      senses.set(word.stem, Math.max(weight, senses.get(word.stem) ?? 0));
    }
    return guesses.length > 0;
  };

  add(formsOf(folded), 1, true);
  if (alternatives.length === 0) add(formsOf(withoutPronouns(folded)), 1, true);
  const isItselfWritten = alternatives.length > 0;
  const others = [...otherStems(stem), ...withPronouns(folded)].filter((other) => other !== stem);
  add(others, OTHER_STEM_WEIGHT);
  for (const other of others) senses.set(other, OTHER_STEM_WEIGHT);

  if (/\d/.test(folded)) return;
  const isWritten = isItselfWritten || vocabulary.has(folded) || isSynonym(stem, index);
  // «maneger» could be a form of «manejar», and is more likely «manager».
  const isConjugated = alternatives.length > 0;
  // Of a few letters, one may be missing as well as the rest.
  const mayLack = !isWritten && !draft.isLight && folded.length <= MAX_SHORT_LENGTH;
  const isSlipped = mayLack && guess(vocabulary.lackingOne(folded));
  const isBegun = (isLast && guess(vocabulary.completions(folded))) || isSlipped;
  if (isWritten || isBegun || draft.isLight) return;
  if (guess(vocabulary.corrections(draft)) || isConjugated || guess(vocabulary.roots(stem))) return;
  if (!isLast && guess(vocabulary.completions(folded))) return;
  const halves = vocabulary.halves(folded);
  if (halves)
    alternatives.push({
      words: halves.map(termsOf),
      text: halves.map(({ written }) => written).join(" "),
      weight: GLUED_WEIGHT,
      isItself: false,
      isSynonym: false,
    });
  else if (isLast) guess(vocabulary.correctedCompletions(folded));
}

function isSynonym(stem: string, { synonyms }: LoadedIndex): boolean {
  return synonyms.some(({ from }) => from.some(({ words }) => words.some((word) => word.stem === stem)));
}

function termsOf({ folded, stem }: Lemma): string[] {
  return folded === stem ? [folded] : [folded, stem];
}

/** «hash tag» for «hashtag». */
function joinHalves(drafts: readonly Draft[], { vocabulary }: LoadedIndex): void {
  for (const [at, left] of drafts.entries()) {
    const right = drafts[at + 1];
    if (!right || !vocabulary.has(left.folded + right.folded)) continue;
    const text = left.folded + right.folded;
    const words = [formsOf(text)];
    for (const half of [left, right])
      half.alternatives.push({ words, text, weight: GLUED_WEIGHT, isItself: false, isSynonym: false });
  }
}

function addSynonyms(all: readonly Draft[], telling: readonly Draft[], { synonyms }: LoadedIndex): void {
  const meant = new Set(all.flatMap(({ senses }) => [...senses.keys()]));
  for (const { from, to } of synonyms) {
    for (const phrase of from) {
      if (!phrase.words.every(({ stem }) => meant.has(stem))) continue;
      for (const { span, weight } of findPhrase(phrase, phrase.hasStopwords ? all : telling)) {
        for (const draft of span) {
          if (!phrase.hasStopwords) draft.share = Math.min(draft.share, 1 / span.length);
          for (const other of to) if (other !== phrase) addSynonym(draft, other, weight * SYNONYM_WEIGHT);
        }
      }
    }
  }
}

function findPhrase(
  { words }: Phrase,
  drafts: readonly Draft[],
): { span: readonly Draft[]; weight: number }[] {
  return [...drafts.keys()].flatMap((start) => {
    const span = drafts.slice(start, start + words.length);
    const weight = Math.min(...words.map(({ stem }, at) => span[at]?.senses.get(stem) ?? 0));
    return weight > 0 ? [{ span, weight }] : [];
  });
}

/** What says nothing without its stopwords can't be looked for; several rules may lead to the same words. */
function addSynonym(
  { alternatives, stem }: Draft,
  { words, terms, text, hasStopwords }: Phrase,
  weight: number,
): void {
  if (hasStopwords || (words.length === 1 && words[0]?.stem === stem)) return;
  const added = { words: terms, text, weight, isItself: false, isSynonym: true };
  const isKnown = alternatives.some(
    (other) => other.weight >= weight && other.words.join("+") === added.words.join("+"),
  );
  if (!isKnown) alternatives.push(added);
}
