import { stemmer } from "@orama/stemmers/spanish";
import { foldText } from "../domain/kernel/fold.ts";

/** Shorter words say nothing of what a text is about. */
const MIN_WORD_LENGTH = 4;

/** Stem → weight; the squares of the weights add up to 1. */
type Vector = ReadonlyMap<string, number>;

/** How much two of these texts are about the same, from 0 to 1. */
export type Similarity<K> = (one: K, other: K) => number;

/**
 * Compares texts by the words that they share, each weighed by how rare it is among them (tf-idf and the cosine of the angle between
 * the two). Cheapest when one text is compared with many before the next. Everything happens here, at build time: nothing is asked of anybody.
 */
export function createSimilarity<K>(texts: ReadonlyMap<K, string>): Similarity<K> {
  const counted = new Map([...texts].map(([key, text]) => [key, countStems(text)]));
  const documents = new Map<string, number>();
  for (const stems of counted.values()) {
    for (const stem of stems.keys()) documents.set(stem, (documents.get(stem) ?? 0) + 1);
  }
  const rarity = (stem: string): number => Math.log(texts.size / (documents.get(stem) ?? 1));
  const placeOf = new Map([...texts.keys()].map((key, place) => [key, place]));
  const vectors = [...counted.values()].map((stems) => weigh(stems, rarity));
  // By stem and not by text: one text is then compared with all others in one go.
  const holders = new Map<string, Holders>();
  for (const [place, vector] of vectors.entries()) {
    for (const [stem, weight] of vector) {
      const held = holders.get(stem) ?? { places: [], weights: [] };
      held.places.push(place);
      held.weights.push(weight);
      holders.set(stem, held);
    }
  }

  function compareWithAll(place: number): Float64Array {
    const sums = new Float64Array(vectors.length);
    for (const [stem, weight] of vectors[place] ?? []) {
      const { places, weights } = holders.get(stem) ?? NOBODY;
      // Plain numbers in plain steps: they run for each stem that any two texts share.
      for (let at = 0; at < places.length; at += 1) {
        const other = places[at] ?? 0;
        sums[other] = (sums[other] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    return sums;
  }

  let last: { readonly one: K; readonly likeness: Float64Array } | null = null;
  return (one, other) => {
    if (last?.one !== one) last = { one, likeness: compareWithAll(placeOf.get(one) ?? -1) };
    return last.likeness[placeOf.get(other) ?? -1] ?? 0;
  };
}

/** The texts that have a stem, by their places, and how much it weighs in each. */
interface Holders {
  readonly places: number[];
  readonly weights: number[];
}
const NOBODY: Holders = { places: [], weights: [] };

function countStems(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize("NFC")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? []) {
    if (word.length < MIN_WORD_LENGTH) continue;
    const stem = foldText(stemmer(word));
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** A word said ten times says more than one said once, though not ten times as much. */
function weigh(counts: ReadonlyMap<string, number>, rarity: (stem: string) => number): Vector {
  const raw = [...counts].map(([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)] as const);
  const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
  return new Map(raw.map(([stem, weight]) => [stem, weight / length]));
}
