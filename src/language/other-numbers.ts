import type { Numeral } from "./numerals.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A day with its year, alone or from one to another. */
const DATE =
  /(?<![\d./]|(?<!\d{4})-)(?:(?:0?[1-9]|[12]\d|3[01])([./-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d|(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![./]?\d|-\d+(?![\d./-]))/g;
const CLOCK = String.raw`(?:[01]?\d|2[0-4])`;
const TIME = new RegExp(String.raw`(?<![\d.:])${CLOCK}:[0-5]\d(?::[0-5]\d)?(?![.:]?\d)`, "g");
/** With a dot only from one hour to another: «9.30-13.30». */
const HOURS = new RegExp(
  String.raw`(?<![\d.:])(${CLOCK})\.[0-5]\d\s?[–-]\s?(${CLOCK})\.[0-5]\d(?![.:]?\d)`,
  "g",
);
/**
 * An amount of at most six figures, behind a word or the amount before it in a list, and with its own sign behind it. Signs between
 * figures, or behind the last of them, make none.
 */
const AMOUNT =
  /(?<=^|[\p{L}(:]\s{0,2}|[€$£%]\s?[,;+\n]\s{0,2})(?:\d{1,3}(?:\.\d{3}){0,1}|\d{1,5})(?:,\d{1,2})?\s?[€$£%](?=\s{0,2}(?:[\p{L},;+)\n]|$))/gu;
const BOOK = /(?<!\d)(?:97[89][ -]?)?\d{1,5}[ -]\d{1,7}[ -]\d{1,7}[ -][\dx](?![\d-])/g;

/**
 * Dates, times, opening hours, amounts and book numbers (ISBN): what figures of a telephone are never part of. Each is known by its
 * own form, never by a unit or a word beside it; an ISBN by its check digit. In order of their places.
 */
export function findOtherNumbers(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of [DATE, TIME, HOURS, AMOUNT, BOOK]) {
    for (const match of text.matchAll(pattern)) {
      const isOther =
        pattern === HOURS ? Number(match[1]) < Number(match[2]) : pattern !== BOOK || isBook(match[0]);
      if (isOther) spans.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  spans.sort((one, other) => one.start - other.start);
  return spans.filter(({ end }, at) => at === 0 || end > (spans[at - 1]?.end ?? 0));
}

function isBook(candidate: string): boolean {
  const digits = candidate.replace(/[ -]/g, "");
  const values = Array.from(digits, (digit) => (digit === "x" ? 10 : Number(digit)));
  if (digits.length === 13) {
    return values.reduce((sum, value, at) => sum + value * (at % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  }
  return digits.length === 10 && values.reduce((sum, value, at) => sum + value * (10 - at), 0) % 11 === 0;
}

const LIST_MARK = /[,;\/×x–€$£%+-]/;
const THOUSANDS = /^[ .]$/;

/**
 * Whether numerals are amounts, sizes or steps: figures of thousands joined, each a multiple of five and divided by the mark of a
 * list («600, 700, 800»; two of them only as a range, «9.000-12.000»), or at least four in equal steps («8 10 12 14»).
 */
export function isSeries(text: string, numerals: readonly Numeral[]): boolean {
  return isRoundList(text, numerals) || isCount(numerals);
}

function isRoundList(text: string, numerals: readonly Numeral[]): boolean {
  const numbers: string[] = [];
  let lastEnd = -1;
  for (const { digits, start, end } of numerals) {
    const gap = text.slice(lastEnd, start);
    const before = numbers.at(-1);
    if (before !== undefined && THOUSANDS.test(gap) && digits.length === 3 && !before.startsWith("0")) {
      numbers[numbers.length - 1] = before + digits;
    } else if (before !== undefined && !LIST_MARK.test(gap)) return false;
    else numbers.push(digits);
    lastEnd = end;
  }
  if (!numbers.every((number) => /^[1-9]\d*[05]$/.test(number))) return false;
  return numbers.length === 2 ? Number(numbers[0]) < Number(numbers[1]) : numbers.length > 2;
}

/** Fewer numbers may stand in equal steps by chance. */
const FEWEST_STEPS = 4;

function isCount(numerals: readonly Numeral[]): boolean {
  const values = numerals.map(({ digits }) => Number(digits));
  const step = (values[1] ?? 0) - (values[0] ?? 0);
  const isCounted = numerals.every(({ digits, isWord }) => isWord || digits.length > 1);
  const isMixed = numerals.some(({ digits }) => digits.length > 1);
  return (
    values.length >= FEWEST_STEPS &&
    step !== 0 &&
    (isCounted || isMixed) &&
    values.every((value, at) => at === 0 || value - (values[at - 1] ?? 0) === step)
  );
}
