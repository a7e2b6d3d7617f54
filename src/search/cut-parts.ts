import type { IndexPart } from "./index-file.ts";
import { WAY_SIZE_STEPS } from "./load-index.ts";
import { packCounts, packNumbers, packPlaces, type Places } from "./packing.ts";
import { runStarts } from "./runs.ts";

/**
 * About how many letters a part has: 4 kB with brotli. With smaller ones a search would bring less and take more requests; half of them
 * take three parts or fewer.
 */
const PART_LETTERS = 5_000;

/** Where a stem stands. */
export interface StemPlaces {
  readonly places: Places;
  /** The other ways of asking that have it, sorted. */
  readonly ways: readonly number[];
}

/** Stems in the order of the parts → the parts, and the place in that order where each of them begins. */
export function cutParts(
  stems: readonly StemPlaces[],
  waySizes: readonly number[],
): { starts: number[]; parts: IndexPart[] } {
  const starts = runStarts(
    stems.map(({ places, ways }) => 2 * places.size + ways.length),
    PART_LETTERS,
  );
  const parts = starts.map((start, at) => packPart(stems.slice(start, starts[at + 1]), waySizes));
  return { starts, parts };
}

function packPart(stems: readonly StemPlaces[], waySizes: readonly number[]): IndexPart {
  const all = [...new Set(stems.flatMap(({ ways }) => ways))].sort((a, b) => a - b);
  const places = new Map(all.map((way, place) => [way, place]));
  return {
    places: packPlaces(stems.map(({ places }) => places)),
    ways: packNumbers(all),
    waySizes: packCounts(all.map((way) => Math.round((waySizes[way] ?? 0) * WAY_SIZE_STEPS))),
    waysOf: stems.map(({ ways }) => packNumbers(ways.flatMap((way) => places.get(way) ?? []))).join(" "),
  };
}
