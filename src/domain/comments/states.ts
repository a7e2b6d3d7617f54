import type { CacheTag } from "../records/decision.ts";
import { type DomainErrorCode, fail, type DomainError } from "../kernel/errors.ts";
import type { Transition } from "../kernel/transitions.ts";
import type { CommentState, Comment } from "../records/comment.ts";

export type CommentAction =
  | "write"
  | "publish"
  | "confirm"
  | "correct"
  | "edit"
  | "delete"
  | "approve"
  | "reject"
  | "spam"
  | "report"
  | "restore"
  | "undo";

/** The life of a comment (`docs/rules.md`). */
export const COMMENT_TRANSITIONS: readonly Transition<CommentState, CommentAction>[] = [
  { from: null, to: "unconfirmed", action: "write", by: "writer" },
  { from: null, to: "held", action: "publish", by: "writer" },
  { from: null, to: "approved", action: "publish", by: "writer" },
  { from: "unconfirmed", to: "held", action: "confirm", by: "writer" },
  { from: "unconfirmed", to: "approved", action: "confirm", by: "writer" },
  { from: "unconfirmed", to: "unconfirmed", action: "correct", by: "writer" },
  { from: "held", to: "held", action: "edit", by: "writer" },
  { from: "approved", to: "approved", action: "edit", by: "writer" },
  { from: "approved", to: "held", action: "edit", by: "writer" },
  { from: "held", to: "deleted", action: "delete", by: "writer" },
  { from: "approved", to: "deleted", action: "delete", by: "writer" },
  // What was not published is still theirs to have forgotten.
  { from: "rejected", to: "deleted", action: "delete", by: "writer" },
  { from: "spam", to: "deleted", action: "delete", by: "writer" },
  { from: "held", to: "approved", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  { from: "held", to: "spam", action: "spam", by: "moderator" },
  { from: "approved", to: "rejected", action: "reject", by: "moderator" },
  { from: "approved", to: "held", action: "report", by: "reporters" },
  // An appeal that was won, or a moderator's undo.
  { from: "rejected", to: "approved", action: "restore", by: "moderator" },
  { from: "spam", to: "approved", action: "restore", by: "moderator" },
  { from: "rejected", to: "held", action: "undo", by: "moderator" },
  { from: "spam", to: "held", action: "undo", by: "moderator" },
  { from: "approved", to: "held", action: "undo", by: "moderator" },
  { from: "approved", to: "rejected", action: "undo", by: "moderator" },
];

/** What the rules need to know of the article; the build's manifest of articles has it. */
export interface ArticleOfThread {
  readonly slug: string;
  readonly title: string;
  readonly comments: "open" | "closed";
  /** The addresses of who wrote it, as the deploy was told; absent: nobody's is known. */
  readonly authors?: readonly string[];
}

/** Only what was approved is ever public. */
export function isPublicComment(comment: Comment): boolean {
  return comment.state === "approved";
}

/** "It is in that state, so this can't be done." */
export const COMMENT_STATE_CODES: Readonly<Record<CommentState, DomainErrorCode>> = {
  unconfirmed: "commentUnconfirmed",
  held: "commentHeld",
  approved: "commentApproved",
  rejected: "commentRejected",
  spam: "commentSpam",
  deleted: "commentDeleted",
};

/** Why something can't be done with a comment as it is now. */
export function commentRefusal(comment: Comment): DomainError {
  return fail(COMMENT_STATE_CODES[comment.state]);
}

/** The cached pages that show a comment. */
export function threadTags(comment: Comment): readonly CacheTag[] {
  return [`thread:${comment.article}`];
}

/** The same when what they show is taken back: the article may have been built with it, so it is built again. */
export function takenBackTags(comment: Comment): readonly CacheTag[] {
  return comment.publishedAt === null
    ? threadTags(comment)
    : [...threadTags(comment), `baked:${comment.article}`];
}
