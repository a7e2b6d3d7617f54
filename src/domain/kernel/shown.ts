import * as z from "zod/mini";
import { type DomainError, ERROR_KINDS, err, ok } from "./errors.ts";
import { FIELDS, field, optional } from "./fields.ts";
import type { FieldsOf } from "./form.ts";
import type { Edits } from "./shapes.ts";

const VERSION = /^[1-9]\d{0,14}$/;

const version = optional(
  field(
    (typed) => {
      const text = typed.trim();
      if (text === "") return ok(undefined);
      return VERSION.test(text) ? ok(Number(text)) : err("versionInvalid");
    },
    { pattern: "^[1-9][0-9]*$" },
  ),
  undefined,
).register(FIELDS, { isCarried: true });

/** The versions that a form showed when it was sent; what it didn't name is not compared. */
export const SHOWN_FORM = z.object({
  /** Of what the link itself is about. */
  version,
  /** Of the offer that is accepted or declined. */
  offerVersion: version,
  /** Of the favour that an offer answers. */
  jobVersion: version,
});
export type Shown = Partial<FieldsOf<typeof SHOWN_FORM.shape>>;

type ChangedCode =
  "jobChanged" | "offerChanged" | "commentChanged" | "mentionChanged" | "questionChanged" | "thanksChanged";

/** The codes that say that somebody decided on something else than what stands now. */
export const CHANGED_CODES: readonly string[] = [
  "jobChanged",
  "offerChanged",
  "commentChanged",
  "mentionChanged",
  "questionChanged",
  "thanksChanged",
] satisfies ChangedCode[];

/** The refusal of a decision on another version than the present one; null if it is the same, or if none was named. */
export function readAnother(
  record: { readonly version: number; readonly edits?: Edits; readonly sameSince?: number | null },
  shown: number | undefined,
  code: ChangedCode,
): DomainError | null {
  const { version, sameSince } = record;
  if (shown === undefined || shown === version) return null;
  if (shown >= (sameSince ?? version) && shown < version) return null;
  return { kind: ERROR_KINDS[code], code, changed: editedSince(record.edits, shown) };
}

/** The fields that got another value after this version. */
export function editedSince(edits: Edits, version: number): string[] {
  return Object.entries(edits ?? {})
    .filter(([, at]) => at > version)
    .map(([field]) => field);
}
