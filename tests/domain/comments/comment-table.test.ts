import { describe, expect, test } from "vitest";
import { COMMENT_STATES, type Comment, type CommentState } from "../../../src/domain/records/comment.ts";
import { deleteComment, editComment } from "../../../src/domain/comments/changing.ts";
import { approveComment, markSpam, rejectComment } from "../../../src/domain/comments/moderating.ts";
import { confirmComment } from "../../../src/domain/comments/writing.ts";
import { COMMENT_STATE_CODES, COMMENT_TRANSITIONS } from "../../../src/domain/comments/states.ts";
import { alreadyDone, type Decided } from "../../../src/domain/records/decision.ts";
import { allows, type Actor } from "../../../src/domain/kernel/transitions.ts";
import {
  ARTICLE,
  KNOWN_ADDRESS,
  aComment,
  aContext,
  codeOf,
  commentAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

describe("the table of a comment", () => {
  const rules: readonly { action: string; by: Actor; ask: (comment: Comment) => Decided<CommentState> }[] = [
    {
      action: "confirm",
      by: "writer",
      ask: (comment) => confirmComment({ comment, address: KNOWN_ADDRESS, article: ARTICLE }, aContext()),
    },
    {
      action: "edit",
      by: "writer",
      ask: (comment) =>
        editComment({ comment, text: "Otra cosa.", signals: [], by: "link", article: ARTICLE }, aContext()),
    },
    {
      action: "delete",
      by: "writer",
      ask: (comment) => deleteComment({ comment, by: "link" }, aContext()),
    },
    {
      action: "approve",
      by: "moderator",
      ask: (comment) => approveComment({ comment, address: KNOWN_ADDRESS, article: ARTICLE }, aContext()),
    },
    {
      action: "reject",
      by: "moderator",
      ask: (comment) => rejectComment({ comment, reason: "Insulta", article: ARTICLE }, aContext()),
    },
    { action: "spam", by: "moderator", ask: (comment) => markSpam({ comment }, aContext()) },
  ];
  /** Where a second asking is told that it was done. */
  const DONE_BEFORE: Readonly<Record<string, readonly CommentState[]>> = {
    confirm: COMMENT_STATES.filter((state) => state !== "unconfirmed"),
    delete: ["deleted"],
    approve: ["approved"],
    reject: ["rejected"],
    spam: ["spam"],
  };
  const pairs = COMMENT_STATES.flatMap((state) => rules.map((rule) => ({ state, ...rule })));

  test.each(pairs)("$action by $by from $state", ({ state, action, by, ask }) => {
    const comment = aComment({ state });
    const result = ask(comment);
    const listed = allows(COMMENT_TRANSITIONS, state, action, by);
    if (!listed) {
      if (DONE_BEFORE[action]?.includes(state)) expect(result).toEqual(alreadyDone(comment.id, state));
      else expect(codeOf(result)).toBe(COMMENT_STATE_CODES[state]);
      return;
    }
    const outcome = outcomeOf(result);
    expect(outcome.alreadyDone).toBeUndefined();
    expect(commentAfter(outcome)).toMatchObject({ state: outcome.state, version: comment.version + 1 });
    const row = { from: state, to: outcome.state, action, by };
    expect(COMMENT_TRANSITIONS).toContainEqual(row);
  });
});
