import { describe, expect, test } from "vitest";
import { acceptOffer, declineOffer } from "../../../src/domain/favours/choosing.ts";
import { DAY, MINUTE } from "../../../src/domain/kernel/time.ts";
import {
  NOW,
  aContext,
  aJob,
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

describe("accepting an offer", () => {
  const job = aJob({ hasOffers: true });
  const counter = { kind: "hours", amountCents: null, text: "dos horas de inglés" } as const;
  const chosen = anOffer(job, { helper: aPerson("Ana"), reward: counter });
  const other = anOffer(job, { helper: aPerson("Hugo") });
  const unread = anOffer(job, { helper: aPerson("Iris"), state: "outdated", jobRevision: 0 });
  const gone = anOffer(job, { helper: aPerson("Leo"), state: "withdrawn", closedAt: NOW });
  const offers = [chosen, other, unread, gone];
  const accepted = outcomeOf(acceptOffer({ job, offers, seen: 4, offerId: chosen.id }, aContext()));

  test("gives both each other's contact and tells the others, and nobody else, to stand by", () => {
    expect(mailsOf(accepted)).toEqual([
      "contactForHelper ana@example.com",
      "contactForPoster paula@example.com",
      "offerStandby hugo@example.com",
      "offerStandby iris@example.com",
    ]);
    expect(mailNamed(accepted, "contactForHelper").data).toMatchObject({
      other: { name: "Paula", email: "paula@example.com", phone: "600 000 000" },
      reward: counter,
    });
    expect(mailNamed(accepted, "contactForPoster").data.other).toEqual({
      name: "Ana",
      email: "ana@example.com",
      phone: null,
    });
  });

  test("moves the favour, the offer and the others together", () => {
    expect(jobAfter(accepted)).toMatchObject({
      state: "assigned",
      assignedOffer: chosen.id,
      assignedAt: NOW,
    });
    expect(offerAfter(accepted, chosen.id).state).toBe("accepted");
    expect(offerAfter(accepted, other.id).state).toBe("standby");
    expect(accepted.decision.guards).toEqual([{ type: "offersSeen", jobId: job.id, seen: 4 }]);
  });

  test("is not possible once the offer waited too long, swept or not", () => {
    const lasting = { ...job, expiresAt: NOW + 60 * DAY };
    const choice = { job: lasting, offers, seen: 4, offerId: chosen.id };
    const at = (now: number) => acceptOffer(choice, aContext({ now }));
    expect(at(chosen.expiresAt).ok).toBe(true);
    expect(codeOf(at(chosen.expiresAt + 1))).toBe("offerExpired");
  });

  test("is not possible once the favour ran out, swept or not", () => {
    const ending = { ...job, expiresAt: NOW + DAY };
    const late = aContext({ now: ending.expiresAt + 1 });
    const onTime = aContext({ now: ending.expiresAt });
    const choice = { job: ending, offers, seen: 4, offerId: chosen.id };
    expect(codeOf(acceptOffer(choice, late))).toBe("jobExpired");
    expect(acceptOffer(choice, onTime).ok).toBe(true);
  });

  test.each([
    [gone, "offerWithdrawn"],
    [unread, "offerOutdated"],
  ])("is not possible with an offer that is not standing", (offer, code) => {
    expect(codeOf(acceptOffer({ job, offers, seen: 4, offerId: offer.id }, aContext()))).toBe(code);
  });

  test("is not possible with an offer of another favour", () => {
    const stranger = anOffer(aJob());
    expect(codeOf(acceptOffer({ job, offers, seen: 4, offerId: stranger.id }, aContext()))).toBe(
      "offerNotFound",
    );
  });
});

describe("declining an offer", () => {
  test("tells that helper, and the favour knows when none is left", () => {
    const { job, offers, seen, waiting } = aJobWithOffers("open");
    const declined = outcomeOf(declineOffer({ job, offers, seen, offerId: waiting.id }, aContext()));
    expect(declined.state).toBe("declined");
    expect(mailNamed(declined, "offerEnded").data.why).toBe("declined");
    expect(mailNamed(declined, "offerEnded").dueAt).toBe(NOW + 10 * MINUTE);
    expect(jobAfter(declined).hasOffers).toBe(false);
  });
});
