import { MENTION_TRANSITIONS } from "../../src/domain/comments/mentions.ts";
import { DIGEST_TRANSITIONS } from "../../src/domain/favours/digests.ts";
import { MISSING_REWARD_TRANSITIONS } from "../../src/domain/favours/missing-reward.ts";
import { QUESTION_TRANSITIONS } from "../../src/domain/favours/questions.ts";
import { QUESTION_STATES } from "../../src/domain/records/asked-question.ts";
import { DIGEST_STATES } from "../../src/domain/records/digest.ts";
import { MENTION_STATES } from "../../src/domain/records/mention.ts";
import { JOINED_REWARD_TRANSITIONS } from "../../src/domain/favours/joined-states.ts";
import { JOINED_REWARD_STATES } from "../../src/domain/records/joined-reward.ts";
import { describe, expect, test } from "vitest";
import { COMMENT_STATES } from "../../src/domain/records/comment.ts";
import { COMMENT_TRANSITIONS } from "../../src/domain/comments/states.ts";
import { JOB_STATES, MISSING_REWARD_STATES } from "../../src/domain/records/job.ts";
import { JOB_TRANSITIONS } from "../../src/domain/favours/job-states.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { OFFER_TRANSITIONS } from "../../src/domain/favours/offer-states.ts";
import { REPORT_TRANSITIONS } from "../../src/domain/moderation/transitions.ts";
import { THANK_YOU_TRANSITIONS } from "../../src/domain/favours/thanks.ts";
import { THANK_YOU_STATES } from "../../src/domain/records/thank-you.ts";
import type { Transition } from "../../src/domain/kernel/transitions.ts";

type Table = readonly Transition<string, string>[];

/** Notices of answers are not here: they begin with the comment that asks for them. */
const TABLES: readonly [string, Table, readonly string[]][] = [
  ["favour", JOB_TRANSITIONS, JOB_STATES],
  ["offer", OFFER_TRANSITIONS, OFFER_STATES],
  ["comment", COMMENT_TRANSITIONS, COMMENT_STATES],
  ["joined reward", JOINED_REWARD_TRANSITIONS, JOINED_REWARD_STATES],
  ["report", REPORT_TRANSITIONS, ["unconfirmed", "received", "upheld", "dismissed"]],
  ["thank-you", THANK_YOU_TRANSITIONS, THANK_YOU_STATES],
  ["message between both sides", QUESTION_TRANSITIONS, QUESTION_STATES],
  ["mention", MENTION_TRANSITIONS, MENTION_STATES],
  ["alert", DIGEST_TRANSITIONS, DIGEST_STATES],
  ["missing reward", MISSING_REWARD_TRANSITIONS, MISSING_REWARD_STATES],
];

describe.each(TABLES)("the table of a %s", (_name, table, states) => {
  test("reaches every state, from its beginning", () => {
    const reached = new Set(table.filter(({ from }) => from === null).map(({ to }) => to));
    for (let size = -1; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of table) if (from !== null && reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test("says nothing twice", () => {
    const rows = table.map((row) => JSON.stringify(row));
    expect(new Set(rows).size).toBe(rows.length);
  });
});

/** The rows of the specification, as they stand there. */
describe("the life of a favour is the specified one", () => {
  test.each([
    [null, "unconfirmed", "poster"],
    ["unconfirmed", "open", "poster"],
    ["unconfirmed", "held", "poster"],
    ["held", "open", "moderator"],
    ["held", "hidden", "moderator"],
    ["open", "open", "poster"],
    ["open", "held", "poster"],
    ["open", "assigned", "poster"],
    ["assigned", "open", "poster"],
    ["assigned", "open", "helper"],
    ["assigned", "delivered", "helper"],
    ["assigned", "open", "sweeper"],
    ["delivered", "assigned", "poster"],
    ["assigned", "done", "poster"],
    ["delivered", "done", "poster"],
    ["delivered", "done", "sweeper"],
    ["open", "expired", "sweeper"],
    ["expired", "open", "poster"],
    ["open", "withdrawn", "poster"],
    ["delivered", "withdrawn", "poster"],
    ["assigned", "held", "reporters"],
    ["assigned", "hidden", "moderator"],
    ["hidden", "assigned", "moderator"],
  ])("%s → %s by the %s", (from, to, by) => {
    expect(JOB_TRANSITIONS.some((row) => row.from === from && row.to === to && row.by === by)).toBe(true);
  });

  test.each([
    ["unconfirmed", "assigned"],
    ["open", "done"],
    ["open", "delivered"],
    ["done", "open"],
    ["done", "withdrawn"],
    ["expired", "assigned"],
    ["withdrawn", "open"],
    ["held", "assigned", "poster"],
    ["hidden", "open", "poster"],
    ["erased", "open"],
  ])("never %s → %s", (from, to, by = "poster") => {
    expect(JOB_TRANSITIONS.some((row) => row.from === from && row.to === to && row.by === by)).toBe(false);
  });

  test("nothing comes back once erased", () => {
    expect(JOB_TRANSITIONS.filter(({ from }) => from === "erased")).toEqual([]);
  });
});
