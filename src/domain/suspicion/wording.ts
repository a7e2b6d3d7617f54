import { WORDING_PRIOR, WORDING_STEMS_MIN } from "./thresholds.ts";
import { MODEL } from "./model.ts";
import { stemsOf } from "./stems.ts";

/** How many of a text's words are named to a moderator. */
const NAMED_WORDS = 5;
/** So that a text of three words is not judged by one of them. */
const SHORT_TEXT_WORDS = 5;

/** What the words of a text as a whole sound like. */
export interface Wording {
  /** Below zero like honest texts, above like frauds and spam; long texts weigh no more than short ones. */
  readonly score: number;
  /** Too short to be judged by its words alone. */
  readonly short: boolean;
  /** The words that say so most, as they stand in the folded text. */
  readonly words: readonly string[];
}

/** Naive Bayes over stems and their pairs; what the model has never seen says nothing. Takes `foldForSpam`'s text. */
export function wordingOf(folded: string): Wording {
  weights ??= new Map(
    MODEL.flatMap(([tenths, stems]) => stems.split(" ").map((stem) => [stem, tenths / 10] as const)),
  );
  const known = weights;
  const stems = stemsOf(folded);
  const weighed = [...stems].map(([stem, word]) => ({ word, weight: known.get(stem) ?? 0 }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const strongest = weighed
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .slice(0, NAMED_WORDS);
  return {
    score: (sum - WORDING_PRIOR) / Math.sqrt(stems.size + SHORT_TEXT_WORDS),
    short: stems.size < WORDING_STEMS_MIN,
    words: strongest.map(({ word }) => word),
  };
}
let weights: ReadonlyMap<string, number> | null = null;
