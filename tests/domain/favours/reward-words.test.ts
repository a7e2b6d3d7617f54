import { describe, expect, test } from "vitest";
import { parseJobEdit } from "../../../src/domain/favours/job-form.ts";
import { parseJoiningForm } from "../../../src/domain/favours/joining-form.ts";
import { Job } from "../../../src/domain/records/job.ts";
import { aJob, NOW } from "../../support/builders/fixtures.ts";
import { errors, job, offer } from "../../support/builders/form-fixtures.ts";

const WORDED = ["favour", "thing", "hours"] as const;
const joining = (values: Readonly<Record<string, string>>) =>
  parseJoiningForm({ name: "Iria", email: "iria@example.org", consent: "on", ...values });

describe.each([
  ["a favour", job],
  ["a counter-proposal", offer],
  ["a joined reward", joining],
])("the reward of %s", (_, parse) => {
  test.each(WORDED)("says what it is where its kind doesn't: %s", (rewardKind) => {
    for (const rewardText of ["", " \n "]) {
      expect(errors(parse({ rewardKind, rewardText }))).toEqual({ rewardText: "rewardTextMissing" });
    }
    expect(parse({ rewardKind, rewardText: "Dos horas" }).ok).toBe(true);
  });

  test("may leave the words out where there is money", () => {
    expect(parse({ rewardKind: "money", rewardAmount: "15", rewardText: "" }).ok).toBe(true);
    const long = { rewardKind: "money", rewardAmount: "15", rewardText: "a".repeat(201) };
    expect(errors(parse(long))).toEqual({ rewardText: "rewardTextTooLong" });
  });
});

test("«propón tú» asks for a proposal and is no answer to one", () => {
  expect(job({ rewardKind: "open", rewardText: "" }).ok).toBe(true);
  expect(errors(offer({ rewardKind: "open" }))).toEqual({ rewardKind: "rewardKindOpen" });
});

test("a favour that was stored without words is read, and says them when it is edited", () => {
  const stored = aJob({ reward: { kind: "thing", amountCents: null, text: null } });
  expect(Job.safeParse(stored).success).toBe(true);
  expect(errors(parseJobEdit({}, stored, NOW))).toEqual({ rewardText: "rewardTextMissing" });
});
