import { describe, expect, test } from "vitest";
import {
  appealComment,
  grantCommentAppeal,
  isAgainstComment,
  refuseCommentAppeal,
} from "../../../src/domain/comments/appealing.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import { COMMENT_STATES, type Comment } from "../../../src/domain/records/comment.ts";
import {
  aComment,
  aContext,
  ARTICLE,
  codeOf,
  commentAfter,
  mailNamed,
  mailsOf,
  NOW,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const LATER = aContext({ now: NOW + DAY });
const TEXT = "Era una broma entre amigas.";
const REASON = "Sigue siendo un insulto.";
const SAID = { text: TEXT, at: NOW, decided: null } as const;

const against = (over: Partial<Comment> = {}) =>
  aComment({ state: "rejected", reason: "Insulta.", publishedAt: NOW, ...over });
const appeal = (comment: Comment, isBlocked = false) =>
  appealComment({ comment, article: ARTICLE, text: TEXT, isBlocked }, LATER);
const grant = (comment: Comment, version = comment.version) =>
  grantCommentAppeal({ comment, article: ARTICLE, version }, LATER);
const refuse = (comment: Comment, version = comment.version) =>
  refuseCommentAppeal({ comment, article: ARTICLE, version, reason: REASON });

describe("an appeal about a comment", () => {
  test("is for what was decided against it: not published, spam, held by reports", () => {
    const states = COMMENT_STATES.filter((state) => isAgainstComment(aComment({ state, signals: [] })));
    expect(states).toEqual(["rejected", "spam"]);
    expect(isAgainstComment(aComment({ state: "held", signals: ["reports"] }))).toBe(true);
    expect(isAgainstComment(aComment({ state: "held", signals: ["links"] }))).toBe(false);
    expect(isAgainstComment(aComment({ state: "approved", signals: ["reports"] }))).toBe(false);
  });

  test("keeps what was said and changes nothing else meanwhile", () => {
    const said = outcomeOf(appeal(against()));
    expect(said.state).toBe("rejected");
    expect(commentAfter(said)).toMatchObject({
      state: "rejected",
      reason: "Insulta.",
      version: 2,
      appeal: { text: TEXT, at: NOW + DAY, decided: null },
    });
    expect([said.decision.mails, said.decision.purge]).toEqual([[], []]);
  });

  test("is made once: said again it waits, decided it is over", () => {
    expect(outcomeOf(appeal(against({ appeal: SAID }))).decision.changes).toEqual([]);
    for (const decided of ["won", "lost"] as const) {
      expect(codeOf(appeal(against({ appeal: { ...SAID, decided } })))).toBe("appealUsed");
    }
  });

  test("is not for what nobody decided against, unless everything of theirs is held", () => {
    const codes = { unconfirmed: "commentUnconfirmed", held: "commentHeld", approved: "commentApproved" };
    for (const [state, code] of Object.entries(codes)) {
      const comment = aComment({ state: state as keyof typeof codes, signals: [] });
      expect(codeOf(appeal(comment)), state).toBe(code);
      expect(appeal(comment, true).ok, state).toBe(true);
    }
    expect(codeOf(appeal(aComment({ state: "deleted" }), true))).toBe("commentDeleted");
  });

  test("that is right publishes the comment where it stood, and says so", () => {
    for (const state of ["rejected", "spam"] as const) {
      const comment = against({ state, appeal: SAID, signals: ["links"] });
      const won = outcomeOf(grant(comment));
      expect(commentAfter(won)).toMatchObject({
        state: "approved",
        reason: null,
        cleared: true,
        signals: [],
        publishedAt: NOW,
        appeal: { ...SAID, decided: "won" },
      });
      expect(mailNamed(won, "appealDecided").data).toMatchObject({ decided: "won", reason: null });
      expect(won.decision.purge).toEqual([`thread:${ARTICLE.slug}`]);
    }
    const never = outcomeOf(grant(against({ appeal: SAID, publishedAt: null })));
    expect(commentAfter(never).publishedAt).toBe(NOW + DAY);
  });

  test("that is right leaves what is public or held by a block as it is", () => {
    for (const state of ["approved", "held"] as const) {
      const won = outcomeOf(grant(aComment({ state, appeal: SAID, publishedAt: null, signals: ["links"] })));
      expect(commentAfter(won), state).toMatchObject({
        state,
        publishedAt: null,
        signals: ["links"],
        appeal: { decided: "won" },
      });
      expect(won.decision.purge, state).toEqual([]);
    }
  });

  test("that is not tells why, and what was decided stands", () => {
    const comment = against({ appeal: SAID });
    const lost = outcomeOf(refuse(comment));
    expect(commentAfter(lost)).toMatchObject({
      state: "rejected",
      reason: REASON,
      appeal: { decided: "lost" },
    });
    expect(mailsOf(lost)).toEqual([`appealDecided ${comment.writer.email}`]);
    expect(mailNamed(lost, "appealDecided").data).toMatchObject({ decided: "lost", reason: REASON });
    const shown = outcomeOf(refuse(aComment({ state: "approved", reason: null, appeal: SAID })));
    // A reason beside a public comment would say that it is not.
    expect(commentAfter(shown).reason).toBeNull();
  });

  test("is decided once, by who read it as it stands", () => {
    const comment = against({ appeal: SAID });
    expect(codeOf(grant(comment, 7))).toBe("commentChanged");
    expect(codeOf(refuse(comment, 7))).toBe("commentChanged");
    expect(outcomeOf(refuse(against({ appeal: { ...SAID, decided: "lost" } }))).decision.changes).toEqual([]);
    for (const decide of [grant, refuse]) expect(codeOf(decide(against()))).toBe("commentRejected");
  });
});
