import { err, fail } from "../kernel/errors.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import { commentChange } from "./changes.ts";
import type { MailArticle } from "./mails.ts";
import { commentRefusal, threadTags } from "./states.ts";

interface OwnComment {
  readonly comment: Comment;
  readonly article: MailArticle;
}

/** Whether something was decided against a comment: a moderator did not publish it or took it down, or reports held it. */
export function isAgainstComment({ state, signals }: Comment): boolean {
  return state === "rejected" || state === "spam" || (state === "held" && signals.includes("reports"));
}

/**
 * The commenter asks for another look, once. What was decided stands meanwhile. `isBlocked`: everything of theirs is held, which is enough.
 * Errors: `appealUsed`, the comment's state.
 */
export function appealComment(
  input: OwnComment & { readonly text: string; readonly isBlocked: boolean },
  context: Context,
): Decided<CommentState> {
  const { comment, text, isBlocked } = input;
  if (isAppealed(comment)) return alreadyDone(comment.id, comment.state);
  if (comment.appeal !== null) return err(fail("appealUsed"));
  const canBe = isAgainstComment(comment) || (isBlocked && comment.state !== "deleted");
  if (!canBe) return err(commentRefusal(comment));
  const appeal = { text, at: context.now, decided: null };
  return decided(comment.id, comment.state, { changes: [commentChange(comment, { appeal }).change] });
}

/** The appeal is right: what was not public is published. One that is stays as it is. Errors: the comment's state, `commentChanged`. */
export function grantCommentAppeal(
  { comment, article, version }: OwnComment & Pick<Shown, "version">,
  { now }: Context,
): Decided<CommentState> {
  if (!isAppealed(comment)) return err(commentRefusal(comment));
  const another = readAnother(comment, version, "commentChanged");
  if (another !== null) return err(another);
  const isBack = comment.state === "rejected" || comment.state === "spam";
  const granted = commentChange(comment, {
    appeal: wonAppeal(comment),
    ...(isBack && {
      state: "approved",
      reason: null,
      cleared: true,
      signals: [],
      publishedAt: comment.publishedAt ?? now,
    }),
  });
  return decided(comment.id, granted.comment.state, {
    changes: [granted.change],
    mails: [appealDecidedMail(about(granted.comment, article), "won", null)],
    purge: isBack ? threadTags(comment) : [],
  });
}

/** What was decided stands, and the commenter is told why. Errors: the comment's state, `commentChanged`. */
export function refuseCommentAppeal(
  input: OwnComment & Pick<Shown, "version"> & { readonly reason: string },
): Decided<CommentState> {
  const { comment, article, version, reason } = input;
  if (comment.appeal?.decided === "lost") return alreadyDone(comment.id, comment.state);
  if (!isAppealed(comment)) return err(commentRefusal(comment));
  const another = readAnother(comment, version, "commentChanged");
  if (another !== null) return err(another);
  const isPublic = comment.state === "approved";
  const refused = commentChange(comment, { appeal: lostAppeal(comment), ...(!isPublic && { reason }) });
  return decided(comment.id, comment.state, {
    changes: [refused.change],
    mails: [appealDecidedMail(about(refused.comment, article), "lost", reason)],
  });
}

function about({ id, version, writer }: Comment, { title }: MailArticle): AppealAbout {
  return { kind: "comment", id, version, title, to: writer.email };
}
