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
  const keys = [...texts.keys()];
  const vectors = [...counted.values()].map((stems) => weigh(stems, rarity));
  // By stem and not by text: one text is then compared with all others in one go.
  const holders = new Map<string, (readonly [place: number, weight: number])[]>();
  for (const [place, vector] of vectors.entries()) {
    for (const [stem, weight] of vector) {
      const held = holders.get(stem);
      if (held) held.push([place, weight]);
      else holders.set(stem, [[place, weight]]);
    }
  }

  function compareWithAll(one: K): ReadonlyMap<K, number> {
    const sums = new Float64Array(keys.length);
    for (const [stem, weight] of vectors[keys.indexOf(one)] ?? []) {
      for (const [place, other] of holders.get(stem) ?? []) sums[place] = (sums[place] ?? 0) + weight * other;
    }
    return new Map(keys.map((key, place) => [key, sums[place] ?? 0]));
  }

  let last: { readonly one: K; readonly likeness: ReadonlyMap<K, number> } | null = null;
  return (one, other) => {
    if (last?.one !== one) last = { one, likeness: compareWithAll(one) };
    return last.likeness.get(other) ?? 0;
  };
}

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
