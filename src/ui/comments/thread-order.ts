import type { PublicBranch, PublicComment } from "../../views/public-view.ts";

/** How many steps answers are set in; what answers an answer at the last step stays at it. */
export const MAX_LEVEL = 3;

/** A comment with the answers that are set in below it. */
export interface ThreadNode {
  readonly comment: PublicComment;
  /** 0 for a root, at most `MAX_LEVEL`. */
  readonly level: number;
  /** Whom it answers, where setting it in doesn't show it. */
  readonly inReplyTo: PublicComment | null;
  readonly children: readonly ThreadNode[];
}

/**
 * A branch as it is set on the page: answers below what they answer, in order of time; those beyond `MAX_LEVEL` follow their
 * ancestor of the last step in the order of a conversation and say whom they answer.
 */
export function arrange({ root, replies }: Pick<PublicBranch, "root" | "replies">): ThreadNode {
  const known = new Set([root, ...replies].map(({ id }) => id));
  const answers = Map.groupBy(replies, ({ parent }) =>
    parent !== null && known.has(parent) ? parent : root.id,
  );
  const answersTo = (id: string): readonly PublicComment[] => answers.get(id) ?? [];

  function node(comment: PublicComment, level: number): ThreadNode {
    const children =
      level < MAX_LEVEL - 1
        ? answersTo(comment.id).map((answer) => node(answer, level + 1))
        : answersTo(comment.id).flatMap((answer) => [flat(answer, null), ...below(answer)]);
    return { comment, level, inReplyTo: null, children };
  }
  function flat(comment: PublicComment, inReplyTo: PublicComment | null): ThreadNode {
    return { comment, level: MAX_LEVEL, inReplyTo, children: [] };
  }
  function below(comment: PublicComment): ThreadNode[] {
    return answersTo(comment.id).flatMap((answer) => [flat(answer, comment), ...below(answer)]);
  }
  return node(root, 0);
}
