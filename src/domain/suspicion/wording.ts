import { WORDING_PRIOR, WORDING_STEMS_MIN } from "./thresholds.ts";
import { MODEL } from "./model.ts";
import { stemsOf } from "./stems.ts";
import { turnsOf } from "./turns.ts";

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

/** What the model weighs of a text, once each, with the words as they stood: stems, their pairs, turns of speech. Takes a folded text. */
export function tracesOf(folded: string): ReadonlyMap<string, string> {
  return new Map([...stemsOf(folded), ...turnsOf(folded)]);
}

/** Naive Bayes over the traces of a text; what the model has never seen says nothing. Takes `foldForSpam`'s text. */
export function wordingOf(folded: string, known: ReadonlyMap<string, number> = committed()): Wording {
  const stems = stemsOf(folded);
  const weighed = [...tracesOf(folded)].map(([trace, word]) => ({ word, weight: known.get(trace) ?? 0 }));
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const strongest = weighed
    .filter(({ word, weight }) => word !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ word }) => word);
  return {
    score: (sum - WORDING_PRIOR) / Math.sqrt(weighed.length + SHORT_TEXT_WORDS),
    short: stems.size < WORDING_STEMS_MIN,
    words: [...new Set(strongest)].slice(0, NAMED_WORDS),
  };
}

function committed(): ReadonlyMap<string, number> {
  weights ??= new Map(
    MODEL.flatMap(([tenths, traces]) => traces.split(" ").map((trace) => [trace, tenths / 10] as const)),
  );
  return weights;
}
let weights: ReadonlyMap<string, number> | null = null;
