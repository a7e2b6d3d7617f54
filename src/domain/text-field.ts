import type { FieldCode } from "./errors.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";

/** Characters that steer and never show: controls but line feed, overrides of the writing direction, invisible fillers. */
const INVISIBLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B\u2028\u2029\u202A-\u202E\u2060-\u2064\u2066-\u2069\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFC]/gu;
/** More marks on one letter than any language writes: they would paint over the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Nearly every text has one of these: the classes of all the world's letters are not made for it. */
const VISIBLE_ASCII = /[!-~]/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A text of several lines: NFC, line feeds only, nothing invisible, trimmed. */
export function cleanText(text: string): string {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\t/g, "    ");
  const cleaned = lines
    .toWellFormed()
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(PILED_MARKS, "$1")
    .trim();
  return cleaned === "" || VISIBLE_ASCII.test(cleaned) || VISIBLE.test(cleaned) ? cleaned : "";
}

/** A text of one line: as `cleanText`, with every run of blanks turned into one space. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/\s+/gu, " ")).replace(/\s+/gu, " ");
}

/** Length as people count it most nearly and as the limits are given: in code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}

interface TextRule {
  readonly min: number;
  readonly max: number;
  readonly missing: FieldCode;
  readonly tooShort: FieldCode;
  readonly tooLong: FieldCode;
}

/** Checks the length of a text that was cleaned before. */
export function checkLength(text: string, rule: TextRule): Result<string, FieldCode> {
  const length = lengthOf(text);
  if (length === 0) return err(rule.missing);
  if (length < rule.min) return err(rule.tooShort);
  if (length > rule.max) return err(rule.tooLong);
  return ok(text);
}

/** A one-line text that may be left empty, which gives null. */
export function optionalLine(
  text: string | undefined,
  max: number,
  tooLong: FieldCode,
): Result<string | null, FieldCode> {
  const line = cleanLine(text ?? "");
  if (lengthOf(line) > max) return err(tooLong);
  return ok(line === "" ? null : line);
}

/** One of a fixed list of values. */
export function oneOf<T extends string>(
  text: string | undefined,
  values: readonly T[],
  missing: FieldCode,
  unknown: FieldCode,
): Result<T, FieldCode> {
  const line = cleanLine(text ?? "");
  if (line === "") return err(missing);
  const value = values.find((known) => known === line);
  return value === undefined ? err(unknown) : ok(value);
}
