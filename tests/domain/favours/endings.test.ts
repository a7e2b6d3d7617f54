import { describe, expect, test } from "vitest";
import { eraseJob, withdrawJob } from "../../../src/domain/favours/changing.ts";
import { approveJob, hideJob } from "../../../src/domain/favours/moderating.ts";
import { expireJob } from "../../../src/domain/favours/expiry.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import {
  NOW,
  aContext,
  aJob,
  aJobWithOffers,
  anOffer,
  jobAfter,
  mailsOf,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

describe("every offer that still hoped gets one honest last mail", () => {
  const open = aJobWithOffers("open");
  const agreed = aJobWithOffers("assigned");
  const late = aContext({ now: open.job.expiresAt + 1 });

  test.each([
    ["withdrawn", outcomeOf(withdrawJob({ ...open, reason: "ya-no" }, aContext())), "jobWithdrawn", 1],
    [
      "withdrawn while agreed",
      outcomeOf(withdrawJob({ ...agreed, reason: "otra" }, aContext())),
      "jobWithdrawn",
      2,
    ],
    ["expired", outcomeOf(expireJob(open, late)), "jobExpired", 1],
    ["hidden", outcomeOf(hideJob({ ...open, reason: "estafa" }, aContext())), "jobHidden", 1],
    ["hidden while agreed", outcomeOf(hideJob({ ...agreed, reason: "estafa" }, aContext())), "jobHidden", 2],
    ["erased", outcomeOf(eraseJob(open, aContext())), "jobWithdrawn", 1],
  ])("when the favour is %s", (_what, outcome, why, count) => {
    const last = outcome.decision.mails.flatMap((mail) =>
      mail.name === "offerEnded" ? [mail.data.why] : [],
    );
    expect(last).toEqual(Array.from({ length: count }, () => why));
    expect(new Set(outcome.decision.mails.map(({ id }) => id)).size).toBe(outcome.decision.mails.length);
  });

  test("what ended is forgotten after 90 days", () => {
    const { decision } = outcomeOf(withdrawJob({ ...open, reason: "ya-no" }, aContext()));
    const ended = decision.changes.find(({ kind }) => kind === "offer");
    expect(ended?.forgetAt).toBe(NOW + 90 * DAY);
  });

  test("no one is told twice when a done favour is erased", () => {
    const done = aJob({ state: "done", closedAt: NOW });
    const finished = anOffer(done, { state: "accepted", closedAt: NOW });
    const erased = outcomeOf(eraseJob({ job: done, offers: [finished], seen: 1 }, aContext()));
    expect(erased.decision.mails).toEqual([]);
  });
});

test("a hidden favour keeps its agreement, so that it can go back to the state it had", () => {
  const { accepted, ...setting } = aJobWithOffers("delivered");
  const hidden = outcomeOf(hideJob({ ...setting, reason: "x" }, aContext()));
  expect(jobAfter(hidden)).toMatchObject({ stateBefore: "delivered", assignedOffer: accepted.id });
});

test("a moderator's second look at reports does not ask helpers to reconfirm, the one at an edit does", () => {
  const job = aJob({ state: "held", revision: 2 });
  const outdated = anOffer(job, { state: "outdated", jobRevision: 1 });
  const edited = outcomeOf(approveJob({ job, offers: [outdated], seen: 1 }, aContext()));
  expect(mailsOf(edited)).toEqual(["jobApproved paula@example.com", "offerOutdated hugo@example.com"]);
  const reported = { ...job, stateBefore: "open" } as const;
  const cleared = outcomeOf(approveJob({ job: reported, offers: [outdated], seen: 1 }, aContext()));
  expect(mailsOf(cleared)).toEqual(["jobApproved paula@example.com"]);
});
