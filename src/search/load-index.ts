import { foldText } from "../domain/kernel/fold.ts";
import { unpackPages, type IndexedPage } from "./indexed-page.ts";
import type { IndexFile, IndexPart } from "./index-file.ts";
import { unpackCounts, unpackNumbers, unpackPlaces, unpackWords, type Places } from "./packing.ts";
import { wordsIn } from "./pipeline.ts";
import { readWords, stemOrder, type CompiledSynonym } from "./read-words.ts";
import { createVocabulary, RANK, type KnownWord, type Vocabulary } from "./vocabulary.ts";

/** What every page has tells a little still. */
const MIN_RARITY = 0.28;

/** The index as it is searched, with the parts of it that are there. */
export interface LoadedIndex {
  readonly pages: readonly IndexedPage[];
  /** Each section of a page is a document: which page, which of its sections. */
  readonly documents: readonly { readonly page: number; readonly section: number }[];
  /** Of each page, the document of its first section. */
  readonly firstDocuments: readonly number[];
  /** Whether a word is written anywhere, in any of its forms. */
  readonly isKnown: (form: string) => boolean;
  /** Where a word is written, by any of its forms. Undefined too where the part that knows is not there: then `lacking` names it. */
  readonly placesOf: (form: string) => Places | undefined;
  /** The other ways of asking that have this stem; the same of parts that are not there. */
  readonly waysWith: (stem: string) => readonly Way[];
  /** The parts that were looked for in vain since this was asked last. */
  readonly lacking: () => number[];
  readonly addPart: (number: number, part: IndexPart) => void;
  /** From 0 to 1: the fewer pages have one of these terms, the more it tells. 1: nobody writes it. */
  readonly rarityOf: (terms: readonly string[]) => number;
  readonly vocabulary: Vocabulary;
  /** Whether a title or another name of a page has a word with this stem. */
  readonly isName: (stem: string) => boolean;
  readonly isStopword: (folded: string) => boolean;
  readonly isLight: (folded: string) => boolean;
  /** The query without what is said for courtesy or to begin with. */
  readonly withoutFillers: (query: string) => string;
  readonly synonyms: readonly CompiledSynonym[];
}

/** Another way of asking for a page. */
export interface Way {
  readonly page: number;
  /** Its place among those of its page. */
  readonly number: number;
  /** What its words weigh together. */
  readonly size: number;
}

/** The sizes of ways travel as whole numbers. */
export const WAY_SIZE_STEPS = 100;

interface OfStem {
  readonly places: Places;
  readonly ways: readonly Way[];
}

export function loadIndex(file: IndexFile): LoadedIndex {
  const pages = unpackPages(file.pages);
  const words = readWords(file, pages);
  const { writings, forms, stems, stemOf, synonyms, stopwords } = words;
  const light = new Set(unpackWords(file.lightWords));
  const fillers = file.fillers.split(",").map((phrase) => phrase.split(" "));

  const known = new Map<string, KnownWord>();
  const know = (word: KnownWord): void => {
    if ((known.get(word.folded)?.rank ?? -1) < word.rank) known.set(word.folded, word);
  };
  for (const [at, [folded = "", stem = folded]] of forms.entries()) {
    know({ written: writings[at] ?? folded, folded, stem, rank: Number(file.ranks[at]) });
  }
  for (const { words } of synonyms.flatMap(({ from }) => from)) {
    for (const word of words)
      if (!stopwords.has(word.folded)) know({ ...word, written: word.folded, rank: RANK.isSynonym });
  }

  const sections = unpackCounts(file.sections);
  const documents = sections.flatMap((count, page) =>
    Array.from({ length: count }, (_, section) => ({ page, section })),
  );
  let next = 0;
  const firstDocuments = sections.map((count) => (next += count) - count);
  const ways = unpackCounts(file.ways).flatMap((count, page) =>
    Array.from({ length: count }, (_, number) => ({ page, number, size: 0 })),
  );
  const pagesWith = unpackCounts(file.pagesWith);
  const all = pages.length;

  const starts = unpackNumbers(file.partStarts);
  const order = stemOrder(words);
  const stemsOf = starts.map((start, part) => order.slice(start, starts[part + 1]));
  const partOf = new Map(stemsOf.flatMap((own, part) => own.map((stem) => [stem, part])));
  const there = new Map<number, OfStem>();
  const lacking = new Set<number>();
  const find = (stem: number): OfStem | undefined => {
    const found = there.get(stem);
    const part = partOf.get(stem);
    if (!found && part !== undefined) lacking.add(part);
    return found;
  };
  const addPart = (number: number, part: IndexPart): void => {
    const sizes = unpackCounts(part.waySizes);
    // A way may stand in several parts, and is one all the same.
    const own = unpackNumbers(part.ways).flatMap((number) => ways[number] ?? []);
    for (const [at, way] of own.entries()) way.size = (sizes[at] ?? 0) / WAY_SIZE_STEPS;
    const places = unpackPlaces(part.places);
    const waysOf = part.waysOf.split(" ");
    for (const [at, stem] of (stemsOf[number] ?? []).entries()) {
      const those = unpackNumbers(waysOf[at] ?? "").flatMap((way) => own[way] ?? []);
      there.set(stem, { places: places[at] ?? new Map<number, number>(), ways: those });
    }
  };
  for (const [number, part] of (file.parts ?? []).entries()) addPart(number, part);

  const names = new Set(
    [...known.values()].filter(({ rank }) => rank === RANK.namesPage).map(({ stem }) => stem),
  );
  return {
    pages,
    documents,
    firstDocuments,
    isKnown: (form) => stemOf(form) !== undefined,
    placesOf(form) {
      const stem = stemOf(form);
      return stem === undefined ? undefined : find(stem)?.places;
    },
    waysWith(text) {
      const stem = stemOf(text);
      return (stem !== undefined && stems[stem] === text && find(stem)?.ways) || [];
    },
    lacking() {
      const parts = [...lacking];
      lacking.clear();
      return parts;
    },
    addPart,
    rarityOf: (terms) => rarity(Math.max(0, ...terms.map((term) => pagesWith[stemOf(term) ?? -1] ?? 0)), all),
    vocabulary: createVocabulary([...known.values()]),
    isName: (stem) => names.has(stem),
    isStopword: (folded) => stopwords.has(folded),
    isLight: (folded) => light.has(folded),
    withoutFillers: (query) => withoutFillers(query, fillers),
    synonyms,
  };
}

/** Of what stands on so many of all pages; see `rarityOf`. */
export function rarity(pages: number, all: number): number {
  return pages === 0 ? 1 : Math.max(MIN_RARITY, Math.log(1 + all / pages) / Math.log(1 + all));
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
