import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { type FieldErrors, type Result, err, ok } from "../kernel/errors.ts";
import { FIELDS, field, oneOf, optional, text, ticked } from "../kernel/fields.ts";
import { type FieldsOf, type FormValues, fieldsOf, parseForm } from "../kernel/form.ts";
import { COMMENT_MAX_LENGTH } from "../kernel/limits.ts";
import { ID_PATTERN } from "../kernel/shapes.ts";
import { ADDRESS_FORM, type PersonDraft } from "../people/person.ts";
import { type Comment, NOTIFY_CHOICES } from "../records/comment.ts";

/** What a commenter may change later, and what the preview reads. */
export const COMMENT_EDIT_FORM = z.object({
  text: text({
    min: 1,
    max: COMMENT_MAX_LENGTH,
    missing: "commentMissing",
    tooShort: "commentMissing",
    tooLong: "commentTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true }),
});

/** The form of `/api/comments`. A comment has no phone. */
export const COMMENT_FORM = z.object({
  article: field((typed) => {
    const slug = cleanLine(typed);
    return slug === "" ? err("articleMissing") : ok(slug);
  }).register(FIELDS, { isCarried: true }),
  parent: optional(
    field((typed) => {
      const id = cleanLine(typed);
      if (id === "") return ok(null);
      return ID_PATTERN.test(id) ? ok(id) : err("parentUnknown");
    }),
    null,
  ).register(FIELDS, { isCarried: true }),
  ...COMMENT_EDIT_FORM.shape,
  ...ADDRESS_FORM.shape,
  notify: optional(
    field((typed) => oneOf(typed || "none", NOTIFY_CHOICES, "notifyUnknown", "notifyUnknown"), {
      enum: NOTIFY_CHOICES,
    }),
    "none" as const,
  ),
  /** "Recuérdame en este navegador". */
  remember: ticked(),
});

const SIGNED_FORM = z.pick(COMMENT_FORM, { text: true, name: true });

/** A stored comment as the fields of its form that people read. */
export function commentFields(comment: Comment): FieldsOf<typeof SIGNED_FORM.shape> {
  return fieldsOf(SIGNED_FORM, { ...comment, name: comment.writer.name });
}

/** A comment as the form gives it. Whether article and parent exist is looked up outside. */
export type CommentDraft = Pick<Comment, "article" | "parent" | "text" | "notify"> & {
  readonly writer: PersonDraft;
  readonly remember: boolean;
};

/** Reads the form of `/api/comments`. */
export function parseCommentForm(values: FormValues): Result<CommentDraft, FieldErrors> {
  const parsed = parseForm(COMMENT_FORM, values);
  if (!parsed.ok) return parsed;
  const { name, email, ...comment } = parsed.value;
  return ok({ ...comment, writer: { name, email, phone: null } });
}
