import { VOTE_TTL_HOURS } from "../../../src/domain/kernel/limits.ts";
import { describe, expect, it } from "vitest";
import { castVote, VOTE_FORM } from "../../../src/domain/feedback/voting.ts";
import type { Outcome } from "../../../src/domain/records/decision.ts";
import { parseForm } from "../../../src/domain/kernel/form.ts";
import { HOUR } from "../../../src/domain/kernel/time.ts";
import { type Vote, type VoteValue } from "../../../src/domain/records/vote.ts";

const NOW = Date.UTC(2026, 10, 21, 12);
const QUESTION = { slug: "cuanto-cuesta", title: "¿Cuánto cuesta?" };
const ID = "v".repeat(43);
const context = { now: NOW, newId: () => "abcdefghijklmnopqrst", moderators: [], limits: true };

function cast(
  form: Record<string, string>,
  before: Vote | null = null,
  signals: readonly string[] = [],
): Outcome<VoteValue> {
  const parsed = parseForm(VOTE_FORM, { question: QUESTION.slug, ...form });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const decided = castVote(
    { draft: parsed.value, question: QUESTION, id: ID, before, signals, owner: "info@makethejobs.test" },
    context,
  );
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value;
}

function voteAfter({ decision }: Outcome<VoteValue>): Vote {
  const [change] = decision.changes;
  if (change?.kind !== "vote" || change.after === null) throw new Error("no vote was kept");
  return change.after;
}

describe("a form about an answer", () => {
  it.each([
    [{}, { question: "questionMissing", value: "voteMissing" }],
    [{ question: "x", value: "quizá" }, { value: "voteUnknown" }],
    [{ question: "x", value: "no", text: "a".repeat(1001) }, { text: "voteTextTooLong" }],
  ])("%j is refused by field", (form, errors) => {
    expect(parseForm(VOTE_FORM, form)).toEqual({ ok: false, error: errors });
  });

  it("may say nothing more, and what it says is cleaned", () => {
    expect(parseForm(VOTE_FORM, { question: " x ", value: "no", text: " \u200b " })).toEqual({
      ok: true,
      value: { question: "x", value: "no", text: null },
    });
    expect(parseForm(VOTE_FORM, { question: "x", value: "no", text: "No\r\nvale " })).toMatchObject({
      value: { text: "No\nvale" },
    });
  });
});

describe("a vote", () => {
  it("is kept for as long as its visitor can be told apart", () => {
    const { decision, id, state } = cast({ value: "yes" });
    expect([id, state]).toEqual(["cuanto-cuesta", "yes"]);
    expect(decision.changes).toMatchObject([
      { kind: "vote", before: null, after: { id: ID, version: 1, value: "yes", text: null } },
    ]);
    expect(decision.changes[0]?.forgetAt).toBe(NOW + VOTE_TTL_HOURS * HOUR);
    expect(decision.mails).toEqual([]);
  });

  it("the same again changes nothing", () => {
    const before = voteAfter(cast({ value: "yes" }));
    const { decision, alreadyDone } = cast({ value: "yes" }, before);
    expect(alreadyDone).toBe(true);
    expect(decision.changes).toEqual([]);
  });

  it("can be changed, and is forgotten no later for it", () => {
    const before = { ...voteAfter(cast({ value: "yes" })), createdAt: NOW - HOUR };
    const after = cast({ value: "no" }, before);
    expect(after.decision.changes).toMatchObject([{ before, after: { version: 2, value: "no" } }]);
    expect(after.decision.changes[0]?.forgetAt).toBe(NOW - HOUR + VOTE_TTL_HOURS * HOUR);
  });
});

describe("what is written with a vote", () => {
  it("reaches the editors, without a trace of who wrote it", () => {
    const { decision } = cast({ value: "no", text: "No dice el precio" }, null, ["link"]);
    expect(decision.mails).toEqual([
      {
        id: "questionFeedback/abcdefghijklmnopqrst/1",
        name: "questionFeedback",
        to: "info@makethejobs.test",
        data: { question: QUESTION, value: "no", text: "No dice el precio", signals: ["link"] },
      },
    ]);
    expect(JSON.stringify(decision.mails)).not.toContain(ID);
  });

  it("arrives once, however often it is sent, and again when it says something else", () => {
    const before = voteAfter(cast({ value: "no", text: "No dice el precio" }));
    expect(cast({ value: "no", text: "No dice el precio" }, before)).toMatchObject({ alreadyDone: true });
    const other = cast({ value: "no", text: "Ni el plazo" }, before);
    expect(other.decision.mails).toMatchObject([{ data: { text: "Ni el plazo" } }]);
    expect(voteAfter(other).version).toBe(2);
  });

  it("added to an earlier «no» leaves the number as it was", () => {
    const before = voteAfter(cast({ value: "no" }));
    expect(voteAfter(cast({ value: "no", text: "Falta el plazo" }, before)).value).toBe("no");
  });

  it("arrives even when a program filled in the form, whose vote is not counted", () => {
    const { decision } = cast({ value: "no", text: "Compra ya" }, null, ["honeypot"]);
    expect(decision.changes).toEqual([]);
    expect(decision.mails).toMatchObject([{ data: { signals: ["honeypot"] } }]);
    expect(cast({ value: "yes" }, null, ["honeypot"])).toMatchObject({ alreadyDone: true, state: "yes" });
  });
});
