import { errorsOf } from "./form.ts";
import type { FieldErrors } from "./errors.ts";
import { ERROR_KINDS } from "./errors.ts";
import type { DomainError } from "./errors.ts";
import type { FormValues } from "./form.ts";
import { err, ok } from "./errors.ts";
import type { Result } from "./errors.ts";
import type { Edits } from "./shapes.ts";

/** The versions that a form showed when it was sent; what it didn't name is not compared. */
export interface Shown {
  /** Of what the link itself is about. */
  readonly version?: number;
  /** Of the offer that is accepted or declined. */
  readonly offerVersion?: number;
  /** Of the favour that an offer answers. */
  readonly jobVersion?: number;
}

export const SHOWN_FIELDS = ["version", "offerVersion", "jobVersion"] as const;

const VERSION = /^[1-9]\d{0,14}$/;

/** Reads the versions that a form carries. Errors: `versionInvalid` for what is no version. */
export function parseShown(values: FormValues): Result<Shown, FieldErrors> {
  const read = SHOWN_FIELDS.map((field) => [field, (values[field] ?? "").trim()] as const).filter(
    ([, text]) => text !== "",
  );
  const wrong = read.filter(([, text]) => !VERSION.test(text));
  if (wrong.length > 0) {
    return err(errorsOf(Object.fromEntries(wrong.map(([field]) => [field, err("versionInvalid")]))));
  }
  return ok(Object.fromEntries(read.map(([field, text]) => [field, Number(text)])));
}

type ChangedCode = "jobChanged" | "offerChanged" | "commentChanged";

/** The codes that say that somebody decided on something else than what stands now. */
export const CHANGED_CODES: readonly string[] = [
  "jobChanged",
  "offerChanged",
  "commentChanged",
] satisfies ChangedCode[];

/** The refusal of a decision on another version than the present one; null if it is the same, or if none was named. */
export function readAnother(
  record: { readonly version: number; readonly edits?: Edits },
  shown: number | undefined,
  code: ChangedCode,
): DomainError | null {
  if (shown === undefined || shown === record.version) return null;
  return { kind: ERROR_KINDS[code], code, changed: editedSince(record.edits, shown) };
}

/** The fields that got another value after this version. */
export function editedSince(edits: Edits, version: number): string[] {
  return Object.entries(edits ?? {})
    .filter(([, at]) => at > version)
    .map(([field]) => field);
}
