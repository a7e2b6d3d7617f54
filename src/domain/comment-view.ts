import type { Comment, CommentState } from "./comment.ts";
import type { CacheTag } from "./decision.ts";
import { type DomainErrorCode, fail } from "./errors.ts";
import type { DomainError } from "./errors.ts";

/** What the rules need to know of the article; the build's manifest of articles has it. */
export interface Article {
  readonly slug: string;
  readonly title: string;
  readonly comments: "open" | "closed";
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
