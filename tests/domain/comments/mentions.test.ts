import { describe, expect, test } from "vitest";
import {
  approveMention,
  MENTION_TRANSITIONS,
  type MentionReading,
  readMention,
  receiveMention,
  rejectMention,
  reportedMention,
  undoMention,
} from "../../../src/domain/comments/mentions.ts";
import { MENTION_TRIES, MENTION_TRY_AGAIN } from "../../../src/domain/kernel/outside-limits.ts";
import type { Decided } from "../../../src/domain/records/decision.ts";
import type { Verdict } from "../../../src/domain/records/verdict.ts";
import { MENTION_STATES, type Mention, type MentionState } from "../../../src/domain/records/mention.ts";
import { mention, NOW } from "../../support/builders/records.ts";

const CONTEXT = { now: NOW, newId: () => "a".repeat(20), moderators: [], limits: true };
const WORDS = { author: "Ana", title: "Una entrada", text: "Muy de acuerdo." };
const LINKED: MentionReading = { status: "linked", words: WORDS, signals: [] };
const GONE: MentionReading = { status: "gone" };
const BAKED = ["thread:un-articulo", "baked:un-articulo"];

function outcome(decided: Decided<MentionState>) {
  if (!decided.ok) throw new Error(decided.error.code);
  const { decision, state } = decided.value;
  const [change] = decision.changes;
  const after = change?.kind === "mention" ? change.after : undefined;
  return { state, after, purge: decision.purge };
}
const read = (record: Mention, reading: MentionReading) =>
  outcome(readMention({ mention: record, reading }, CONTEXT));
const sent = (before: Mention | null) =>
  outcome(receiveMention({ ...mention(), before }, { ...CONTEXT, now: NOW + 5 }));

describe("a mention that comes in", () => {
  test("waits until its page was read, and says nothing before", () => {
    expect(sent(null)).toMatchObject({
      state: "received",
      after: { version: 1, checkAt: NOW + 5, author: null, title: null, text: null },
    });
  });

  test("again has its page read again, wherever it stands, but where a moderator rejected it", () => {
    for (const state of ["received", "held", "approved"] as const) {
      expect(sent(mention({ state })).after, state).toMatchObject({ state, checkAt: NOW + 5, version: 2 });
    }
    expect(sent(mention({ state: "rejected" })).after).toBeUndefined();
    expect(sent(mention({ state: "deleted", publishedAt: NOW })).after).toMatchObject({
      state: "received",
      publishedAt: null,
      version: 2,
    });
    // It is in the queue already.
    expect(sent(mention({ checkAt: NOW })).after).toBeUndefined();
  });
});

describe("once its page was read", () => {
  test("it waits for a moderator, in public words or none", () => {
    expect(read(mention({ state: "received", checkAt: NOW }), LINKED)).toMatchObject({
      state: "held",
      after: { ...WORDS, checkAt: null },
      purge: [],
    });
  });

  test("what was approved stays so only as it was read", () => {
    const approved = mention({ state: "approved", publishedAt: NOW, checkAt: NOW, ...WORDS });
    expect(read(approved, LINKED)).toMatchObject({ state: "approved", after: { checkAt: null }, purge: [] });
    const other: MentionReading = { ...LINKED, words: { ...WORDS, text: "Otra cosa." } };
    expect(read(approved, other)).toMatchObject({ state: "held", purge: BAKED });
  });

  test("a page that is gone, or links here no more, leaves none of its words", () => {
    const approved = mention({ state: "approved", publishedAt: NOW, ...WORDS });
    expect(read(approved, GONE)).toMatchObject({
      state: "deleted",
      after: { author: null, title: null, text: null, checkAt: null },
      purge: BAKED,
    });
    expect(read(mention({ state: "held", ...WORDS }), GONE).after).toMatchObject({ text: null });
    expect(read(mention({ state: "received" }), GONE).after).toBeNull();
  });

  test("one that can't be read is tried again, later each time, and then forgotten or left as it was", () => {
    const unreadable: MentionReading = { status: "unreadable" };
    let record = mention({ state: "received", checkAt: NOW });
    for (let tried = 0; tried < MENTION_TRIES - 1; tried += 1) {
      const { after } = read(record, unreadable);
      expect(after).toMatchObject({ state: "received", checkAt: NOW + MENTION_TRY_AGAIN * 2 ** tried });
      if (after) record = after;
    }
    expect(read(record, unreadable).after).toBeNull();
    const approved = mention({ state: "approved", tries: MENTION_TRIES - 1, ...WORDS });
    expect(read(approved, unreadable)).toMatchObject({
      state: "approved",
      after: { ...WORDS, checkAt: null },
    });
  });

  test("a moderator's no stays, whatever its page says", () => {
    for (const reading of [LINKED, GONE]) {
      const { state, after } = read(mention({ state: "rejected", text: null, checkAt: NOW }), reading);
      expect(state).toBe("rejected");
      expect(after).toMatchObject({ text: null, checkAt: null });
    }
  });

  test("it waits since it was first held, whatever is read while it does", () => {
    const waiting = mention({ state: "held", heldAt: NOW - 9, checkAt: NOW, ...WORDS });
    const other: MentionReading = { ...LINKED, words: { ...WORDS, title: "Otra" }, signals: ["links"] };
    expect(read(waiting, other).after).toMatchObject({ state: "held", heldAt: NOW - 9, signals: ["links"] });
    expect(read(waiting, LINKED).after).toMatchObject({ ...WORDS, heldAt: NOW - 9, checkAt: null });
    const approved = mention({ state: "approved", publishedAt: NOW, heldAt: NOW - 9, ...WORDS });
    expect(read(approved, other).after).toMatchObject({ state: "held", heldAt: NOW, title: "Otra" });
  });

  test("other words in any of its parts are other words", () => {
    const approved = mention({ state: "approved", publishedAt: NOW, ...WORDS });
    for (const part of ["author", "title", "text"] as const) {
      const words = { ...WORDS, [part]: "Otra cosa." };
      expect(read(approved, { ...LINKED, words }).state, part).toBe("held");
    }
  });
});

describe("a moderator", () => {
  test("lets it be seen, or not, as the table of states allows and no other way", () => {
    const can = (from: MentionState, actions: readonly string[]) =>
      MENTION_TRANSITIONS.some(
        (row) => row.from === from && actions.includes(row.action) && row.by === "moderator",
      );
    for (const state of MENTION_STATES) {
      const record = mention({ state });
      const approved = approveMention({ mention: record }, CONTEXT);
      const rejected = rejectMention({ mention: record, reason: "No viene a cuento." });
      expect(approved.ok, state).toBe(state === "approved" || can(state, ["approve", "restore"]));
      expect(rejected.ok, state).toBe(state === "rejected" || can(state, ["reject"]));
    }
  });

  test("decides on what was read", () => {
    const record = mention({ version: 3 });
    expect(approveMention({ mention: record, version: 2 }, CONTEXT)).toMatchObject({
      error: { code: "mentionChanged" },
    });
    expect(outcome(approveMention({ mention: record, version: 3 }, CONTEXT))).toMatchObject({
      state: "approved",
      after: { publishedAt: NOW },
      purge: ["thread:un-articulo"],
    });
    const published = mention({ state: "approved", publishedAt: NOW });
    expect(outcome(rejectMention({ mention: published, reason: "No." }))).toMatchObject({
      after: { reason: "No." },
      purge: BAKED,
    });
  });
});

describe("enough reports", () => {
  test("put what is public out of sight until a moderator looks again, and nothing else", () => {
    const published = mention({ state: "approved", publishedAt: NOW, signals: [] });
    const reported = reportedMention(published, ["reports"], NOW + 7);
    expect(reported?.changes).toMatchObject([
      { kind: "mention", after: { state: "held", heldAt: NOW + 7, signals: ["reports"], version: 2 } },
    ]);
    expect(reported?.purge).toEqual(BAKED);
    expect(reportedMention(mention({ state: "held" }), ["reports"], NOW)).toBeNull();
  });
});

describe("undoing a decision about a mention", () => {
  const verdictOf = (record: Mention, before: Verdict["before"]): Verdict => ({
    id: "verdict",
    version: 1,
    kind: "mention",
    action: "reject",
    made: record.version,
    before,
    appealed: false,
    expiresAt: NOW,
  });
  const undo = (record: Mention, verdict: Verdict | null, version = record.version) =>
    undoMention({ mention: record, version }, verdict, CONTEXT);

  test("puts it back as it was, in sight or not", () => {
    const rejected = mention({ state: "rejected", reason: "No.", publishedAt: NOW });
    expect(outcome(undo(rejected, verdictOf(rejected, { state: "held", reason: null })))).toMatchObject({
      state: "held",
      after: { state: "held", reason: null },
      purge: BAKED,
    });
    const seen = { state: "approved", reason: null, publishedAt: NOW };
    expect(outcome(undo(rejected, verdictOf(rejected, seen)))).toMatchObject({
      state: "approved",
      purge: ["thread:un-articulo"],
    });
  });

  test("is possible in time, on what was read, while nothing happened since", () => {
    const rejected = mention({ state: "rejected" });
    const verdict = verdictOf(rejected, { state: "held" });
    expect(undo(rejected, verdict).ok).toBe(true);
    const refusals = [
      [undo(rejected, null), "undoTooLate"],
      [undo(rejected, { ...verdict, expiresAt: NOW - 1 }), "undoTooLate"],
      [undo(rejected, verdict, 9), "mentionChanged"],
      [undo(rejected, { ...verdict, made: 9 }), "mentionChanged"],
      [undo(mention({ state: "deleted" }), verdict), "mentionOver"],
    ] as const;
    for (const [undone, code] of refusals) expect(undone).toMatchObject({ error: { code } });
  });
});
