import type { Address } from "../records/address.ts";
import { addressApproved } from "../records/changes.ts";
import { commentChange } from "./changes.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { commenterMail, rejectedMail, type MailArticle } from "./mails.ts";
import { COMMENT_TRANSITIONS, commentRefusal, takenBackTags, threadTags } from "./states.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { err } from "../kernel/errors.ts";
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
    signals: [],
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
  const rejected = commentChange(comment, { state: "rejected", reason });
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
  const marked = commentChange(comment, { state: "spam" });
  return decided(comment.id, "spam", { changes: [marked.change] });
}
