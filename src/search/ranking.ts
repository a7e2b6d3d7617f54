import type { Alternative, QueryWord } from "./expand.ts";
import type { LoadedIndex } from "./load-index.ts";
import type { Places } from "./packing.ts";

/** How well a page answers a query. */
export interface Ranked {
  /** Its place in the index. */
  readonly page: number;
  /** The section that says most of what was asked. */
  readonly section: number;
  /** How strongly it says what is asked, from 0 to 1. */
  readonly strength: number;
  /** How much of what is asked it has at all, from 0 to 1; each word counts by how telling it is. */
  readonly coverage: number;
  /** All that is asked is written there, in one section or above it, and not just something like it. */
  readonly isComplete: boolean;
  /** Words of the page that stand for words of the query which it doesn't have. */
  readonly meant: readonly string[];
}

/** What is missing counts against a page, and more so what is written nowhere. */
const MISSING_WEIGHT = 0.35;
const UNKNOWN_WEIGHT = 0.8;
/** What a word counts towards coverage wherever it stands; the rest depends on where. */
const PRESENCE = 0.25;
/** About what a word in a title has; one in the text has 0.2. */
const TITLE_STRENGTH = 0.75;
/** What is asked for is mostly in one section; how much it counts to have it anywhere on the page. */
const ANYWHERE_SHARE = 0.2;
const LIGHT_SHARE = 0.5;

interface Asked {
  readonly isLight: boolean;
  /** How telling the word is, from 0 to 1. */
  readonly importance: number;
  /** Page → section → how strongly it has the word, from 0 to 1. */
  readonly pages: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** Documents that have the word itself. */
  readonly own: ReadonlySet<number>;
  /** Page → the strongest of what stands for the word there; empty where it is the word itself. */
  readonly meant: ReadonlyMap<number, string>;
}

/** Every page that has something of what is asked, in no order. */
export function rankPages(words: readonly QueryWord[], index: LoadedIndex): Ranked[] {
  const asked = words.map((word) => askFor(word, index));
  const needed = sum(asked.filter(({ isLight }) => !isLight).map(({ importance }) => importance));
  const pages = new Set(asked.flatMap((one) => [...one.pages.keys()]));
  return [...pages].map((page) => {
    const first = index.firstDocuments[page] ?? 0;
    const anywhere = sum(asked.map(({ importance, pages }) => importance * strongest(pages.get(page))));
    const { section, together } = bestSection(page, asked);
    const strength = (ANYWHERE_SHARE * anywhere + (1 - ANYWHERE_SHARE) * together) / needed;
    const isComplete = asked.every(
      ({ isLight, own }) => isLight || own.has(first) || own.has(first + section),
    );
    const meant = [...new Set(asked.flatMap((one) => one.meant.get(page) || []))];
    return { page, section, strength, coverage: coverageOf(page, asked), isComplete, meant };
  });
}

function coverageOf(page: number, asked: readonly Asked[]): number {
  let found = 0;
  let lacking = 0;
  for (const { isLight, importance, pages } of asked) {
    const sections = pages.get(page);
    if (isLight) continue;
    if (sections) found += importance * (PRESENCE + (1 - PRESENCE) * strongest(sections));
    else lacking += importance * (pages.size === 0 ? UNKNOWN_WEIGHT : MISSING_WEIGHT);
  }
  return found === 0 ? 0 : found / (found + lacking);
}

/** The section that, with the title above it, has most of what is asked; the first one if none has more. */
function bestSection(page: number, asked: readonly Asked[]): { section: number; together: number } {
  const sections = new Set([0, ...asked.flatMap(({ pages }) => [...(pages.get(page)?.keys() ?? [])])]);
  let best = { section: 0, together: 0 };
  for (const section of sections) {
    const together = sum(
      asked.map(({ importance, pages }) => {
        const own = pages.get(page);
        return importance * Math.max(own?.get(0) ?? 0, own?.get(section) ?? 0);
      }),
    );
    if (together > best.together) best = { section, together };
  }
  return best;
}

function askFor(word: QueryWord, index: LoadedIndex): Asked {
  const pages = new Map<number, Map<number, number>>();
  const own = new Set<number>();
  const meant = new Map<number, string>();
  for (const alternative of word.alternatives) {
    for (const [document, strength] of strengthsOf(alternative, index)) {
      const place = index.documents[document];
      if (!place) continue;
      if (alternative.isItself) own.add(document);
      const sections = pages.get(place.page) ?? new Map<number, number>();
      pages.set(place.page, sections);
      const weighed = strength * alternative.weight;
      if (alternative.text === "") meant.set(place.page, "");
      else if (meant.get(place.page) !== "" && weighed > strongest(sections))
        meant.set(place.page, alternative.text);
      sections.set(place.section, Math.max(sections.get(place.section) ?? 0, weighed));
    }
  }
  // A word that no title or heading has is hardly what the question is about.
  const strength = Math.min(1, Math.max(0, ...[...pages.values()].map(strongest)) / TITLE_STRENGTH);
  const topical = pages.size === 0 ? 1 : 0.65 + 0.35 * strength;
  const importance = rarityOf(word, index) * topical * word.share * (word.isLight ? LIGHT_SHARE : 1);
  return { isLight: word.isLight, importance, pages, own, meant };
}

function rarityOf({ alternatives }: QueryWord, index: LoadedIndex): number {
  const single = alternatives.filter(({ words }) => words.length === 1);
  const itself = single.filter(({ isItself }) => isItself);
  return index.rarityOf((itself.length > 0 ? itself : single).flatMap(({ words }) => words.flat()));
}

/** Document → strength, where all the words of the alternative are. */
function strengthsOf({ words }: Alternative, { placesOf }: LoadedIndex): Places {
  const [first = new Map<number, number>(), ...others] = words.map((terms) => {
    const strengths = new Map<number, number>();
    for (const term of terms) {
      for (const [document, strength] of placesOf(term) ?? []) {
        strengths.set(document, Math.max(strengths.get(document) ?? 0, strength));
      }
    }
    return strengths;
  });
  for (const other of others) {
    for (const [document, strength] of first) {
      const too = other.get(document);
      if (too === undefined) first.delete(document);
      else first.set(document, Math.min(strength, too));
    }
  }
  return first;
}

function strongest(sections: ReadonlyMap<number, number> | undefined): number {
  return Math.max(0, ...(sections?.values() ?? []));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
