import { withoutMarks } from "../kernel/fold.ts";
import { asRead } from "./as-read.ts";

/** Four signs or more that stand one by one between blanks: `b i t . l y`. */
const SPACED_SIGNS = /(?<!\S)\S(?: \S){3,}(?!\S)/g;
/** Four letters or more with a sign between each two: `v.i.a.g.r.a`, `v · i · a · g`. */
const PARTED_LETTERS = /(?<![a-z0-9])[a-z](?: ?[.·•*_|~/-] ?[a-z]){3,}(?![a-z0-9])/g;

/**
 * Lower case, without accents, in Latin letters, on one line: what the patterns of `words.ts` are written for. Words that were
 * spelled out sign by sign follow once more in one piece.
 */
export function foldForSpam(text: string): string {
  const folded = withoutMarks(asRead(text)).replace(/\s+/g, " ");
  const spaced = (folded.match(SPACED_SIGNS) ?? []).map((signs) => signs.replaceAll(" ", ""));
  const parted = (folded.match(PARTED_LETTERS) ?? []).map((letters) => letters.replace(/[^a-z]/g, ""));
  return [folded, ...spaced, ...parted].join(" ");
}
