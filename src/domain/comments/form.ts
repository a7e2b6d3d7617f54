import { OFFERED_NOTIFY_CHOICES } from "../records/comment.ts";
import type { Comment } from "../records/comment.ts";
import type { FieldCode, FieldErrors } from "../kernel/errors.ts";
import { errorsOf, partErrors } from "../kernel/form.ts";
import type { FormValues } from "../kernel/form.ts";
import { ID_PATTERN } from "../kernel/shapes.ts";
import { COMMENT_MAX_LENGTH } from "../kernel/limits.ts";
import { parsePerson } from "../people/person.ts";
import type { PersonDraft } from "../people/person.ts";
import { err, ok } from "../kernel/errors.ts";
import type { Result } from "../kernel/errors.ts";
import { checkLength, cleanLine, cleanText, oneOf } from "../kernel/form.ts";

/** A comment as the form gives it. Whether article and parent exist is looked up outside. */
export type CommentDraft = Pick<Comment, "article" | "parent" | "text" | "notify"> & {
  readonly writer: PersonDraft;
  /** "Recuérdame en este navegador". */
  readonly remember: boolean;
};

/** Reads the form of `/api/comments`. A comment has no phone: what came under that name is not kept. */
export function parseCommentForm(values: FormValues): Result<CommentDraft, FieldErrors> {
  const article = parseArticle(values["article"]);
  const parent = parseParent(values["parent"]);
  const text = parseText(values["text"]);
  const writer = parsePerson({ ...values, phone: "" });
  const notify = oneOf(values["notify"] || "none", OFFERED_NOTIFY_CHOICES, "notifyUnknown", "notifyUnknown");
  if (article.ok && parent.ok && text.ok && writer.ok && notify.ok) {
    return ok({
      article: article.value,
      parent: parent.value,
      text: text.value,
      writer: writer.value,
      notify: notify.value,
      remember: values["remember"] === "on",
    });
  }
  return err({ ...errorsOf({ article, parent, text }), ...partErrors(writer), ...errorsOf({ notify }) });
}

/** Reads `text`, for the preview and for the commenter's `edit`. */
export function parseCommentEdit(values: FormValues): Result<{ text: string }, FieldErrors> {
  const text = parseText(values["text"]);
  return text.ok ? ok({ text: text.value }) : err(errorsOf({ text }));
}

export const parsePreviewForm = parseCommentEdit;

function parseText(text: string | undefined): Result<string, FieldCode> {
  return checkLength(cleanText(text ?? ""), {
    min: 1,
    max: COMMENT_MAX_LENGTH,
    missing: "commentMissing",
    tooShort: "commentMissing",
    tooLong: "commentTooLong",
  });
}

function parseArticle(text: string | undefined): Result<string, FieldCode> {
  const slug = cleanLine(text ?? "");
  return slug === "" ? err("articleMissing") : ok(slug);
}

function parseParent(text: string | undefined): Result<string | null, FieldCode> {
  const id = cleanLine(text ?? "");
  if (id === "") return ok(null);
  return ID_PATTERN.test(id) ? ok(id) : err("parentUnknown");
}
