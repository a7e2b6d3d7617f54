import { DIGIT_WORDS, NUMBER_WORDS } from "./number-words.ts";

/** A number in a text, in figures or as a word. */
export interface Numeral {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
}

/**
 * Figures, with an «o», «i» or «l» in the place of a 0 or 1 («6l2 3O5 678»), or a run of letters. A single «x» between figures is a
 * sign like any other («80x120»).
 */
const PIECE = /(?:(?<![a-z])[oil])?[0-9](?:[oil]{0,2}[0-9])*(?:o(?![a-z]))?|[a-z]+|[^\P{L}a-z]+/gu;
const SPOKEN_DIGITS = new RegExp(`^(?:${[...DIGIT_WORDS.keys()].join("|")})+$`);
const SPOKEN_DIGIT = new RegExp([...DIGIT_WORDS.keys()].join("|"), "g");

/** What may stand between two numerals of one number: any signs, spaces and line ends, but no letter. */
const MAX_GAP = 12;

/** Numerals with nothing but signs and spaces between them, in order. `text` is read by `readText`. */
export function numeralRuns(text: string): Numeral[][] {
  const runs: Numeral[][] = [];
  let run: Numeral[] = [];
  let wantsUnit = false;
  const finish = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
    wantsUnit = false;
  };
  for (const match of text.matchAll(PIECE)) {
    const start = match.index;
    const end = start + match[0].length;
    const isWord = !/[0-9]/.test(match[0]);
    const last = run.at(-1);
    if (last && start - last.end > MAX_GAP + (wantsUnit ? 2 : 0)) finish();
    if (isTimes(text, start, match[0])) continue;
    if (match[0] === "y" && last?.isWord && /^[3-9]0$/.test(last.digits.slice(-2))) {
      wantsUnit = true;
      continue;
    }
    const digits = isWord ? digitsOf(match[0]) : match[0].replaceAll("o", "0").replace(/[il]/g, "1");
    if (digits === undefined) {
      finish();
      continue;
    }
    const before = run.at(-1);
    if (before && isWord && before.isWord && completes(before.digits, digits, wantsUnit)) {
      const whole = before.digits.slice(0, before.digits.length - digits.length) + digits;
      run[run.length - 1] = { ...before, digits: whole, end };
    } else run.push({ digits, start, end, isWord });
    wantsUnit = false;
  }
  finish();
  return runs;
}

function digitsOf(word: string): string | undefined {
  const known = NUMBER_WORDS.get(word);
  if (known !== undefined || !SPOKEN_DIGITS.test(word)) return known;
  return word.replace(SPOKEN_DIGIT, (one) => DIGIT_WORDS.get(one) ?? "");
}

function isTimes(text: string, at: number, word: string): boolean {
  return (
    word === "x" &&
    /[0-9]\s?$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\s?[0-9]/.test(text.slice(at + 1, at + 3))
  );
}

/** "treinta" + "y cuatro" → 34; "seiscientos" + "doce" → 612: the word fills the zeros at the end of the one before. */
function completes(before: string, digits: string, afterY: boolean): boolean {
  if (afterY) return digits.length === 1 && digits !== "0";
  return before.length === 3 && before.endsWith("00") && digits.length < 3 && digits !== "0";
}
