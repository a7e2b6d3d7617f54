import { latinOf } from "../domain/suspicion/as-read.ts";
import { foldText } from "../domain/kernel/fold.ts";

/** A text as a reader takes it in, that remembers where each of its UTF-16 units came from. */
export interface Readable {
  readonly text: string;
  /** `starts[i]` and `ends[i]`: the place in the original of what gave `text[i]`. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Signs that nobody sees, and Markdown's marks, which are read over: they are typed between letters to get past filters. */
const UNREAD =
  /[*`\\\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20e3\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e01ef}]/u;
/** Nearly every text is of these: nothing of what follows is made for it. */
const PLAIN = /^[a-z0-9 .,;:!?()@/\n-]$/;
const DIGIT = /\p{Nd}/u;
const FOREIGN_LETTER = /[\u0370-\u1fff]/;

/** One or more escapes of an address («%2E»), however often they were escaped themselves («%252E»). */
const PERCENT = /(?:%(?:25)*[0-9a-f]{2})+/iy;
const ESCAPE = /%(?:25)*([0-9a-f]{2})/gi;
/** Character references of HTML that can stand for a part of an address or a number. */
const REFERENCE =
  /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(commat|period|lowbar|hyphen|nbsp|sol|colon|num|plus));?/iy;
const NAMED: Readonly<Record<string, string>> = {
  commat: "@",
  period: ".",
  lowbar: "_",
  hyphen: "-",
  nbsp: " ",
  sol: "/",
  colon: ":",
  num: "#",
  plus: "+",
};

/** What compatibility decomposition (NFKD) leaves as it is, by what it is read as. An ordinal's raised letter is no letter of a number. */
const READ_AS: Readonly<Record<string, string>> = {
  "。": ".",
  "｡": ".",
  º: " ",
  ª: " ",
  "⓿": "0",
  ...runOf(0x2776, 10),
  ...runOf(0x2780, 10),
  ...runOf(0x278a, 10),
  ...runOf(0x24f5, 10),
};

/** Digits in circles from 1 on: Unicode's dingbats. */
function runOf(first: number, count: number): Record<string, string> {
  const entries = Array.from({ length: count }, (_, at) => [
    String.fromCodePoint(first + at),
    String(at + 1),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/**
 * The text in lower case, without accents and signs that are not read; digits of every script, in circles and raised, as 0 to 9; letters of
 * other alphabets as the Latin letter that they look like. Its places lead back to what was typed.
 *
 * `decoded`: as a program reads it that follows an address, escapes and character references as what they stand for. A person may
 * read the same signs as they are («612%345»), so whoever looks for something looks at both.
 */
export function readText(text: string, { decoded }: { readonly decoded: boolean }): Readable {
  let read = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const add = (units: string, start: number, end: number): void => {
    for (let unit = 0; unit < units.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
    read += units;
  };
  let at = 0;
  while (at < text.length) {
    const escaped = decoded ? escapedAt(text, at) : null;
    if (escaped) {
      for (const { character, start, end } of escaped) add(readCharacter(character), start, end);
      at = escaped.at(-1)?.end ?? text.length;
      continue;
    }
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = at + character.length;
    add(readCharacter(character), at, end);
    at = end;
  }
  return { text: read, starts, ends };
}

function readCharacter(character: string): string {
  if (PLAIN.test(character)) return character;
  if (UNREAD.test(character)) return "";
  const known = READ_AS[character];
  if (known !== undefined) return known;
  const folded = foldText(character);
  if (PLAIN.test(folded)) return folded;
  return Array.from(folded, (one) => {
    if (DIGIT.test(one)) return digitOf(one);
    return FOREIGN_LETTER.test(one) ? latinOf(one) : (READ_AS[one] ?? one);
  }).join("");
}

/** Unicode keeps the ten digits of a script together, from zero on. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && DIGIT.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

interface Escaped {
  readonly character: string;
  readonly start: number;
  readonly end: number;
}

/** Whether `readText` gives something else for it when decoded. */
export function hasEscapes(text: string): boolean {
  return /%[0-9a-f]{2}|&[#a-z]/i.test(text);
}

function escapedAt(text: string, at: number): Escaped[] | null {
  if (text[at] === "%") return percentAt(text, at);
  return text[at] === "&" ? referenceAt(text, at) : null;
}

function referenceAt(text: string, at: number): Escaped[] | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (!match) return null;
  const [whole, decimal, hexadecimal, name] = match;
  const point = decimal === undefined ? Number.parseInt(hexadecimal ?? "", 16) : Number(decimal);
  const character = name
    ? (NAMED[name.toLowerCase()] ?? "")
    : point > 0x10ffff
      ? ""
      : String.fromCodePoint(point);
  return [{ character, start: at, end: at + whole.length }];
}

/** ASCII escape by escape; what takes several bytes as a whole. */
function percentAt(text: string, at: number): Escaped[] | null {
  PERCENT.lastIndex = at;
  const match = PERCENT.exec(text);
  if (!match) return null;
  const found: Escaped[] = [];
  let bytes: number[] = [];
  let start = at;
  const flush = (end: number): void => {
    if (bytes.length > 0) {
      found.push({ character: new TextDecoder().decode(Uint8Array.from(bytes)), start, end });
    }
    bytes = [];
    start = end;
  };
  for (const escape of match[0].matchAll(ESCAPE)) {
    const byte = Number.parseInt(escape[1] ?? "", 16);
    const place = at + escape.index;
    if (byte < 0x80 || byte >= 0xc0) flush(place);
    bytes.push(byte);
    if (byte < 0x80) flush(place + escape[0].length);
  }
  flush(at + match[0].length);
  return found;
}
