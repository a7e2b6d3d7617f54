import { SITE } from "../site.ts";
import { foldText } from "../domain/kernel/fold.ts";
import { expandQuery, type QueryWord } from "./expand.ts";
import type { IndexedPage, IndexFile } from "./index-file.ts";
import { loadIndex } from "./load-index.ts";
import { formsOf, wordsIn } from "./pipeline.ts";
import { rankPages } from "./ranking.ts";
import { createTitles } from "./titles.ts";

/** A page that answers a query. */
export interface Hit {
  readonly page: IndexedPage;
  /** Where the page and its text stand in the index. */
  readonly number: number;
  /** Its place in `page.sections`: where the words are; 0 is the beginning. */
  readonly section: number;
  readonly score: number;
}

export interface SearchAnswer {
  /** Words that nothing was found with: what is shown is about the others. */
  readonly without: readonly string[];
  /** The best first; none when the query asks for nothing that is written here. */
  readonly hits: readonly Hit[];
  /** Whether a word of a text is one of those that were looked for, in any of its forms. */
  readonly isMatch: (word: string) => boolean;
}

export interface Search {
  readonly find: (query: string) => SearchAnswer;
  /** The same question with words that are written here, where one was nearly meant. */
  readonly suggest: (query: string) => string | null;
}

/** How much it counts that a title says the same as the query. */
const CLOSENESS_WEIGHT = 1.8;

interface Demand {
  readonly words: number;
  readonly coverage: number;
  readonly best: number;
}

/**
 * From how many words on, how much of what is asked a page must cover, and how well the best page must say it. With less it is
 * nonsense, or another subject. In a whole sentence there is more that nobody has written here. What has every word of the query is
 * found in any case.
 */
const DEMANDS: readonly [Demand, ...Demand[]] = [
  { words: 8, coverage: 0.33, best: 0.12 },
  { words: 6, coverage: 0.42, best: 0.14 },
  { words: 0, coverage: 0.51, best: 0.32 },
];
/** In a longer question there is always a word that nobody writes here. */
const MAX_TOLD_WORDS = 4;
/** How much what is left of a query must be like a name, where a word of it is written nowhere. */
const MIN_REST_CLOSENESS = 0.55;
/** What is so much worse than the best is no answer. */
const MIN_SHARE_OF_BEST = 0.12;

export function createSearch(file: IndexFile): Search {
  const index = loadIndex(file);
  const compareTitles = createTitles(index);

  function ask(query: string): Answer {
    const words = askedBy(expandQuery(query, index));
    if (words.length === 0) return { words, hits: [], closest: 0 };
    const demand = demandOf(query);
    const likenessOf = compareTitles(query, words);
    let closest = 0;
    const hits = rankPages(words, index).flatMap(
      ({ page: number, section, strength, coverage, isComplete }) => {
        const page = index.pages[number];
        const { closeness, seen, isNamed } = likenessOf(number);
        if (!page || (coverage < demand.coverage && !isNamed && !isComplete)) return [];
        closest = Math.max(closest, seen);
        const score = strength * Math.sqrt(coverage) * (1 + CLOSENESS_WEIGHT * closeness ** 2);
        return [{ page, number, section, score, isComplete }];
      },
    );
    const best = Math.max(0, ...hits.map(({ score }) => score));
    const minScore = best < demand.best ? Infinity : best * MIN_SHARE_OF_BEST;
    const good = hits.filter(({ score, isComplete }) => isComplete || score >= minScore);
    return { words, hits: good.sort((a, b) => b.score - a.score), closest };
  }

  /** Without the words that nobody writes here, as long as what is left names a page. */
  function askForTheRest(words: readonly QueryWord[]): Answer | null {
    const known = words.filter((word) => word.isLight || !isUnknown(word));
    const telling = known.filter(({ isLight }) => !isLight);
    if (telling.length === 0 || telling.length < words.length - known.length) return null;
    if (!telling.every(({ folded }) => index.vocabulary.has(folded))) return null;
    const rest = ask(known.map(({ typed }) => typed).join(" "));
    return rest.closest < MIN_REST_CLOSENESS ? null : rest;
  }

  return {
    find(query) {
      const asked = index.withoutFillers(query);
      const whole = ask(asked);
      const rest = whole.hits.length === 0 && whole.words.some(isUnknown) ? askForTheRest(whole.words) : null;
      const { words, hits } = rest ?? whole;
      const terms = new Set(words.flatMap(meantTerms));
      const unknown = whole.words.filter(isUnknown).map(({ typed }) => typed);
      return {
        hits,
        without: rest || (hits.length > 0 && whole.words.length <= MAX_TOLD_WORDS) ? unknown : [],
        isMatch: (word) => formsOf(word).some((form) => terms.has(form)),
      };
    },

    suggest(query) {
      const words = ask(index.withoutFillers(query)).words.filter(isUnknown);
      let better = query.toLowerCase();
      for (const { typed, folded } of words) {
        const near = index.vocabulary.nearest(folded);
        if (near) better = better.replace(typed, near.folded);
      }
      return better !== query.toLowerCase() && ask(better).hits.length > 0 ? better : null;
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

/** «¿Para qué sirve?» asks about nothing; with the name of the site in it, that is what it asks about. */
function askedBy(words: readonly QueryWord[]): readonly QueryWord[] {
  if (words.some(({ isLight }) => !isLight)) return words;
  return words.some(isSiteName) ? words.map((word) => ({ ...word, isLight: !isSiteName(word) })) : [];
}

/** By its name, or as editors say that people call it: «esta web». */
function isSiteName({ folded, alternatives }: QueryWord): boolean {
  const name = foldText(SITE.name);
  const terms = alternatives.filter(({ isSynonym }) => isSynonym).map(({ words }) => words.flat());
  return folded === name || terms.some((own) => own.includes(name));
}

function demandOf(query: string): Demand {
  const count = wordsIn(query).length;
  return DEMANDS.find(({ words }) => count >= words) ?? DEMANDS[0];
}

/** What is marked in a text: the word itself and what may have been meant by it; synonyms only of a word that nobody writes. */
function meantTerms({ isLight, alternatives }: QueryWord): string[] {
  if (isLight) return [];
  const own = alternatives.filter(({ isSynonym }) => !isSynonym);
  return (own.length > 0 ? own : alternatives).flatMap(({ words }) => words.flat());
}
