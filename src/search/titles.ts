import type { QueryWord } from "./expand.ts";
import type { LoadedIndex, Way } from "./load-index.ts";
import { lemmaOf, wordsIn } from "./pipeline.ts";
import { sum } from "./ranking.ts";

/** How the names of a page compare with a query. */
export interface Likeness {
  /** How alike the query and the closest name are, from 0 to 1; small words such as «qué» count, but less. */
  readonly closeness: number;
  /** The same, with what everybody sees only. */
  readonly seen: number;
  /** How alike the query and all that the page is called are: the closest, and a share of the next ones. It may be over 1. */
  readonly together: number;
  /** Which way of calling the page is the closest: a place among its title and names, or among the other ways of asking for it. */
  readonly by: { readonly name: number } | { readonly way: number };
}

const STOPWORD_WEIGHT = 0.35;
/** How much of a word's weight is how rare it is; the rest every word has. */
const RARITY_SHARE = 0.2;

/** How much a word of a name counts, by how rare it is; see `rarityOf`. */
export function weightInName(rarity: number): number {
  return 1 - RARITY_SHARE + RARITY_SHARE * rarity;
}

/** Stem → how much it counts. */
type Stems = ReadonlyMap<string, number>;

/** The other ways of asking for a page stand nowhere on it: what does comes first. */
const UNSEEN_WEIGHT = 0.95;

/** What the second and the third closest way of asking add to the closest. */
const NEXT_WAYS = [0.3, 0.2] as const;
/** What the names of a page add to its other ways of asking, or those to them. */
const BOTH_SHARE = 0.35;

const NO_WAYS: ClosestWays = { best: 0, number: 0, together: 0 };

interface ClosestWays {
  /** The closeness of the closest, and its number. */
  readonly best: number;
  readonly number: number;
  readonly together: number;
}

/** Compares queries with the titles and other names of pages. */
export function createTitles(
  index: LoadedIndex,
): (query: string, words: readonly QueryWord[]) => (page: number) => Likeness {
  const weightOf = (stem: string): number => weightInName(index.rarityOf([stem]));
  const stemsOf = (text: string): Stems =>
    new Map(
      wordsIn(text)
        .map(lemmaOf)
        .map(({ folded, stem }) => [stem, index.isStopword(folded) ? STOPWORD_WEIGHT : weightOf(stem)]),
    );
  const names = index.pages.map(({ title, names }) => [title, ...names].map(stemsOf));

  /** Of each page with one that has something of the query, the other ways of asking that are the closest. */
  function closestWays(senses: Stems, compared: number): ReadonlyMap<number, ClosestWays> {
    const common = new Map<Way, number>();
    for (const [stem, sense] of senses) {
      const weight = weightOf(stem) * sense;
      for (const way of index.waysWith(stem)) common.set(way, (common.get(way) ?? 0) + weight);
    }
    const close = [...common].map(([{ page, number, size }, weight]) => ({
      page,
      number,
      close: (2 * weight) / (compared + size),
    }));
    return new Map(
      [...Map.groupBy(close, ({ page }) => page)].map(([page, ways]) => {
        const [first, ...next] = ways.sort((a, b) => b.close - a.close || a.number - b.number);
        const { close: best = 0, number = 0 } = first ?? {};
        const added = sum(NEXT_WAYS.map((share, at) => share * (next[at]?.close ?? 0)));
        return [page, { best, number, together: best + added }];
      }),
    );
  }

  return (query, words) => {
    const own = stemsOf(query);
    const size = sum(own.values());
    // Of other ways of asking the index has no stopwords.
    const tellingSize = sum([...own.values()].filter(isTelling));
    const senses = sensesOf(own, words);
    const ways = closestWays(senses, tellingSize);
    return (page) => {
      const all = names[page] ?? [];
      const [seen, name] = all.reduce<[number, number]>(
        (best, one, at) => {
          const close = closeness(one, senses, size);
          return close > best[0] ? [close, at] : best;
        },
        [0, 0],
      );
      const { best: asked, number: way, together } = ways.get(page) ?? NO_WAYS;
      const both = [seen, UNSEEN_WEIGHT * together];
      return {
        seen,
        closeness: Math.max(seen, UNSEEN_WEIGHT * asked),
        together: Math.max(...both) + BOTH_SHARE * Math.min(...both),
        by: seen >= asked ? { name } : { way },
      };
    };
  };
}

function isTelling(weight: number): boolean {
  return weight > STOPWORD_WEIGHT;
}

/** Stems that say the same as a word of the query → how surely. */
function sensesOf(own: Stems, words: readonly QueryWord[]): Stems {
  const senses = new Map([...own.keys()].map((stem) => [stem, 1]));
  for (const { words: phrase, weight } of words.flatMap(({ alternatives }) => alternatives)) {
    if (phrase.length > 1) continue;
    for (const term of phrase.flat()) senses.set(term, Math.max(weight, senses.get(term) ?? 0));
  }
  return senses;
}

/** Dice's coefficient, with weights. */
function closeness(name: Stems, senses: Stems, size: number): number {
  const common = sum([...name].map(([stem, weight]) => weight * (senses.get(stem) ?? 0)));
  return (2 * common) / (size + sum(name.values()));
}
