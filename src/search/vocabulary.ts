import { haveSameLetters, isOneSlipAway, soundOf } from "./edits.ts";
import type { Lemma } from "./pipeline.ts";

/** Where a word stands decides how readily it is guessed. */
export const RANK = { inText: 0, inHeading: 1, isSynonym: 2, namesPage: 3 } as const;

export interface KnownWord extends Lemma {
  /** With its accents. */
  readonly written: string;
  /** The highest of `RANK` that it reaches. */
  readonly rank: number;
}

/** A word that somebody may have meant, and how sure that is, from 0 to 1. */
export interface Guess {
  readonly word: KnownWord;
  readonly weight: number;
}

/** How much has to be typed of a word, by its rank, before it is guessed: with less, anything would be found. */
const MIN_PREFIX_LENGTH = [4, 3, 2, 2];
const MIN_SLIP_LENGTH = [7, 5, 5, 4] as const;
/** By rank too, of a word with a letter left out. */
const MIN_LACKING_LENGTH = [Infinity, 4, 3, 3];
const MIN_NEAREST_LENGTH = 3;
const MIN_SLIPPED_STEM_LENGTH = 5;
const MIN_SLIPPED_PREFIX_LENGTH = 5;
const MIN_SHUFFLED_LENGTH = 7;
const MIN_CHANGED_LETTER_LENGTH = 5;
const MIN_OTHER_START_LENGTH = 6;
const MIN_ROOT_LENGTH = 5;
const MAX_ENDING_LENGTH = 4;
const MIN_HALF_LENGTH = 3;
const MAX_COMPLETIONS = 40;

export interface Vocabulary {
  readonly has: (folded: string) => boolean;
  /** Words that begin with this, what is nearly complete first. */
  readonly completions: (folded: string) => Guess[];
  /** Words that are one slip of the fingers away from this. */
  readonly corrections: (typed: Lemma) => Guess[];
  /** Short names and headings of which one letter was left out, not the first. */
  readonly lackingOne: (folded: string) => Guess[];
  /** The one that was most likely meant by what is like no word enough to be looked for, for somebody to say so. */
  readonly nearest: (folded: string) => KnownWord | null;
  /** Words that this one is made from: «estilístico» from «estilo», «viralizar» from «viral». */
  readonly roots: (stem: string) => Guess[];
  /** Words that begin with something one slip away from this. */
  readonly correctedCompletions: (folded: string) => Guess[];
  /** The two words that were typed as one, with or without a small word between them, if that is what happened. */
  readonly halves: (folded: string) => readonly [KnownWord, KnownWord] | null;
}

/** What may stand between two words that were typed as one: first of all nothing, «hashtag», and then «guiadeestilo». */
const JOINTS = " de del en con y".split(" ");

export function createVocabulary(words: readonly KnownWord[]): Vocabulary {
  const byFolded = new Map(words.map((word) => [word.folded, word]));
  const guess = (matches: (word: KnownWord) => boolean, weigh: (word: KnownWord) => number): Guess[] =>
    words.filter(matches).map((word) => ({ word, weight: weigh(word) }));

  // Made when the first word is typed that nobody writes.
  let sounds: ReadonlyMap<string, readonly KnownWord[]> | null = null;
  const soundingLike = ({ folded, stem }: Lemma): ReadonlySet<KnownWord> => {
    sounds ??= Map.groupBy(words, (word) => soundOf(word.stem));
    return new Set([soundOf(stem), soundOf(folded)].flatMap((sound) => sounds?.get(sound) ?? []));
  };

  return {
    has: (folded) => byFolded.has(folded),

    completions: (folded) =>
      guess(
        (word) =>
          isLongEnough(folded, MIN_PREFIX_LENGTH, word) &&
          word.folded.startsWith(folded) &&
          word.folded !== folded,
        (word) => completeness(folded, word),
      )
        .sort((a, b) => b.weight - a.weight)
        .slice(0, MAX_COMPLETIONS),

    corrections(typed) {
      const alike = soundingLike(typed);
      return guess(
        (word) =>
          isLongEnough(typed.folded, MIN_SLIP_LENGTH, word) && (alike.has(word) || isLikelySlip(typed, word)),
        (word) => (alike.has(word) || word.folded[0] === typed.folded[0] ? 0.8 : 0.6),
      );
    },

    lackingOne: (folded) =>
      guess(
        (word) => isLackingOne(folded, word),
        (word) => (word.rank >= RANK.isSynonym ? 0.75 : 0.6),
      ),

    nearest(folded) {
      if (folded.length < MIN_NEAREST_LENGTH) return null;
      const near = words.filter(
        (word) => word.rank > RANK.inText && word.folded.length > 3 && isOneSlipAway(folded, word.folded),
      );
      return near.sort((a, b) => b.rank - a.rank)[0] ?? null;
    },

    roots: (stem) =>
      guess(
        (word) =>
          word.rank > RANK.inText &&
          word.stem.length >= MIN_ROOT_LENGTH &&
          word.stem.length >= stem.length - MAX_ENDING_LENGTH &&
          stem.startsWith(word.stem),
        () => 0.7,
      ),

    correctedCompletions: (folded) =>
      folded.length < MIN_SLIPPED_PREFIX_LENGTH
        ? []
        : guess(
            (word) =>
              word.rank > RANK.inText &&
              [-1, 0, 1].some((more) => isOneSlipAway(folded, word.folded.slice(0, folded.length + more))),
            (word) => 0.6 * completeness(folded, word),
          ),

    halves(folded) {
      for (const joint of JOINTS) {
        for (let at = MIN_HALF_LENGTH; at <= folded.length - MIN_HALF_LENGTH - joint.length; at += 1) {
          if (!folded.startsWith(joint, at)) continue;
          const left = byFolded.get(folded.slice(0, at));
          const right = byFolded.get(folded.slice(at + joint.length));
          if (left && right && Math.min(left.rank, right.rank) > RANK.inText) return [left, right];
        }
      }
      return null;
    },
  };
}

function isLongEnough(typed: string, lengths: readonly number[], { rank }: KnownWord): boolean {
  return typed.length >= (lengths[rank] ?? Infinity);
}

function isLackingOne(typed: string, { folded: meant, rank }: KnownWord): boolean {
  const least = MIN_LACKING_LENGTH[rank] ?? Infinity;
  return (
    typed.length >= least &&
    meant.length === typed.length + 1 &&
    typed[0] === meant[0] &&
    isOneSlipAway(meant, typed)
  );
}

/** Short words have many neighbours, and nearly nobody slips on the first letter alone. */
function isLikelySlip(
  { folded: typed, stem }: Lemma,
  { folded: meant, stem: meantStem, rank }: KnownWord,
): boolean {
  if (stem.length >= MIN_SLIPPED_STEM_LENGTH && isOneSlipAway(stem, meantStem)) return true;
  // Stemmers take more off a word that they know: «negtivas» keeps what «negativos» loses.
  if (stem.length >= MIN_SLIPPED_STEM_LENGTH && isOneSlipAway(bareOf(typed), bareOf(meant))) return true;
  const isShuffled = haveSameLetters(typed, meant);
  if (isShuffled && typed.length >= MIN_SHUFFLED_LENGTH && typed[0] === meant[0]) return true;
  if (meant.length < MIN_SLIP_LENGTH[RANK.namesPage] || !isOneSlipAway(typed, meant)) return false;
  if (isShuffled) return true;
  if (typed[0] !== meant[0]) return typed.length >= MIN_OTHER_START_LENGTH;
  return (
    typed.length !== meant.length || typed.length >= MIN_CHANGED_LETTER_LENGTH || rank === RANK.namesPage
  );
}

/** Without the ending of its gender and number. */
function bareOf(folded: string): string {
  return folded.replace(/[aeo]?s?$/, "");
}

function completeness(typed: string, { folded }: Lemma): number {
  return 0.35 + 0.5 * Math.min(1, typed.length / folded.length);
}
