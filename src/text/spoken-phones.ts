import { NUMBER_WORDS } from "./number-words.ts";

interface Numeral {
  digits: string;
  readonly start: number;
  end: number;
  readonly isWord: boolean;
}

const WORD = /[a-z]+|\d+/g;
/** What may stand between the numerals of one number: spaces, commas, hyphens and Markdown marks, a few at most. */
const BETWEEN = /^[\s,.;:/*_`~\\()–—-]{1,4}$/;
const PHONE_DIGITS = 9;
/** Fewer words among figures say something else ("dos de 600 y 800"). */
const FEWEST_WORDS = 3;

/**
 * Spans of telephone numbers written with words ("seis cero cero, doce, …"), also mixed with figures. `folded` is text of
 * `foldWithPlaces`. Numbers that merely count up or down one by one aren't telephones.
 */
export function findSpokenPhones(folded: string): { start: number; end: number }[] {
  return sequences(folded).flatMap((numerals) => {
    const span = phoneIn(numerals);
    return span ? [span] : [];
  });
}

function sequences(folded: string): Numeral[][] {
  const all: Numeral[][] = [];
  let current: Numeral[] = [];
  let lastEnd = -1;
  let wantsUnit = false;
  for (const match of folded.matchAll(WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const isWord = !/^\d/.test(match[0]);
    const digits = isWord ? NUMBER_WORDS.get(match[0]) : match[0];
    const follows = current.length > 0 && BETWEEN.test(folded.slice(lastEnd, start));
    const last = current.at(-1);
    if (follows && match[0] === "y" && last?.isWord && /^[3-9]0$/.test(last.digits.slice(-2))) {
      wantsUnit = true;
    } else if (digits === undefined) {
      all.push(current);
      current = [];
      wantsUnit = false;
    } else if (follows && last && isWord && last.isWord && completes(last.digits, digits, wantsUnit)) {
      last.digits = last.digits.slice(0, last.digits.length - digits.length) + digits;
      last.end = end;
      wantsUnit = false;
    } else {
      if (!follows) {
        all.push(current);
        current = [];
      }
      current.push({ digits, start, end, isWord });
      wantsUnit = false;
    }
    lastEnd = end;
  }
  all.push(current);
  return all;
}

/** "treinta" + "y cuatro" → 34; "seiscientos" + "doce" → 612: the word fills the zeros at the end of the one before. */
function completes(before: string, digits: string, afterY: boolean): boolean {
  if (afterY) return digits.length === 1 && digits !== "0";
  return before.length === 3 && before.endsWith("00") && digits.length < 3 && digits !== "0";
}

function phoneIn(numerals: readonly Numeral[]): { start: number; end: number } | null {
  if (numerals.filter((numeral) => numeral.isWord).length < FEWEST_WORDS || isSeries(numerals)) return null;
  for (const [from, first] of numerals.entries()) {
    if (!/^[6-9]/.test(first.digits)) continue;
    let total = 0;
    for (const numeral of numerals.slice(from, from + PHONE_DIGITS)) {
      total += numeral.digits.length;
      if (total === PHONE_DIGITS) return { start: first.start, end: numeral.end };
    }
  }
  return null;
}

/** True for what is counted up or down in equal steps, and for sizes or amounts that only grow. */
function isSeries(numerals: readonly Numeral[]): boolean {
  const steps = numerals.slice(1).map((numeral, at) => Number(numeral.digits) - Number(numerals[at]?.digits));
  const grows = numerals.every(({ digits }) => digits.length > 1) && steps.every((step) => step > 0);
  return grows || steps.every((step) => step === steps[0] && step !== 0);
}
