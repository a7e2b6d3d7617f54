import { describe, expect, test } from "vitest";
import { completeJob, deliverJob, disputeJob, dropOut } from "../../../src/domain/favours/agreement.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";
import {
  NOW,
  aContext,
  aJobWithOffers,
  anOffer,
  codeOf,
  jobAfter,
  mailNamed,
  mailsOf,
  offerAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

describe("dropping out", () => {
  const setting = aJobWithOffers("assigned");

  test("by the helper: the poster is told why, who stood by is invited again", () => {
    const { accepted } = setting;
    const left = outcomeOf(
      dropOut({ ...setting, by: "helper", offerId: accepted.id, reason: "Me he puesto malo" }, aContext()),
    );
    expect(mailsOf(left)).toEqual([
      "droppedOut paula@example.com",
      "offerEnded ana@example.com",
      "offerInvitedAgain hugo@example.com",
    ]);
    expect(jobAfter(left)).toMatchObject({ state: "open", assignedOffer: null, hasOffers: true });
    expect(offerAfter(left, accepted.id)).toMatchObject({ state: "withdrawn", closedAt: NOW });
    expect(offerAfter(left, setting.waiting.id)).toMatchObject({ state: "sent", expiresAt: NOW + 14 * DAY });
  });

  test("by the poster: the helper is told why, once", () => {
    const left = outcomeOf(dropOut({ ...setting, by: "poster", reason: "Ya no" }, aContext()));
    expect(mailsOf(left)).toEqual(["droppedOut ana@example.com", "offerInvitedAgain hugo@example.com"]);
  });

  test("is not possible for a helper who is not the one", () => {
    const result = dropOut(
      { ...setting, by: "helper", offerId: setting.waiting.id, reason: "x" },
      aContext(),
    );
    expect(codeOf(result)).toBe("offerNotFound");
  });

  test("a helper who dropped out before can't make the next one drop out", () => {
    const past = anOffer(setting.job, { state: "withdrawn", closedAt: NOW });
    const input = { ...setting, offers: [...setting.offers, past], reason: "x" };
    expect(outcomeOf(dropOut({ ...input, by: "helper", offerId: past.id }, aContext())).alreadyDone).toBe(
      true,
    );
  });

  test("gives the favour a week to find somebody else, unless its deadline has passed", () => {
    const late = NOW + 32 * DAY;
    const reopened = outcomeOf(dropOut({ ...setting, by: "poster", reason: "x" }, aContext({ now: late })));
    expect(jobAfter(reopened).expiresAt).toBe(late + 7 * DAY);

    const dated = aJobWithOffers("assigned", { deadline: "2026-06-20", expiresAt: NOW + 10 * DAY });
    const tooLate = outcomeOf(dropOut({ ...dated, by: "poster", reason: "x" }, aContext({ now: late })));
    expect(jobAfter(tooLate).expiresAt).toBeLessThan(late);
    expect(mailsOf(tooLate)).toEqual(["droppedOut ana@example.com"]);
  });

  test("an offer for an older revision asks to be reconfirmed first", () => {
    const { job, accepted } = setting;
    const old = anOffer(job, { state: "standby", jobRevision: job.revision - 1 });
    const left = outcomeOf(
      dropOut({ job, offers: [accepted, old], seen: 1, by: "poster", reason: "x" }, aContext()),
    );
    expect(offerAfter(left, old.id).state).toBe("outdated");
  });
});

describe("from delivered to done", () => {
  test("the helper says it is done: the poster is asked", () => {
    const { job, accepted } = aJobWithOffers("assigned");
    const delivered = outcomeOf(deliverJob({ job, offer: accepted }, aContext()));
    expect(mailNamed(delivered, "jobDelivered")).toMatchObject({ to: "paula@example.com" });
    expect(jobAfter(delivered)).toMatchObject({ state: "delivered", deliveredAt: NOW });
  });

  test("a helper who was not accepted can't say so", () => {
    const { job, waiting } = aJobWithOffers("assigned");
    expect(codeOf(deliverJob({ job, offer: waiting }, aContext()))).toBe("offerStandby");
  });

  test("the poster says it is not: the helper is told why", () => {
    const disputed = outcomeOf(
      disputeJob({ ...aJobWithOffers("delivered"), reason: "Falta el martes" }, aContext()),
    );
    expect(mailNamed(disputed, "jobDisputed")).toMatchObject({
      to: "ana@example.com",
      data: { reason: "Falta el martes" },
    });
  });

  test("the poster confirms: both are told, who stood by learns that it is over", () => {
    const setting = aJobWithOffers("delivered");
    const done = outcomeOf(completeJob(setting, aContext()));
    expect(mailsOf(done)).toEqual([
      "jobDone ana@example.com",
      "jobDone paula@example.com",
      "offerEnded hugo@example.com",
    ]);
    expect(offerAfter(done, setting.waiting.id).state).toBe("notChosen");
    expect(offerAfter(done, setting.accepted.id)).toMatchObject({ state: "accepted", closedAt: NOW });
  });
});
