import * as z from "zod/mini";
import { err, fail, ok, type FieldErrors, type Result } from "../kernel/errors.ts";
import { choice, field, FIELDS, optional } from "../kernel/fields.ts";
import { parseForm, type FormValues } from "../kernel/form.ts";
import { EDIT_WINDOW_MINUTES } from "../kernel/limits.ts";
import { SHOWN_FORM, type Shown } from "../kernel/shown.ts";
import { MINUTE, type Millis } from "../kernel/time.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { alreadyDone, type Context, decided, type Decided } from "../records/decision.ts";
import { correctComment, deleteComment, editComment, type OwnComment } from "./changing.ts";
import { COMMENT_EDIT_FORM } from "./form.ts";
import type { MailArticle } from "./mails.ts";

/** The form of `/api/comments/:id`, without the text that only `edit` has. */
export const OWN_COMMENT_FORM = z.object({
  action: choice(["edit", "delete"], "actionMissing", "actionUnknown"),
  /** What the answer to the comment's form gave; a browser that remembers its writer needs none. */
  editKey: optional(
    field((typed) => ok(typed.trim())),
    "",
  ).register(FIELDS, { isCarried: true }),
  version: SHOWN_FORM.shape.version,
});

/** What is asked for; an empty text where it is deleted. */
export interface OwnCommentDraft extends Pick<Shown, "version"> {
  readonly action: "edit" | "delete";
  readonly editKey: string;
  readonly text: string;
}

/** Reads the form of `/api/comments/:id`. */
export function parseOwnComment(values: FormValues): Result<OwnCommentDraft, FieldErrors> {
  const asked = parseForm(OWN_COMMENT_FORM, values);
  if (!asked.ok || asked.value.action === "delete") {
    return asked.ok ? ok({ ...asked.value, text: "" }) : asked;
  }
  const edit = parseForm(COMMENT_EDIT_FORM, values);
  return edit.ok ? ok({ ...asked.value, ...edit.value }) : edit;
}

/** What was found of a comment that its browser wants to change. */
export interface FoundOwn {
  /** Null: there is none (any more). */
  readonly comment: Comment | null;
  /** How this browser shows that it wrote it; null: it doesn't. */
  readonly by: Exclude<OwnComment["by"], "link"> | null;
  readonly article: MailArticle;
}

/** Until when the browser that wrote a comment may change it, if nobody answers before. */
export function windowEnd({ createdAt }: Pick<Comment, "createdAt">): Millis {
  return createdAt + EDIT_WINDOW_MINUTES * MINUTE;
}

/** States in which its writer's browser may change the text. */
const CHANGEABLE: readonly CommentState[] = ["unconfirmed", "held", "approved"];

/** Whether the browser that wrote a comment may change it, or why it may not. */
export type WindowState = "open" | "over" | "answered" | "closed";
export function windowOf(
  comment: Pick<Comment, "createdAt" | "state">,
  isAnswered: boolean,
  now: Millis,
): WindowState {
  if (!CHANGEABLE.includes(comment.state)) return "closed";
  if (isAnswered) return "answered";
  return now <= windowEnd(comment) ? "open" : "over";
}

/**
 * The browser that wrote a comment changes it or takes it away, for `EDIT_WINDOW_MINUTES` and until it is answered. Errors:
 * `commentNotYours` whether there is such a comment or not, `commentNotFound`, `editWindowOver`, the comment's state,
 * `commentChanged`.
 */
export function changeOwnComment(
  draft: OwnCommentDraft & { readonly signals: readonly string[] },
  { comment, by, article }: FoundOwn,
  context: Context,
): Decided<CommentState> {
  if (by === null) return err(fail("commentNotYours"));
  if (comment === null) return err(fail("commentNotFound"));
  const isDelete = draft.action === "delete";
  if (isDelete && comment.state === "deleted") return alreadyDone(comment.id, comment.state);
  if (context.now > windowEnd(comment)) return err(fail("editWindowOver"));

  const isConfirmed = comment.state !== "unconfirmed";
  if (!isDelete) {
    const edited = { ...draft, comment, by, article };
    return isConfirmed ? editComment(edited, context) : correctComment(edited, context);
  }
  if (isConfirmed) return deleteComment({ comment, by }, context);
  // Nobody has seen it: nothing stays of it, and its link leads nowhere.
  return decided(comment.id, "deleted", { changes: [{ kind: "comment", before: comment, after: null }] });
}
