import type { Comment } from "../records/comment.ts";

export interface ThreadQuery {
  readonly order: "oldest" | "newest";
  /** From 1. */
  readonly page: number;
  /** Only the branch below this root, whole. */
  readonly branch?: string | undefined;
}

export interface ThreadPage {
  /** Roots in the order asked for, each with its replies behind it in order of time. */
  readonly branches: readonly {
    readonly root: Comment;
    readonly replies: readonly Comment[];
    readonly hiddenReplies: number;
  }[];
  /** Approved comments in the whole thread. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}
