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
  MODERATORS,
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

describe("who moderates", () => {
  const [moderator = ""] = MODERATORS;
  const writer = { ...aComment().writer, email: moderator.toUpperCase() };
  const confirmed = (comment: Comment) =>
    commentAfter(
      outcomeOf(confirmComment({ comment, address: KNOWN_ADDRESS, article: ARTICLE }, aContext())),
    );

  test("is marked once the address is confirmed, and nobody else is, whatever the name", () => {
    expect(confirmed(aComment({ writer })).role).toBe("moderator");
    expect(confirmed(aComment({ writer: { ...writer, email: "otra@example.com" } })).role).toBeNull();
    const draft = { ...DRAFT, writer: { ...DRAFT.writer, email: moderator } };
    expect(commentAfter(outcomeOf(write({ draft }))).role).toBeNull();
  });
});

describe("who wrote the article", () => {
  const article = { ...ARTICLE, authors: ["autora@example.com"] };
  const roleOf = (email: string, under: typeof ARTICLE = article) => {
    const comment = aComment({ writer: { ...aComment().writer, email } });
    return commentAfter(
      outcomeOf(confirmComment({ comment, address: KNOWN_ADDRESS, article: under }, aContext())),
    ).role;
  };

  test("is marked below it by the address alone, before being a moderator, and not below other articles", () => {
    expect(roleOf("Autora@Example.com")).toBe("author");
    expect(roleOf("otra@example.com")).toBeNull();
    expect(roleOf("autora@example.com", ARTICLE)).toBeNull();
    const [moderator = ""] = MODERATORS;
    expect(roleOf(moderator, { ...article, authors: [moderator] })).toBe("author");
  });

  test("is marked at once from a browser that remembers the address", () => {
    const draft = { ...DRAFT, writer: { ...DRAFT.writer, email: "autora@example.com" } };
    const request = { draft, article, parent: null, addressId: "hash", address: KNOWN_ADDRESS, signals: [] };
    expect(commentAfter(outcomeOf(publishComment(request, aContext()))).role).toBe("author");
  });
});

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
    expect(confirm(KNOWN_ADDRESS, ["manyLinks", "link"]).state).toBe("held");
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
  const comment = aComment({ state: "approved", createdAt: NOW, publishedAt: NOW + MINUTE });
  const edit = (over: Partial<Parameters<typeof editComment>[0]>) =>
    editComment({ comment, text: "Nuevo.", signals: [], by: "link", article: ARTICLE, ...over }, aContext());

  test("a suspicious edit is taken down until a person has read it", () => {
    const held = outcomeOf(edit({ signals: ["mule", "fakeEscrow", "wordingFaint"] }));
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
    const deleted = outcomeOf(deleteComment({ comment: reply, by: "link" }, aContext()));
    expect(deleted.decision.guards).toEqual([]);
    const left = commentAfter(deleted);
    expect(left).toMatchObject({ state: "deleted", text: "", parent: parent.id, root: parent.id });
    expect(JSON.stringify(left)).not.toContain("arla");
  });
});
