import { describe, expect, test } from "vitest";
import {
  changeOwnComment,
  parseOwnComment,
  type FoundOwn,
  windowOf,
} from "../../../src/domain/comments/own.ts";
import { MINUTE } from "../../../src/domain/kernel/time.ts";
import { answersCounter } from "../../../src/domain/records/decision.ts";
import {
  aComment,
  aContext,
  ARTICLE,
  codeOf,
  commentAfter,
  mailsOf,
  NOW,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const comment = aComment({ state: "approved", createdAt: NOW, publishedAt: NOW + MINUTE });
const EDIT = { action: "edit", editKey: "", text: "Nuevo.", signals: [] } as const;
const DELETE = { ...EDIT, action: "delete", text: "" } as const;
const MARTA = "carla@example.com";

const change = (
  draft: Parameters<typeof changeOwnComment>[0],
  found: Partial<FoundOwn> = {},
  now: number = NOW,
) => changeOwnComment(draft, { comment, by: "cookie", article: ARTICLE, ...found }, aContext({ now }));

describe("the browser that wrote a comment", () => {
  test("changes it or takes it away for 15 minutes since it was written", () => {
    for (const draft of [EDIT, DELETE]) {
      expect(change(draft, {}, NOW + 15 * MINUTE).ok).toBe(true);
      expect(codeOf(change(draft, {}, NOW + 15 * MINUTE + 1))).toBe("editWindowOver");
    }
  });

  test("only as long as nobody has answered, which the commit looks at", () => {
    const untilAnswered = [{ type: "atMost", counter: answersCounter(comment.id), max: 0 }];
    expect(outcomeOf(change(EDIT)).decision.guards).toEqual(untilAnswered);
    expect(outcomeOf(change(DELETE)).decision.guards).toEqual(untilAnswered);
  });

  test("has to show that it is the one, whether there is such a comment or not", () => {
    expect(codeOf(change(EDIT, { by: null }))).toBe("commentNotYours");
    expect(codeOf(change(EDIT, { by: null, comment: null }))).toBe("commentNotYours");
    expect(codeOf(change(EDIT, { by: "key", comment: null }))).toBe("commentNotFound");
  });

  test("whoever only typed the address can't change what was confirmed unseen", () => {
    expect(mailsOf(outcomeOf(change(EDIT, { by: "key" })))).toEqual([`commentEdited ${MARTA}`]);
    expect(mailsOf(outcomeOf(change(EDIT, { by: "cookie" })))).toEqual([]);
  });

  test("corrects what waits to be confirmed, and leaves nothing of it when it takes it away", () => {
    const waiting = aComment();
    const corrected = outcomeOf(change(EDIT, { comment: waiting, by: "key" }));
    expect(commentAfter(corrected)).toMatchObject({ state: "unconfirmed", text: "Nuevo.", version: 2 });
    expect(mailsOf(corrected)).toEqual([]);
    const deleted = outcomeOf(change(DELETE, { comment: waiting, by: "key" }));
    expect(deleted.decision.changes).toEqual([{ kind: "comment", before: waiting, after: null }]);
  });

  test("can have a rejected comment deleted, and not changed", () => {
    const rejected = aComment({ state: "rejected", reason: "Insulta" });
    expect(codeOf(change(EDIT, { comment: rejected }))).toBe("commentRejected");
    expect(outcomeOf(change(DELETE, { comment: rejected })).state).toBe("deleted");
  });

  test("that read another version is told so", () => {
    expect(codeOf(change({ ...EDIT, version: comment.version + 1 }))).toBe("commentChanged");
  });

  test("taking it away twice is taking it away once", () => {
    const deleted = aComment({ state: "deleted" });
    expect(outcomeOf(change(DELETE, { comment: deleted }, NOW + 60 * MINUTE)).alreadyDone).toBe(true);
  });
});

test("the window says why it is shut", () => {
  expect(windowOf(comment, false, NOW + 15 * MINUTE)).toBe("open");
  expect(windowOf(comment, false, NOW + 15 * MINUTE + 1)).toBe("over");
  expect(windowOf(comment, true, NOW)).toBe("answered");
  expect(windowOf(aComment({ state: "rejected" }), false, NOW)).toBe("closed");
});

test("an edit has a text, a deletion needs none", () => {
  expect(parseOwnComment({ action: "delete" })).toMatchObject({ ok: true, value: { text: "" } });
  expect(parseOwnComment({ action: "edit" })).toEqual({ ok: false, error: { text: "commentMissing" } });
  expect(parseOwnComment({ action: "approve" })).toEqual({ ok: false, error: { action: "actionUnknown" } });
});
