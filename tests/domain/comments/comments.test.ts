import { describe, expect, test } from "vitest";
import type { Address } from "../../../src/domain/records/address.ts";
import { Comment } from "../../../src/domain/records/comment.ts";
import { deleteComment, editComment } from "../../../src/domain/comments/changing.ts";
import { approveComment, markSpam, rejectComment } from "../../../src/domain/comments/moderating.ts";
import { confirmComment, publishComment, writeComment } from "../../../src/domain/comments/writing.ts";
import type { CommentDraft } from "../../../src/domain/comments/form.ts";
import { MINUTE } from "../../../src/domain/kernel/time.ts";
import {
  ARTICLE,
  KNOWN_ADDRESS,
  NOW,
  aComment,
  aContext,
  codeOf,
  commentAfter,
  freshId,
  mailNamed,
  mailsOf,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const DRAFT: CommentDraft = {
  article: ARTICLE.slug,
  parent: null,
  text: "Muy útil, gracias.",
  notify: "none",
  remember: false,
  writer: { name: "Carla", email: "carla@example.com", phone: null },
};

function write(over: Partial<Parameters<typeof writeComment>[0]> = {}) {
  const request = { draft: DRAFT, article: ARTICLE, parent: null, address: "hash-carla", signals: [] };
  return writeComment({ ...request, ...over }, aContext());
}

describe("writing a comment", () => {
  test("is a valid record that nobody sees, and one mail without its text", () => {
    const written = outcomeOf(write());
    const comment = commentAfter(written);
    expect(Comment.parse(comment)).toEqual(comment);
    expect(mailsOf(written)).toEqual(["confirmComment carla@example.com"]);
    expect(Object.keys(mailNamed(written, "confirmComment").data)).toEqual(["link", "article"]);
  });

  test("needs an article that exists and takes comments", () => {
    expect(codeOf(write({ article: null }))).toBe("articleNotFound");
    const closed = write({ article: { ...ARTICLE, comments: "closed" } });
    expect(closed).toMatchObject({ ok: false, error: { kind: "closed", code: "commentsClosed" } });
  });

  test("a reply knows its branch, however deep", () => {
    const root = aComment({ state: "approved" });
    const reply = aComment({ state: "approved", parent: root.id, root: root.id });
    const toRoot = outcomeOf(write({ draft: { ...DRAFT, parent: root.id }, parent: root }));
    const toReply = outcomeOf(write({ draft: { ...DRAFT, parent: reply.id }, parent: reply }));
    expect(commentAfter(toRoot)).toMatchObject({ parent: root.id, root: root.id });
    expect(commentAfter(toReply)).toMatchObject({ parent: reply.id, root: root.id });
  });

  const missing = freshId();
  test.each([
    ["is not there", { ...DRAFT, parent: missing }, null],
    ["is not approved", { ...DRAFT, parent: missing }, aComment({ id: missing, state: "held" })],
    [
      "is in another thread",
      { ...DRAFT, parent: missing },
      aComment({ id: missing, state: "approved", article: "otro" }),
    ],
    ["is another one", { ...DRAFT, parent: missing }, aComment({ state: "approved" })],
  ])("a reply to what %s is not possible", (_what, draft, parent) => {
    const result = write({ draft, parent });
    expect(result).toMatchObject({
      ok: false,
      error: { code: "invalid", fields: { parent: "parentUnknown" } },
    });
  });
});

describe("confirming a comment", () => {
  const confirm = (address: Address | null, signals: string[] = []) =>
    outcomeOf(confirmComment({ comment: aComment({ signals }), address, article: ARTICLE }, aContext()));

  test("the first of an address is held, and a person is asked to read it", () => {
    const held = confirm(null);
    expect(held.state).toBe("held");
    expect(mailsOf(held)).toEqual(["commentHeld carla@example.com"]);
    expect(held.decision.purge).toEqual([]);
    expect(held.decision.changes).toContainEqual({
      kind: "address",
      before: null,
      after: { ...KNOWN_ADDRESS, version: 1, approvedComments: 0 },
    });
  });

  test("so is the second, while none was approved", () => {
    expect(confirm({ ...KNOWN_ADDRESS, approvedComments: 0 }).state).toBe("held");
  });

  test("later ones are public at once", () => {
    const approved = confirm(KNOWN_ADDRESS);
    expect(commentAfter(approved)).toMatchObject({ state: "approved", publishedAt: NOW });
    expect(mailsOf(approved)).toEqual(["commentApproved carla@example.com"]);
    expect(approved.decision.purge).toEqual([`thread:${ARTICLE.slug}`]);
    expect(approved.decision.guards).toEqual([
      { type: "unchanged", kind: "address", id: "hash-carla", version: 4 },
    ]);
  });

  test("unless they are suspicious", () => {
    expect(confirm(KNOWN_ADDRESS, ["manyLinks"]).state).toBe("held");
  });

  test("from a browser that remembers it is one step", () => {
    const request = { draft: DRAFT, article: ARTICLE, parent: null, addressId: "hash-carla", signals: [] };
    const first = outcomeOf(publishComment({ ...request, address: null }, aContext()));
    const later = outcomeOf(publishComment({ ...request, address: KNOWN_ADDRESS }, aContext()));
    expect([first.state, later.state]).toEqual(["held", "approved"]);
    expect(commentAfter(later).version).toBe(1);
  });
});

describe("moderating a comment", () => {
  const held = aComment({ state: "held" });

  test("approving it publishes it and lets the next of this address through", () => {
    const approved = outcomeOf(
      approveComment({ comment: held, address: KNOWN_ADDRESS, article: ARTICLE }, aContext()),
    );
    expect(commentAfter(approved)).toMatchObject({ state: "approved", publishedAt: NOW });
    expect(approved.decision.changes).toContainEqual({
      kind: "address",
      before: KNOWN_ADDRESS,
      after: { ...KNOWN_ADDRESS, version: 5, approvedComments: 2 },
    });
  });

  test("rejecting it tells its author why; spam gets no answer", () => {
    const rejected = outcomeOf(
      rejectComment({ comment: held, reason: "Insulta", article: ARTICLE }, aContext()),
    );
    expect(mailNamed(rejected, "commentRejected").data.reason).toBe("Insulta");
    expect(outcomeOf(markSpam({ comment: held }, aContext())).decision.mails).toEqual([]);
  });
});

describe("changing one's own comment", () => {
  const comment = aComment({ state: "approved", publishedAt: NOW });
  const edit = (over: Partial<Parameters<typeof editComment>[0]>, now = NOW) =>
    editComment(
      { comment, text: "Nuevo.", signals: [], hasReplies: false, via: "window", article: ARTICLE, ...over },
      aContext({ now }),
    );

  test("for 15 minutes and until somebody answers, then only by the link", () => {
    expect(edit({}, NOW + 15 * MINUTE).ok).toBe(true);
    expect(codeOf(edit({}, NOW + 15 * MINUTE + 1))).toBe("editWindowOver");
    expect(codeOf(edit({ hasReplies: true }))).toBe("editWindowOver");
    expect(edit({ hasReplies: true, via: "link" }, NOW + 60 * MINUTE).ok).toBe(true);
  });

  test("a suspicious edit is taken down until a person has read it", () => {
    const held = outcomeOf(edit({ signals: ["mule"] }));
    expect(held.state).toBe("held");
    expect(mailsOf(held)).toEqual(["commentHeld carla@example.com"]);
    expect(held.decision.purge).toEqual([`thread:${ARTICLE.slug}`, `baked:${ARTICLE.slug}`]);
  });

  test("the same text again changes nothing", () => {
    expect(outcomeOf(edit({ text: comment.text })).alreadyDone).toBe(true);
  });

  test("deleting blanks the text and the person, and keeps the place in the thread", () => {
    const parent = aComment({ state: "approved" });
    const reply = aComment({ state: "approved", parent: parent.id, root: parent.id });
    const deleted = outcomeOf(deleteComment({ comment: reply, hasReplies: true, via: "link" }, aContext()));
    const left = commentAfter(deleted);
    expect(left).toMatchObject({ state: "deleted", text: "", parent: parent.id, root: parent.id });
    expect(JSON.stringify(left)).not.toContain("arla");
  });
});
