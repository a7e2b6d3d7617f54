import { describe, expect, test } from "vitest";
import { declineOffer } from "../../../src/domain/favours/choosing.ts";
import { undoDecline } from "../../../src/domain/favours/undoing.ts";
import { withdrawOffer } from "../../../src/domain/favours/changing-offers.ts";
import { DECLINE_UNDO_MINUTES } from "../../../src/domain/kernel/limits.ts";
import { MINUTE } from "../../../src/domain/kernel/time.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import {
  NOW,
  aContext,
  aJobWithOffers,
  aPerson,
  anOffer,
  codeOf,
  jobAfter,
  mailNamed,
  mailsOf,
  offerAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

/** A favour whose only offer has just been declined. */
function declinedOffer(over: Partial<Offer> = {}) {
  const { job, offers, seen, waiting } = aJobWithOffers("open");
  const outcome = outcomeOf(declineOffer({ job, offers, seen, offerId: waiting.id }, aContext()));
  const offer = { ...offerAfter(outcome, waiting.id), ...over };
  const favour = jobAfter(outcome);
  const others = offers.filter(({ id }) => id !== waiting.id);
  return { job: favour, offers: [...others, offer], seen: seen + 1, offerId: offer.id, offer, outcome };
}

describe("undoing that an offer was declined", () => {
  test("gives the offer back and withdraws its letter, in one commit", () => {
    const { outcome, offer, ...choice } = declinedOffer();
    const undone = outcomeOf(undoDecline(choice, aContext({ now: NOW + 10 * MINUTE - 1 })));
    const letter = mailNamed(outcome, "offerEnded").id;
    expect(undone.state).toBe("sent");
    expect(offerAfter(undone, offer.id)).toMatchObject({ state: "sent", closedAt: null });
    expect(jobAfter(undone).hasOffers).toBe(true);
    expect(undone.decision.drops).toEqual([letter]);
    expect(undone.decision.guards).toContainEqual({ type: "mailWaits", mail: letter });
    expect(mailsOf(undone)).toEqual([]);
  });

  test("asks the helper to read a favour again that was edited meanwhile", () => {
    const { job, offer, ...choice } = declinedOffer();
    const edited = { ...job, revision: job.revision + 1 };
    const undone = outcomeOf(undoDecline({ ...choice, job: edited }, aContext()));
    expect(offerAfter(undone, offer.id).state).toBe("outdated");
    expect(mailNamed(undone, "offerOutdated").to).toBe(offer.helper.email);
  });

  test("is too late once the letter is due, to the millisecond", () => {
    const { offer: _, outcome: __, ...choice } = declinedOffer();
    expect(codeOf(undoDecline(choice, aContext({ now: NOW + 10 * MINUTE })))).toBe("undoTooLate");
  });

  test("is not possible where an agreement was broken: the helper knows", () => {
    const { offer: _, outcome: __, ...choice } = declinedOffer({ reason: "Ya no puedo." });
    expect(codeOf(undoDecline(choice, aContext()))).toBe("offerDeclined");
  });

  test.each([
    ["assigned", "jobAssigned"],
    ["withdrawn", "jobWithdrawn"],
    ["held", "jobHeld"],
  ] as const)("is not possible once the favour is %s", (state, code) => {
    const { job, offer: _, outcome: __, ...choice } = declinedOffer();
    expect(codeOf(undoDecline({ ...choice, job: { ...job, state } }, aContext()))).toBe(code);
  });

  test.each([
    ["withdrawn", "offerWithdrawn"],
    ["expired", "offerExpired"],
    ["notChosen", "offerNotChosen"],
  ] as const)("is not possible with one that is %s", (state, code) => {
    const { offer: _, outcome: __, ...choice } = declinedOffer({ state });
    expect(codeOf(undoDecline(choice, aContext()))).toBe(code);
  });

  test("is not possible on another version, nor with an offer of another favour", () => {
    const { offer, outcome: _, ...choice } = declinedOffer();
    const older = { ...choice, offerVersion: offer.version - 1 };
    expect(codeOf(undoDecline(older, aContext()))).toBe("offerChanged");
    expect(codeOf(undoDecline({ ...choice, offerId: "a".repeat(16) }, aContext()))).toBe("offerNotFound");
  });

  test("is not possible once the helper offered anew from the same mailbox", () => {
    const { job, offers, offer, outcome: _, ...choice } = declinedOffer({ helper: aPerson("Ana") });
    const again = anOffer(job, { helper: { ...offer.helper, email: "ana+otra@example.com" } });
    expect(codeOf(undoDecline({ ...choice, job, offers: [...offers, again] }, aContext()))).toBe(
      "offerAlreadySent",
    );
  });

  test("is done already where the offer stands", () => {
    const { offer: _, outcome: __, ...choice } = declinedOffer({ state: "sent", closedAt: null });
    expect(outcomeOf(undoDecline(choice, aContext())).alreadyDone).toBe(true);
  });
});

describe("withdrawing an offer that was declined and whose helper was not told", () => {
  test("is possible: the letter that waits goes, the poster gets no news", () => {
    const { outcome, offer, ...choice } = declinedOffer();
    const letter = mailNamed(outcome, "offerEnded").id;
    const withdrawn = outcomeOf(withdrawOffer({ ...choice, offer }, aContext()));
    expect(withdrawn.state).toBe("withdrawn");
    expect(withdrawn.decision.drops).toEqual([letter]);
    expect(withdrawn.decision.guards).toContainEqual({ type: "mailWaits", mail: letter });
    expect(withdrawn.decision.mails.map(({ name }) => name)).toEqual(["offerEnded"]);
  });

  test("is refused once the letter may have left", () => {
    const { outcome: _, offer, ...choice } = declinedOffer();
    const later = { ...aContext(), now: NOW + DECLINE_UNDO_MINUTES * MINUTE };
    expect(codeOf(withdrawOffer({ ...choice, offer }, later))).toBe("offerDeclined");
  });
});
