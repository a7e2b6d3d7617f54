import { foldText } from "../domain/kernel/fold.ts";
import { expandQuery, type QueryWord } from "./expand.ts";
import type { IndexedPage } from "./indexed-page.ts";
import type { IndexFile, IndexPart } from "./index-file.ts";
import { loadIndex } from "./load-index.ts";
import { unpackNumbers } from "./packing.ts";
import { formsOf, wordsIn } from "./pipeline.ts";
import { rankPages } from "./ranking.ts";
import { createTitles } from "./titles.ts";

/** A page that answers a query. */
export interface Hit {
  readonly page: IndexedPage;
  /** Where the page and its text stand in the index. */
  readonly number: number;
  /** Its place among the sections of the page: where the words are; 0 is the beginning. */
  readonly section: number;
  readonly score: number;
  readonly why: Why;
}

/** What of a page fits a query, where its title doesn't say it: the strongest only. */
export interface Why {
  /** Another name of the page. */
  readonly name: string | undefined;
  /** Another way of asking for it: its place among them. */
  readonly way: number | undefined;
  /** Words of the page that stand for words of the query. */
  readonly meant: readonly string[];
}

export interface SearchAnswer {
  /** Parts of the index that it takes to answer, and which are not there. With any, nothing else of the answer says anything. */
  readonly lacks: readonly number[];
  /** Words that nothing was found with: what is shown is about the others. */
  readonly without: readonly string[];
  /** The best first; none when the query asks for nothing that is written here. */
  readonly hits: readonly Hit[];
  /** Whether a word of a text is one of those that were looked for, in any of its forms. */
  readonly isMatch: (word: string) => boolean;
  /** Where nothing was found: the same question with words that are written here, where one was nearly meant. */
  readonly better: string | null;
}

export interface Search {
  readonly find: (query: string) => SearchAnswer;
  /** The numbers of parts are those that an answer lacks. */
  readonly addPart: (number: number, part: IndexPart) => void;
  /** Which page each file of texts begins with. */
  readonly textStarts: readonly number[];
}

const NO_ANSWER: SearchAnswer = { lacks: [], without: [], hits: [], isMatch: () => false, better: null };

/** How much it counts that what a page is called says the same as the query. */
const CLOSENESS_WEIGHT = 4.5;

/**
 * From how many words on, the score that the best page must have. With less it is nonsense, or another subject. In a whole sentence
 * there is more that nobody has written here, and it is no nonsense. What has every word of the query is found in any case.
 */
const MIN_BEST_SCORES: readonly (readonly [words: number, score: number])[] = [
  [7, 0.05],
  [5, 0.3],
  [4, 0.4],
  [2, 0.45],
  [0, 0.1],
];
/** In a longer question there is always a word that nobody writes here. */
const MAX_TOLD_WORDS = 4;
/** How much what is left of a query must be like a name, where a word of it is written nowhere. */
const MIN_REST_CLOSENESS = 0.55;
/** The same, of other ways of asking: there are many of them. */
const MIN_UNSEEN_REST = 0.72;
/** How much a query must be like another name of a page for the reader to be told. */
const MIN_CALLED_CLOSENESS = 0.4;
/** What is so much worse than the best is no answer. */
const MIN_SHARE_OF_BEST = 0.06;

/** With the parts that `file` has. Any others that a search turns out to take are to be fetched and added, and the same asked again. */
export function createSearch(file: IndexFile): Search {
  const index = loadIndex(file);
  const compareTitles = createTitles(index);

  /** By its name, or as editors say that people call it: «esta web». */
  const isSiteName = ({ folded, alternatives }: QueryWord): boolean => {
    const terms = alternatives.filter(({ isSynonym }) => isSynonym).map(({ words }) => words.flat());
    return folded === file.siteName || terms.some((own) => own.includes(file.siteName));
  };

  /** «¿Para qué sirve?» asks about nothing; with the name of the site in it, that is what it asks about. */
  function askedBy(words: readonly QueryWord[]): readonly QueryWord[] {
    if (words.some(({ isLight }) => !isLight)) return words;
    return words.some(isSiteName) ? words.map((word) => ({ ...word, isLight: !isSiteName(word) })) : [];
  }

  function ask(query: string): Answer {
    const words = askedBy(expandQuery(query, index));
    if (words.length === 0) return { words, hits: [], closest: 0 };
    const likenessOf = compareTitles(query, words);
    let closest = 0;
    const hits = rankPages(words, index).flatMap(
      ({ page: number, section, strength, coverage, isComplete, meant }) => {
        const page = index.pages[number];
        const { closeness, seen, together, by } = likenessOf(number);
        if (!page) return [];
        closest = Math.max(closest, seen, closeness < MIN_UNSEEN_REST ? 0 : closeness);
        const score = strength * coverage * (1 + CLOSENESS_WEIGHT * together ** 2);
        const isCalled = closeness >= MIN_CALLED_CLOSENESS;
        const why = {
          name: isCalled && "name" in by ? page.names[by.name - 1] : undefined,
          way: isCalled && "way" in by ? by.way : undefined,
          meant,
        };
        return [{ page, number, section, score, isComplete, why }];
      },
    );
    const best = Math.max(0, ...hits.map(({ score }) => score));
    const minScore = best < minBestScore(query) ? Infinity : best * MIN_SHARE_OF_BEST;
    const good = hits.filter(({ score, isComplete }) => isComplete || score >= minScore);
    return { words, hits: good.sort((a, b) => b.score - a.score), closest };
  }

  /** Without the words that nobody writes here, as long as what is left names a page. */
  function askForTheRest(words: readonly QueryWord[]): Answer | null {
    const known = words.filter((word) => word.isLight || !isUnknown(word));
    const telling = known.filter(({ isLight }) => !isLight);
    if (telling.length === 0 || telling.length < words.length - known.length) return null;
    const isWritten = ({ folded, alternatives }: QueryWord): boolean =>
      // One word alone has to be the very one: «raíz cuadrada» is no «cuadro».
      index.vocabulary.has(folded) || (telling.length > 1 && alternatives.some(({ text }) => text === ""));
    if (!telling.every(isWritten)) return null;
    const rest = ask(known.map(({ typed }) => typed).join(" "));
    return rest.closest < MIN_REST_CLOSENESS ? null : rest;
  }

  function answer(query: string): SearchAnswer {
    const asked = index.withoutFillers(query);
    const whole = ask(asked);
    const lacks = index.lacking();
    if (lacks.length > 0) return { ...NO_ANSWER, lacks };
    const isShort = whole.words.length <= MAX_TOLD_WORDS;
    // In a short query a word that nobody writes would count against all pages but the nearest.
    const mayLeaveOut = (isShort || whole.hits.length === 0) && whole.words.some(isUnknown);
    const rest = mayLeaveOut ? askForTheRest(whole.words) : null;
    const { words, hits } = rest ?? whole;
    const terms = new Set(words.flatMap(meantTerms));
    const unknown = whole.words.filter(isUnknown).map(({ typed }) => typed);
    return {
      lacks,
      hits,
      without: rest || (hits.length > 0 && isShort) ? unknown : [],
      isMatch: (word) => formsOf(word).some((form) => terms.has(form)),
      better: hits.length === 0 ? suggest(query, unknown) : null,
    };
  }

  function suggest(query: string, unknown: readonly string[]): string | null {
    const asked = query.toLowerCase();
    let better = asked;
    for (const typed of unknown) {
      const near = index.vocabulary.nearest(foldText(typed));
      if (near) better = better.replace(typed, near.written);
    }
    return better !== asked && ask(better).hits.length > 0 ? better : null;
  }

  return {
    addPart: index.addPart,
    textStarts: unpackNumbers(file.textStarts ?? ""),
    find(query) {
      const found = answer(query);
      const lacks = index.lacking();
      return lacks.length > 0 ? { ...NO_ANSWER, lacks } : found;
    },
  };
}

interface Answer {
  readonly words: readonly QueryWord[];
  /** The best first. */
  readonly hits: readonly Hit[];
  /** How much the query is like the name of a page. */
  readonly closest: number;
}

function isUnknown({ isLight, alternatives }: QueryWord): boolean {
  return !isLight && alternatives.length === 0;
}

function minBestScore(query: string): number {
  const count = wordsIn(query).length;
  return MIN_BEST_SCORES.find(([words]) => count >= words)?.[1] ?? 0;
}

/** What is marked in a text: the word itself and what may have been meant by it; synonyms only of a word that nobody writes. */
function meantTerms({ isLight, alternatives }: QueryWord): string[] {
  if (isLight) return [];
  const own = alternatives.filter(({ isSynonym }) => !isSynonym);
  return (own.length > 0 ? own : alternatives).flatMap(({ words }) => words.flat());
}
