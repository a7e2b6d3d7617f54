/** What is typed between the figures of a telephone, Markdown marks included (`612**345**678`). */
const GAP = String.raw`[\s.,·•/*_~\`\\()–—-]{0,3}`;
const PREFIX = String.raw`(?:(?:\+|00)\s?34${GAP}|\(\+?34\)${GAP}|(?<!\d)34${GAP})?`;
/** Nine figures from 6 to 9 on, in whatever groups; which groups look like a telephone is decided below. */
const SPANISH = new RegExp(
  String.raw`(?<![\d+])(?<!\d[.,])(${PREFIX}\(?)([6-9](?:${GAP}[0-9o]){8})(?![0-9])`,
  "g",
);
const INTERNATIONAL = /(?<![\d+])(?<!\d[.,:])(?:\+ ?|00[ -]?)\(?[1-9](?:[\s.()-]{0,2}\d){7,14}(?!\d)/g;

/** The ways in which Spaniards group nine figures, also one by one; lists of times, sizes or years aren't among them. */
const GROUPINGS = new Set([
  "9",
  "3-3-3",
  "3-2-2-2",
  "2-3-2-2",
  "2-3-4",
  "2-2-2-3",
  "2-2-3-2",
  "2-2-2-2-1",
  "3-6",
  "2-7",
  "6-3",
  "3-3-2-1",
  "3-2-4",
  "3-4-2",
  "4-5",
  "5-4",
  "1-1-1-1-1-1-1-1-1",
]);

/** Behind a number these make it an amount or a measure. */
const UNIT =
  /^(?:[.,]\d{1,2})?[\s)]{0,2}(?:€|euros?\b|eur\b|%|\$|usd\b|dolares\b|pesetas\b|[kmcd]?m[23²³]?\b|k?g\b|m?l\b|px\b|h\b|de (?:euros|habitantes|personas|seguidores|usuarios|visitas|visualizaciones|reproducciones|impresiones|anos|dolares|pesetas)\b|(?:euros|habitantes|personas|seguidores|usuarios|visitas|visualizaciones|reproducciones|impresiones|anos|palabras)\b)/;
const CURRENCY_BEFORE = /(?:€|\$|eur)\s?$/;

const BOOK_NUMBER_BEFORE = /97[89][ -]?$/;

/** Spans of telephones written in figures, in text of `foldWithPlaces`. */
export function findWrittenPhones(folded: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  SPANISH.lastIndex = 0;
  for (let match = SPANISH.exec(folded); match; match = SPANISH.exec(folded)) {
    const [whole, prefix = "", number = ""] = match;
    const start = match.index;
    const end = start + whole.length;
    const isPhone = (prefix.length > 1 || looksLikePhone(number)) && !isInAddress(folded, start, end);
    if (isPhone && !isOtherNumber(folded, start, end)) spans.push({ start, end });
    else SPANISH.lastIndex = start + 1; // A telephone may begin within what wasn't one.
  }
  for (const match of folded.matchAll(INTERNATIONAL)) {
    const end = match.index + match[0].length;
    if (!isOtherNumber(folded, match.index, end)) spans.push({ start: match.index, end });
  }
  return spans;
}

function looksLikePhone(number: string): boolean {
  const groups = number.match(/[0-9o]+/g) ?? [];
  if ((number.match(/o/g) ?? []).length > 3) return false;
  if (/^\d{3}\.000\.000$/.test(number)) return false; // "600.000.000": an amount in full.
  return GROUPINGS.has(groups.map((group) => group.length).join("-")) && !isScale(groups);
}

/** Round figures that grow ("600, 700, 800"; "8000-10000") are choices or ranges. */
function isScale(groups: readonly string[]): boolean {
  return (
    groups.length > 1 &&
    groups.every((group, at) => /^[1-9]\d*[05]$/.test(group) && Number(group) > Number(groups[at - 1] ?? 0))
  );
}

function isOtherNumber(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 4), start);
  return (
    UNIT.test(folded.slice(end, end + 24)) || CURRENCY_BEFORE.test(before) || BOOK_NUMBER_BEFORE.test(before)
  );
}

/** Figures that are part of a longer word, or of one step of a web address (`/fotos/612345678.html`), aren't telephones. */
function isInAddress(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 200), start);
  const inAddress = /https?:\/\/\S*$/.test(before);
  const alone = /[/=:]$/.test(before) && !/^[.\w-]/.test(folded.slice(end, end + 1));
  return inAddress && !alone;
}
