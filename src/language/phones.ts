import { type Numeral, numeralRuns } from "./numerals.ts";
import { findOtherNumbers, isSeries } from "./other-numbers.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Figures of a Spanish telephone, which begins with one from 6 to 9. */
const PHONE_DIGITS = 9;
const COUNTRY = /^(?:00)?34/;

/** Other countries: a plus or 00, and figures in whatever groups. */
const INTERNATIONAL =
  /(?<![\d+])(?<!\d[.,:])(?:\+ ?|00[ -]?)\(?[1-9](?:[\s.()/_*~|·•–-]{0,3}\d){7,14}(?!\d)/g;
/** «+12.000.000»: how much something has grown. */
const GROWTH = /^\+ ?\d{1,3}(?:\.\d{3})*\.000$/;

/** What a number refers to when it is none to call: it has to stand right before it. */
const REFERENCE =
  /(?<![a-z])(?:lotes?|facturas?|fra|pedidos?|refs?|referencias?|expedientes?|exp|albaran(?:es)?|tickets?|contratos?|polizas?|series?|modelos?|codigos?|cod|licencias?|registros?|reg|reservas?|presupuestos?|incidencias?|envios?|localizador(?:es)?|matriculas?|piezas?|articulos?|sku|ean|isbn|issn|nif|cif|dni|nie)\.?[\s:#-]{0,3}(?:(?:n\.?[o ]?|no|num|numero)\.?[\s:#]{0,2})?[:#]?\s?$/;
const THREE_GROUPS = /^\d{3}([ .-])\d{3}\1\d{3}$/;
/** A letter or three that belong to the number: «-A», «/B», «C». */
const LETTERS_BEHIND = /^[-/]?[a-z]{1,3}(?![a-z0-9])/;
const LETTERS_BEFORE = /(?<![a-z])[a-z]{1,4}[-/]?$/;

/**
 * Spans of telephones in a text read by `readText`: nine figures in a row that begin with one from 6 to 9, in figures or in words,
 * grouped and divided in whatever way as long as no letter stands between, also behind the country's 34; and international ones.
 *
 * No unit, currency or word excuses them. What is left alone is known by its own form: dates, times, amounts with their sign in a
 * list, book numbers (`findOtherNumbers`), round or counted series (`isSeries`), whole millions, one step of a web address that is
 * part of a longer word, and references: right behind a word for one («lote», «factura», «pedido») *and* written as no telephone
 * in a row is, in three groups of three («Lote 700 123 456») or joined to letters («Factura 612345678-A»).
 */
export function findPhones(text: string): Span[] {
  const others = findOtherNumbers(text);
  const spans = numeralRuns(text).flatMap((run) =>
    apart(run, others).flatMap((numerals) => phonesIn(text, numerals)),
  );
  for (const match of text.matchAll(INTERNATIONAL)) {
    if (!GROWTH.test(match[0])) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** A run without the numerals of other things, in the pieces that are left. Both come in order. */
function apart(run: readonly Numeral[], others: readonly Span[]): Numeral[][] {
  const pieces: Numeral[][] = [[]];
  let next = firstEndingAfter(others, run[0]?.start ?? 0);
  for (const numeral of run) {
    while ((others[next]?.end ?? Infinity) <= numeral.start) next += 1;
    if ((others[next]?.start ?? Infinity) >= numeral.end) pieces.at(-1)?.push(numeral);
    else if (pieces.at(-1)?.length) pieces.push([]);
  }
  return pieces;
}

function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? Infinity) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function phonesIn(text: string, numerals: readonly Numeral[]): Span[] {
  const spans: Span[] = [];
  const isAllSeries = isSeries(text, numerals);
  for (let from = 0; from < numerals.length; from += 1) {
    const count = lengthOfPhone(numerals, from);
    if (count === 0 || (isAllSeries && count > 1)) continue;
    const phone = numerals.slice(from, from + count);
    const start = startWithCountry(text, numerals, from);
    const end = phone.at(-1)?.end ?? start;
    if (isOtherwiseUsed(text, phone, { start, end })) continue;
    spans.push({ start, end });
    from += count - 1;
  }
  return spans;
}

/** How many numerals from `from` on make up a telephone, or 0. The country's 34 may be glued to the first. */
function lengthOfPhone(numerals: readonly Numeral[], from: number): number {
  const first = numerals[from]?.digits ?? "";
  for (const begin of [first, first.replace(COUNTRY, "")]) {
    if (!/^[6-9]/.test(begin)) continue;
    let total = begin.length;
    for (let count = 1; total <= PHONE_DIGITS; count += 1) {
      if (total === PHONE_DIGITS) return count;
      const next = numerals[from + count];
      if (!next) break;
      total += next.digits.length;
    }
  }
  return 0;
}

/** «+34», «0034», «(34)» right before belongs to it. */
function startWithCountry(text: string, numerals: readonly Numeral[], from: number): number {
  const own = numerals[from]?.start ?? 0;
  const before = /(?:\(?(?:\+|00)\s?34\)?|(?<!\d)\(?34\)?)[^\p{L}\p{N}]{0,3}$|\(?\+\s?$|\($/u.exec(
    text.slice(Math.max(0, own - 12), own),
  );
  return own - (before?.[0].length ?? 0);
}

function isOtherwiseUsed(text: string, phone: readonly Numeral[], { start, end }: Span): boolean {
  const written = text.slice(start, end);
  if (isInAddress(text, start, end)) return true;
  if (phone.length === 1) return isReference(text, written, start, end);
  return (
    /^\d{3}([ .])000\1(?:000)$/.test(written) ||
    isPartOfAmount(text, start) ||
    isSeries(text, phone) ||
    isReference(text, written, start, end)
  );
}

/** «1.612.345.678»: what comes before is part of the same amount. */
function isPartOfAmount(text: string, start: number): boolean {
  return /(?<![\d.])\d{1,3}(?:\.\d{3})*\.$/.test(text.slice(Math.max(0, start - 16), start));
}

function isReference(text: string, written: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  if (
    REFERENCE.test(before) &&
    (THREE_GROUPS.test(written) || LETTERS_BEHIND.test(text.slice(end, end + 6)))
  ) {
    return true;
  }
  const letters = LETTERS_BEFORE.exec(before);
  return letters !== null && REFERENCE.test(before.slice(0, letters.index));
}

/**
 * Figures that are part of a longer word of one step of a web address (`/fotos-612345678.html`) aren't telephones, nor are those
 * of several steps. In the name of a host they are.
 */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = /https?:\/\/\S*$/.exec(text.slice(Math.max(0, start - 1000), start))?.[0];
  if (before === undefined || /^https?:\/\/[^/?#]*$/.test(before)) return false;
  if (/[\s/?&=#]/.test(text.slice(start, end).replace(/(?<=\d) (?=\d)/g, ""))) return true;
  return !/[/=:#?+,]$/.test(before) || /^[.\w-]*[a-z]/.test(text.slice(end, end + 12));
}
