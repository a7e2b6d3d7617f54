import type { Comment } from "./comment.ts";
import type { CacheTag } from "./decision.ts";
import { COMMENT_STATE_CODES, fail } from "./errors.ts";
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

/** Why something can't be done with a comment as it is now. */
export function commentRefusal(comment: Comment): DomainError {
  return fail(COMMENT_STATE_CODES[comment.state]);
}

/** The cached pages that show a comment. */
export function threadTags(comment: Comment): readonly CacheTag[] {
  return [`thread:${comment.article}`];
}
