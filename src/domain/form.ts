import type { FieldCode, FieldErrors } from "./errors.ts";
import type { Result } from "./result.ts";

/** What was typed, by field name of `api.md`. A field that is missing counts as empty. */
export type FormValues = Readonly<Record<string, string>>;

/** The codes of the fields that failed, in the order of the form. */
export function errorsOf(fields: Readonly<Record<string, Result<unknown, FieldCode>>>): FieldErrors {
  const errors: Record<string, FieldCode> = {};
  for (const [field, result] of Object.entries(fields)) {
    if (!result.ok) errors[field] = result.error;
  }
  return errors;
}

/** The errors of a part of a form that is parsed on its own, such as the person or the reward. */
export function partErrors(part: Result<unknown, FieldErrors>): FieldErrors {
  return part.ok ? {} : part.error;
}
