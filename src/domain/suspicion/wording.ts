import { WORDING_KNOWN_SHARE, WORDING_PRIOR, WORDING_STEMS_MIN } from "./thresholds.ts";
import { MODEL } from "./model.ts";
import { stemsOf } from "./stems.ts";
import { turnsOf } from "./turns.ts";

/** How many of a text's words are named to a moderator. */
const NAMED_WORDS = 5;
/** So that a text of three words is not judged by one of them. */
const SHORT_TEXT_WORDS = 5;

/** The stem of one word, and not a pair, a number or a turn. */
const IS_WORD = /^[a-z][a-z0-9]*$/;

/** What the words of a text as a whole sound like. */
export interface Wording {
  /** Below zero like honest texts, above like frauds and spam; long texts weigh no more than short ones. */
  readonly score: number;
  /** So few of its words are known that they say nothing: it may be in another language. */
  readonly unknown: boolean;
  /** Too short to be judged by its words alone. */
  readonly short: boolean;
  /** The words that say so most, as they stand in the folded text. */
  readonly words: readonly string[];
}

const UNKNOWN: Wording = { score: -WORDING_PRIOR, unknown: true, short: true, words: [] };

/** What the model weighs of a text, once each, with the words as they stood: stems, their pairs, turns of speech. Takes a folded text. */
export function tracesOf(folded: string): ReadonlyMap<string, string> {
  return new Map([...stemsOf(folded), ...turnsOf(folded)]);
}

/** Adds up what the traces of a text weigh; what the model has never seen says nothing. Takes `foldForSpam`'s text. */
export function wordingOf(folded: string, known: ReadonlyMap<string, number> = committed()): Wording {
  const stems = stemsOf(folded);
  const words = [...stems.keys()].filter((stem) => IS_WORD.test(stem));
  if (words.filter((word) => known.has(word)).length < WORDING_KNOWN_SHARE * words.length) return UNKNOWN;
  const weighed = [...tracesOf(folded)].flatMap(([trace, word]) => {
    const weight = known.get(trace);
    return weight === undefined ? [] : [{ word, weight }];
  });
  const sum = weighed.reduce((total, { weight }) => total + weight, 0);
  const strongest = weighed
    .filter(({ word, weight }) => word !== "" && weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ word }) => word);
  return {
    score: (sum - WORDING_PRIOR) / Math.sqrt(weighed.length + SHORT_TEXT_WORDS),
    unknown: false,
    short: stems.size < WORDING_STEMS_MIN,
    words: [...new Set(strongest)].slice(0, NAMED_WORDS),
  };
}

function committed(): ReadonlyMap<string, number> {
  weights ??= new Map(
    MODEL.flatMap(([fifths, traces]) => traces.split(" ").map((trace) => [trace, fifths / 5] as const)),
  );
  return weights;
}
let weights: ReadonlyMap<string, number> | null = null;
