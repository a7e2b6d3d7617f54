import type { QueryWord } from "./expand.ts";
import type { LoadedIndex, Way } from "./load-index.ts";
import { lemmaOf, wordsIn } from "./pipeline.ts";

/** How the names of a page compare with a query. */
export interface Likeness {
  /** How alike the query and the closest name are, from 0 to 1; small words such as «qué» count, but less. */
  readonly closeness: number;
  /** The same, with what everybody sees only. */
  readonly seen: number;
  /** Which way of calling the page is the closest: a place among its title and names, or among the other ways of asking for it. */
  readonly by: { readonly name: number } | { readonly way: number };
  /** The query has a whole name of two words or more in it: «qué ventajas tiene el alcance orgánico». */
  readonly isNamed: boolean;
}

const STOPWORD_WEIGHT = 0.35;
/** How much of a word's weight is how rare it is; the rest every word has. */
const RARITY_SHARE = 0.2;
const MIN_NAME_WORDS = 2;
/** Synonyms and slips of the fingers name nothing. */
const MIN_NAMING_WEIGHT = 0.9;

/** How much a word of a name counts, by how rare it is; see `rarityOf`. */
export function weightInName(rarity: number): number {
  return 1 - RARITY_SHARE + RARITY_SHARE * rarity;
}

/** Stem → how much it counts. */
type Stems = ReadonlyMap<string, number>;

/** The other ways of asking for a page stand nowhere on it: what does comes first. */
const UNSEEN_WEIGHT = 0.95;

/** Compares queries with the titles and other names of pages. */
export function createTitles(
  index: LoadedIndex,
): (query: string, words: readonly QueryWord[]) => (page: number) => Likeness {
  const weights = new Map<string, number>();
  const weightOf = (stem: string): number => {
    const weight = weights.get(stem) ?? weightInName(index.rarityOf([stem]));
    weights.set(stem, weight);
    return weight;
  };
  const stemsOf = (text: string): Stems =>
    new Map(
      wordsIn(text)
        .map(lemmaOf)
        .map(({ folded, stem }) => [stem, index.isStopword(folded) ? STOPWORD_WEIGHT : weightOf(stem)]),
    );
  const names = index.pages.map(({ title, names }) => [title, ...names].map(stemsOf));

  /** Of each page with one that has something of the query, the other way of asking that is the closest. */
  function closestWays(senses: Stems, compared: number): ReadonlyMap<number, readonly [number, number]> {
    const common = new Map<Way, number>();
    for (const [stem, sense] of senses) {
      for (const way of index.waysWith(stem)) {
        common.set(way, (common.get(way) ?? 0) + weightOf(stem) * sense);
      }
    }
    const closest = new Map<number, readonly [number, number]>();
    for (const [{ page, number, size }, weight] of common) {
      const close = (2 * weight) / (compared + size);
      const [best, at] = closest.get(page) ?? [0, 0];
      if (close > best || (close === best && number < at)) closest.set(page, [close, number]);
    }
    return closest;
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
      const [asked, way] = ways.get(page) ?? [0, 0];
      return {
        seen,
        closeness: Math.max(seen, UNSEEN_WEIGHT * asked),
        by: seen >= asked ? { name } : { way },
        isNamed: all.some((one) => isWithin(one, senses)),
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

function isWithin(name: Stems, senses: Stems): boolean {
  const telling = [...name].filter(([, weight]) => isTelling(weight));
  return (
    telling.length >= MIN_NAME_WORDS &&
    telling.every(([stem]) => (senses.get(stem) ?? 0) >= MIN_NAMING_WEIGHT)
  );
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
