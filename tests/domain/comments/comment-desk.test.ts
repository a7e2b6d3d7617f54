import { describe, expect, test } from "vitest";
import {
  maskComment,
  markSpam,
  restoreComment,
  undoComment,
} from "../../../src/domain/comments/moderating.ts";
import { HOUR } from "../../../src/domain/kernel/time.ts";
import type { Comment } from "../../../src/domain/records/comment.ts";
import type { Verdict } from "../../../src/domain/records/verdict.ts";
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

const CONTEXT = aContext({ now: NOW + HOUR });
const THREAD = `thread:${ARTICLE.slug}`;
const BAKED = `baked:${ARTICLE.slug}`;
const LOST = { text: "Era broma.", at: NOW, decided: "lost" } as const;

const restore = (comment: Comment, version = comment.version) =>
  restoreComment({ comment, article: ARTICLE, version }, CONTEXT);

describe("a moderator who thinks better of it", () => {
  test("brings a comment back where it stood, cleared of what held it, and its writer is told", () => {
    for (const state of ["rejected", "spam"] as const) {
      const comment = aComment({ state, publishedAt: NOW, reason: "Insulta.", signals: ["links"] });
      const back = outcomeOf(restore(comment));
      const cleared = { state: "approved", reason: null, cleared: true, signals: [], publishedAt: NOW };
      expect(commentAfter(back), state).toMatchObject(cleared);
      expect(mailsOf(back)).toEqual([`commentApproved ${comment.writer.email}`]);
      expect(back.decision.purge).toEqual([THREAD]);
    }
    expect(commentAfter(outcomeOf(restore(aComment({ state: "rejected" })))).publishedAt).toBe(NOW + HOUR);
  });

  test("can't bring back what is deleted, nor what changed meanwhile; what is public stays", () => {
    expect(codeOf(restore(aComment({ state: "deleted" })))).toBe("commentDeleted");
    expect(codeOf(restore(aComment({ state: "rejected" }), 9))).toBe("commentChanged");
    expect(outcomeOf(restore(aComment({ state: "approved" }))).decision.changes).toEqual([]);
  });
});

describe("a moderator who marks spam", () => {
  test("answers nobody, and an appeal that waited is lost with it", () => {
    const comment = aComment({ state: "held", appeal: { ...LOST, decided: null } });
    const marked = outcomeOf(markSpam({ comment, version: comment.version }, CONTEXT));
    expect(commentAfter(marked)).toMatchObject({ state: "spam", appeal: LOST });
    expect(mailsOf(marked)).toEqual([]);
  });

  test("decides on what was read, and once", () => {
    const comment = aComment({ state: "held" });
    expect(codeOf(markSpam({ comment, version: 9 }, CONTEXT))).toBe("commentChanged");
    expect(codeOf(markSpam({ comment: aComment({ state: "approved" }) }, CONTEXT))).toBe("commentApproved");
    expect(outcomeOf(markSpam({ comment: aComment({ state: "spam" }) }, CONTEXT)).decision.changes).toEqual(
      [],
    );
  });
});

describe("a moderator who masks contact data", () => {
  const mask = (text: string) => text.replace("600 11 22 33", "[oculto]");

  test("changes the stored text, and pages that were built with it are built again", () => {
    const comment = aComment({ state: "approved", publishedAt: NOW, text: "Llama al 600 11 22 33." });
    const masked = outcomeOf(maskComment({ comment, version: comment.version }, mask));
    expect(commentAfter(masked)).toMatchObject({ text: "Llama al [oculto].", state: "approved", version: 2 });
    expect(masked.decision.purge).toEqual([THREAD, BAKED]);
  });

  test("changes nothing where there are none, nor what was read otherwise", () => {
    const comment = aComment({ state: "approved", text: "Gracias." });
    expect(outcomeOf(maskComment({ comment }, mask)).decision.changes).toEqual([]);
    expect(codeOf(maskComment({ comment, version: 9 }, mask))).toBe("commentChanged");
  });
});

describe("undoing a moderator's decision about a comment", () => {
  const verdictOf = (comment: Comment, before: Verdict["before"], over: Partial<Verdict> = {}): Verdict => ({
    id: "verdict",
    version: 1,
    kind: "comment",
    action: "reject",
    made: comment.version,
    before,
    appealed: false,
    expiresAt: NOW + HOUR,
    ...over,
  });
  const undo = (comment: Comment, verdict: Verdict | null, version = comment.version) =>
    undoComment({ comment, article: ARTICLE, version }, verdict, CONTEXT);

  test("puts a rejected one back where it waited, with its signals", () => {
    const comment = aComment({ state: "rejected", reason: "Insulta.", version: 5 });
    const verdict = verdictOf(comment, { state: "held", reason: null, signals: ["links"] });
    const undone = outcomeOf(undo(comment, verdict));
    expect(commentAfter(undone)).toMatchObject({
      state: "held",
      reason: null,
      signals: ["links"],
      version: 6,
    });
    expect(undone.decision.changes).toContainEqual({ kind: "verdict", before: verdict, after: null });
    expect(mailsOf(undone)).toEqual([]);
    expect(undone.decision.purge).toEqual([THREAD]);
  });

  test("publishes again what had been public, and tells its writer", () => {
    const comment = aComment({ state: "rejected", publishedAt: NOW, reason: "Insulta." });
    const undone = outcomeOf(undo(comment, verdictOf(comment, { state: "approved", reason: null })));
    expect(undone.state).toBe("approved");
    expect(mailsOf(undone)).toEqual([`commentApproved ${comment.writer.email}`]);
  });

  test("takes back what was let through, from the built pages too", () => {
    const comment = aComment({ state: "approved", publishedAt: NOW });
    const undone = outcomeOf(undo(comment, verdictOf(comment, { state: "held" }, { action: "approve" })));
    expect(undone.state).toBe("held");
    expect(undone.decision.purge).toEqual([THREAD, BAKED]);
  });

  test("lets an appeal that it had decided wait again, and no other", () => {
    const comment = aComment({ state: "rejected", appeal: LOST });
    const before = { state: "held" };
    const waiting = outcomeOf(undo(comment, verdictOf(comment, before, { appealed: true })));
    expect(commentAfter(waiting).appeal).toEqual({ ...LOST, decided: null });
    expect(commentAfter(outcomeOf(undo(comment, verdictOf(comment, before)))).appeal).toEqual(LOST);
  });

  test("is possible to the last moment, on what was read, while nothing happened since", () => {
    const comment = aComment({ state: "rejected" });
    const verdict = verdictOf(comment, { state: "held" });
    expect(codeOf(undo(comment, null))).toBe("undoTooLate");
    expect(codeOf(undo(comment, { ...verdict, expiresAt: NOW + HOUR - 1 }))).toBe("undoTooLate");
    expect(undo(comment, verdict).ok).toBe(true);
    expect(codeOf(undo(comment, verdict, 9))).toBe("commentChanged");
    expect(codeOf(undo(comment, { ...verdict, made: 0 }))).toBe("commentChanged");
    const deleted = aComment({ state: "deleted" });
    expect(codeOf(undo(deleted, verdictOf(deleted, { state: "held" })))).toBe("commentDeleted");
  });
});
