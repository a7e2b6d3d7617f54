import * as z from "zod/mini";
import type { Address } from "../records/address.ts";
import { addressApproved } from "../records/changes.ts";
import { commentChange } from "./changes.ts";
import { Comment, type CommentState } from "../records/comment.ts";
import { commenterMail, rejectedMail, type MailArticle } from "./mails.ts";
import { COMMENT_TRANSITIONS, commentRefusal, takenBackTags, threadTags } from "./states.ts";
import { appealBack, type Verdict } from "../records/verdict.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { err, fail } from "../kernel/errors.ts";
import { lostAppeal, wonAppeal } from "../records/appeal.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";

/** A moderator lets a held comment through; the next of this address need none. Errors: the comment's state, `commentChanged`. */
export function approveComment(
  input: Pick<Shown, "version"> & {
    readonly comment: Comment;
    readonly address: Address | null;
    readonly article: MailArticle;
  },
  { now }: Context,
): Decided<CommentState> {
  const { comment, address, article } = input;
  if (comment.state === "approved") return alreadyDone(comment.id, comment.state);
  if (!allows(COMMENT_TRANSITIONS, comment.state, "approve", "moderator"))
    return err(commentRefusal(comment));
  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);
  // Published once before (held by reports or by its own edit), it keeps its place in time.
  const approved = commentChange(comment, {
    state: "approved",
    cleared: true,
    signals: [],
    appeal: wonAppeal(comment),
    publishedAt: comment.publishedAt ?? now,
  });
  return decided(comment.id, "approved", {
    changes: [approved.change, addressApproved(comment.writer.address, address, now)],
    mails: [commenterMail(approved.comment, article)],
    purge: threadTags(comment),
  });
}

/** A moderator does not publish it, or takes it down; the commenter is told why. Errors: the comment's state, `commentChanged`. */
export function rejectComment(
  input: Pick<Shown, "version"> & {
    readonly comment: Comment;
    readonly reason: string;
    readonly article: MailArticle;
  },
  _context: Context,
): Decided<CommentState> {
  const { comment, reason, article } = input;
  if (comment.state === "rejected") return alreadyDone(comment.id, comment.state);
  if (!allows(COMMENT_TRANSITIONS, comment.state, "reject", "moderator")) return err(commentRefusal(comment));
  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);
  const rejected = commentChange(comment, { state: "rejected", reason, appeal: lostAppeal(comment) });
  return decided(comment.id, "rejected", {
    changes: [rejected.change],
    mails: [rejectedMail(rejected.comment, article, reason)],
    purge: takenBackTags(comment),
  });
}

/** A moderator says it is advertising or fraud; who sends that gets no answer. Errors: the comment's state, `commentChanged`. */
export function markSpam(
  { comment, version }: Pick<Shown, "version"> & { readonly comment: Comment },
  _context: Context,
): Decided<CommentState> {
  if (comment.state === "spam") return alreadyDone(comment.id, comment.state);
  if (!allows(COMMENT_TRANSITIONS, comment.state, "spam", "moderator")) return err(commentRefusal(comment));
  const another = readAnother(comment, version, "commentChanged");
  if (another !== null) return err(another);
  const marked = commentChange(comment, { state: "spam", appeal: lostAppeal(comment) });
  return decided(comment.id, "spam", { changes: [marked.change] });
}

/** A moderator thinks better of it: it is public again where it stood. Errors: the comment's state. */
export function restoreComment(
  input: Pick<Shown, "version"> & { readonly comment: Comment; readonly article: MailArticle },
  { now }: Context,
): Decided<CommentState> {
  const { comment, article } = input;
  if (comment.state === "approved") return alreadyDone(comment.id, comment.state);
  if (!allows(COMMENT_TRANSITIONS, comment.state, "restore", "moderator"))
    return err(commentRefusal(comment));
  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);
  const restored = commentChange(comment, {
    state: "approved",
    reason: null,
    cleared: true,
    signals: [],
    publishedAt: comment.publishedAt ?? now,
  });
  return decided(comment.id, "approved", {
    changes: [restored.change],
    mails: [commenterMail(restored.comment, article)],
    purge: threadTags(comment),
  });
}

/** Contact data leave the stored text too. What is masked can't be brought back. Errors: `commentChanged`. */
export function maskComment(
  { comment, version }: Pick<Shown, "version"> & { readonly comment: Comment },
  mask: (text: string) => string,
): Decided<CommentState> {
  const another = readAnother(comment, version, "commentChanged");
  if (another !== null) return err(another);
  const text = mask(comment.text);
  if (text === comment.text) return alreadyDone(comment.id, comment.state);
  const masked = commentChange(comment, { text });
  return decided(comment.id, comment.state, { changes: [masked.change], purge: takenBackTags(comment) });
}

/** Takes a moderator's decision back, as long as nothing happened since. Errors: `undoTooLate`, `commentChanged`, its state. */
export function undoComment(
  input: Pick<Shown, "version"> & { readonly comment: Comment; readonly article: MailArticle },
  verdict: Verdict | null,
  { now }: Context,
): Decided<CommentState> {
  const { comment, article } = input;
  if (verdict === null || now > verdict.expiresAt) return err(fail("undoTooLate"));
  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);
  if (verdict.made !== comment.version) return err(fail("commentChanged"));
  const { state, reason, signals } = z.parse(Comment, { ...comment, ...verdict.before });
  const back = state === "approved" ? "restore" : "undo";
  if (!allows(COMMENT_TRANSITIONS, comment.state, back, "moderator")) return err(commentRefusal(comment));
  const undone = commentChange(comment, { state, reason, signals, appeal: appealBack(comment, verdict) });
  return decided(comment.id, state, {
    changes: [undone.change, { kind: "verdict", before: verdict, after: null }],
    mails: state === "approved" ? [commenterMail(undone.comment, article)] : [],
    purge: comment.state === "approved" ? takenBackTags(comment) : threadTags(comment),
  });
}
