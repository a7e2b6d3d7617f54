import type { WindowState } from "../domain/comments/own.ts";
import type { ThreadQuery } from "../domain/comments/thread.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { PublicBranch, PublicComment, PublicThread } from "./public-view.ts";

/** A comment for the browser that wrote it: as it was typed, and what it may still do to it. */
export interface OwnCommentView {
  readonly id: string;
  readonly article: string;
  readonly root: string | null;
  readonly state: Comment["state"];
  /** As it will be shown. */
  readonly shown: PublicComment;
  readonly text: string;
  readonly version: number;
  readonly window: WindowState;
  /** When the window closes. */
  readonly until: Millis;
  /** The key that it was shown by; empty: the browser is remembered. */
  readonly editKey: string;
}

/** Whether an answer to it is public: a gravestone is none. */
export function isAnswered({ branches }: Pick<PublicThread, "branches">, id: string): boolean {
  return branches.some(({ replies }) => replies.some(({ parent, removed }) => parent === id && !removed));
}

/**
 * The thread as the browser that wrote something sees it: what waits stands where it will stand once it is published. It counts in no
 * total, since nobody else sees it.
 */
export function withOwn(
  thread: PublicThread,
  own: readonly OwnCommentView[],
  { order, branch }: ThreadQuery,
): PublicThread {
  const waiting = own.filter(({ state }) => state === "unconfirmed" || state === "held");
  const replies = (root: string): PublicComment[] =>
    waiting.flatMap((one) => (one.root === root ? [one.shown] : []));
  const roots = branch === undefined ? waiting.filter(({ root }) => root === null) : [];
  const old = thread.branches.map((one) => ({ ...one, replies: [...one.replies, ...replies(one.root.id)] }));
  const fresh = roots.map(({ shown }): PublicBranch => ({ root: shown, replies: [], hiddenReplies: 0 }));
  return {
    ...thread,
    branches: order === "oldest" ? [...old, ...fresh] : [...fresh.toReversed(), ...old],
  };
}
