import { describe, expect, test } from "vitest";
import { isAnswered, withOwn, type OwnCommentView } from "../../src/views/own-comments.ts";
import { publicComment } from "../../src/views/public-comment.ts";
import type { Comment } from "../../src/domain/records/comment.ts";
import { aComment, NOW } from "../support/builders/fixtures.ts";

const id = (letter: string): string => letter.repeat(20);
const root = publicComment(aComment({ id: id("a"), state: "approved" }));
const reply = publicComment(aComment({ id: id("b"), parent: id("a"), root: id("a"), state: "approved" }));
const gone = publicComment(aComment({ id: id("c"), parent: id("b"), root: id("a"), state: "deleted" }));
const THREAD = {
  branches: [{ root, replies: [reply, gone], hiddenReplies: 0 }],
  total: 2,
  page: 1,
  pages: 1,
};

function own(over: Partial<Comment>): OwnCommentView {
  const comment = aComment(over);
  const { id, article, root, state, text, version } = comment;
  const shown = { ...publicComment(comment), removed: false, url: "" };
  return { id, article, root, state, text, version, shown, window: "open", until: NOW, editKey: "" };
}
const ids = (thread: typeof THREAD | ReturnType<typeof withOwn>): string[][] =>
  thread.branches.map(({ root, replies }) => [root.id, ...replies.map((one) => one.id)]);

describe("what waits, for who wrote it", () => {
  const waiting = [
    own({ id: id("d"), state: "unconfirmed" }),
    own({ id: id("e"), state: "held", parent: id("a"), root: id("a") }),
    own({ id: id("b"), state: "approved", parent: id("a"), root: id("a") }),
    own({ id: id("f"), state: "rejected" }),
  ];

  test("stands where it will stand, and counts nowhere", () => {
    const seen = withOwn(THREAD, waiting, { order: "oldest", page: 1 });
    expect(ids(seen)).toEqual([[id("a"), id("b"), id("c"), id("e")], [id("d")]]);
    expect(seen.total).toBe(2);
    expect(ids(withOwn(THREAD, waiting, { order: "newest", page: 1 }))[0]).toEqual([id("d")]);
  });

  test("is in no other branch than its own", () => {
    expect(ids(withOwn(THREAD, waiting, { order: "oldest", page: 1, branch: id("a") }))).toHaveLength(1);
  });
});

test("what was answered is so as long as an answer is public", () => {
  expect(isAnswered(THREAD, id("a"))).toBe(true);
  expect(isAnswered(THREAD, id("b"))).toBe(false);
});
