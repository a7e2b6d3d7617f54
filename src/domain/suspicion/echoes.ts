import { foldForSpam } from "./fold-for-spam.ts";
import { ECHO_MARKS, ECHO_MARKS_ALIKE, ECHO_WORDS_MIN } from "./thresholds.ts";

/** Words in a row that make a piece. */
const PIECE_WORDS = 3;
const WORD = /[a-z]+|\d+/g;

/**
 * By what a text is known again, and others that differ from it in a few words, numbers or signs: those of its pieces of three words
 * that come first by their hash. None where it is so short that honest people say the same.
 */
export function echoMarksOf(texts: readonly (string | null)[]): string[] {
  const said = texts.filter((text) => text !== null).join("\n");
  // Amounts and telephone numbers are what is changed first.
  const words = (foldForSpam(said).match(WORD) ?? []).map((word) => (/\d/.test(word) ? "0" : word));
  if (words.length < ECHO_WORDS_MIN) return [];
  const pieces = new Set(
    words.slice(PIECE_WORDS - 1).map((_, at) => words.slice(at, at + PIECE_WORDS).join(" ")),
  );
  return [...pieces]
    .map((piece) => ({ piece, hash: hashOf(piece) }))
    .sort((one, other) => one.hash - other.hash || (one.piece < other.piece ? -1 : 1))
    .slice(0, ECHO_MARKS)
    .map(({ piece }) => piece);
}

/** How many earlier texts were alike, from how often each mark came before. */
export function echoesIn(counts: readonly number[]): number {
  return [...counts].sort((one, other) => other - one)[ECHO_MARKS_ALIKE - 1] ?? 0;
}

/** FNV-1a, 32 bits, mixed once more: it only puts pieces in an order that has nothing to do with their words. */
function hashOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at++) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> 0;
}
