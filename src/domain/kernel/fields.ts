import * as z from "zod/mini";
import { cleanLine, cleanText, lengthOf } from "./clean.ts";
import { type Result, err, ok } from "./errors.ts";
import type { FieldCode } from "./field-codes.ts";

/** What a field is beside its shape. Each is false or absent unless its row says otherwise. */
export interface FieldFacts {
  /** Free text that people read who must not find contact data in it: it is shown masked. */
  readonly isMasked?: boolean;
  /** Free text that is looked at for spam. The name is looked at with who signs. */
  readonly isSuspect?: boolean;
  /** Its words find the record on the board. */
  readonly isSearched?: boolean;
  /** The page carries it along: nobody can correct it, so an error doesn't lead to it. */
  readonly isCarried?: boolean;
  /** Whether it counts beside what else was sent; where it doesn't, it is as if it had been left out. */
  readonly isAsked?: (values: Readonly<Record<string, string>>) => boolean;
}

/** The facts of each row of a form. */
export const FIELDS = z.registry<FieldFacts>();

/**
 * One field, read by `parse`. The rules that JSON Schema has words for are said in `json` as well, for programs; whatever it leaves
 * out is a required text.
 */
export function field<T>(parse: (typed: string) => Result<T, FieldCode>, json: z.core.JSONSchemaMeta = {}) {
  return z.pipe(
    z.string().register(z.globalRegistry, json),
    z.transform((typed: string, { issues }): T => {
      const read = parse(typed);
      if (read.ok) return read.value;
      issues.push(refusal(read.error, typed));
      return z.NEVER;
    }),
  );
}

/** The issue that tells what is wrong with a field. */
export function refusal(code: FieldCode, input: unknown) {
  return { code: "custom" as const, message: code, input };
}

/** A field that may be left out, which gives `empty`. */
export function optional<T extends z.ZodMiniType, E>(row: T, empty: E) {
  return z.pipe(
    z.optional(row),
    z.transform((value: z.output<T> | undefined): z.output<T> | E => (value === undefined ? empty : value)),
  );
}

/** How long a text may be, in code points, and what is wrong with one that is not. */
interface TextRule {
  readonly min: number;
  readonly max: number;
  readonly missing: FieldCode;
  readonly tooShort: FieldCode;
  readonly tooLong: FieldCode;
}

/** A text of one line. */
export function line(rule: TextRule) {
  return field((typed) => checkLength(cleanLine(typed), rule), lengths(rule.min, rule.max));
}

/** A text of several lines. */
export function text(rule: TextRule) {
  return field((typed) => checkLength(cleanText(typed), rule), lengths(rule.min, rule.max));
}

/** A text of one line that may be left empty, which gives null. */
export function optionalLine(max: number, tooLong: FieldCode) {
  return optionalText(max, tooLong, cleanLine);
}

/** A text that may be left empty, which gives null; of several lines unless `clean` says otherwise. */
export function optionalText(max: number, tooLong: FieldCode, clean = cleanText) {
  const read = (typed: string): Result<string | null, FieldCode> => {
    const cleaned = clean(typed);
    return lengthOf(cleaned) > max ? err(tooLong) : ok(cleaned === "" ? null : cleaned);
  };
  return optional(field(read, lengths(0, max)), null);
}

/** One of a fixed list of values. */
export function choice<T extends string>(values: readonly T[], missing: FieldCode, unknown: FieldCode) {
  return field((typed) => oneOf(typed, values, missing, unknown), { enum: values });
}

/** A box that may be ticked. */
export function ticked() {
  return optional(
    field((typed) => ok(typed === "on"), { const: "on" }),
    false,
  );
}

/** JSON Schema counts in code points too. */
export function lengths(minLength: number, maxLength: number): z.core.JSONSchemaMeta {
  return { minLength, maxLength };
}

/** Checks the length of a text that was cleaned before. */
export function checkLength(cleaned: string, rule: TextRule): Result<string, FieldCode> {
  const length = lengthOf(cleaned);
  if (length === 0) return err(rule.missing);
  if (length < rule.min) return err(rule.tooShort);
  if (length > rule.max) return err(rule.tooLong);
  return ok(cleaned);
}

/** Finds what was typed in a fixed list of values. */
export function oneOf<T extends string>(
  typed: string,
  values: readonly T[],
  missing: FieldCode,
  unknown: FieldCode,
): Result<T, FieldCode> {
  const cleaned = cleanLine(typed);
  if (cleaned === "") return err(missing);
  const value = values.find((known) => known === cleaned);
  return value === undefined ? err(unknown) : ok(value);
}
