import { describe, expect, test } from "vitest";
import { JOB_STATES } from "../../../src/domain/records/job.ts";
import { OFFER_STATES, Offer, type OfferState } from "../../../src/domain/records/offer.ts";
import {
  editOffer,
  eraseOffer,
  reconfirmOffer,
  withdrawOffer,
} from "../../../src/domain/favours/changing-offers.ts";
import { withdrawJob } from "../../../src/domain/favours/changing.ts";
import { acceptOffer, declineOffer } from "../../../src/domain/favours/choosing.ts";
import { approveOffer, rejectOffer } from "../../../src/domain/favours/offer-moderating.ts";
import { confirmOffer, makeOffer } from "../../../src/domain/favours/offering.ts";
import {
  OFFER_STATE_CODES,
  OFFER_TRANSITIONS,
  type OfferAction,
} from "../../../src/domain/favours/offer-states.ts";
import { alreadyDone, type Decided } from "../../../src/domain/records/decision.ts";
import { DAY, HOUR } from "../../../src/domain/kernel/time.ts";
import { allows } from "../../../src/domain/kernel/transitions.ts";
import {
  NOW,
  aContext,
  aJob,
  aPerson,
  anOffer,
  codeOf,
  jobAfter,
  mailNamed,
  mailsOf,
  offerAfter,
  outcomeOf,
} from "../../support/builders/fixtures.ts";

const DRAFT = { message: "Me encantan los perros.", reward: null, helper: aPerson("Hugo") };
const EDIT = { message: "Puedo también los jueves.", reward: null, name: "Hugo", phone: null };
const JOB = aJob({ hasOffers: true });

const ask: Partial<Record<OfferAction, (offer: Offer) => Decided<OfferState>>> = {
  confirm: (offer) => confirmOffer({ offer, job: JOB, offers: [] }, aContext()),
  edit: (offer) =>
    editOffer({ offer, job: JOB, offers: [offer], seen: 1, edit: EDIT, signals: [] }, aContext()),
  reconfirm: (offer) => reconfirmOffer({ offer, job: JOB, offers: [offer], seen: 1 }, aContext()),
  withdraw: (offer) => withdrawOffer({ offer, job: JOB, offers: [offer], seen: 1 }, aContext()),
};
/** Where a second asking is told that it was done. */
const DONE_BEFORE: Readonly<Record<string, readonly OfferState[]>> = {
  confirm: OFFER_STATES.filter((state) => state !== "unconfirmed"),
  reconfirm: ["sent"],
  withdraw: ["withdrawn"],
};
const PAIRS = OFFER_STATES.flatMap((state) =>
  Object.entries(ask).map(([action, rule]) => ({ state, action, rule })),
);
const isListed = ({ state, action }: { state: OfferState; action: string }) =>
  allows(OFFER_TRANSITIONS, state, action, "helper");

/** One that was declined has just been. */
const offerIn = (state: OfferState) => anOffer(JOB, { state, closedAt: state === "declined" ? NOW : null });

describe("what the table of an offer says of its helper", () => {
  test.each(PAIRS.filter(isListed))("$action from $state can be done", ({ state, action, rule }) => {
    const offer = offerIn(state);
    const outcome = outcomeOf(rule(offer));
    expect(outcome.alreadyDone).toBeUndefined();
    const row = { from: state, to: outcome.state, action, by: "helper" };
    expect(OFFER_TRANSITIONS).toContainEqual(row);
    expect(offerAfter(outcome, offer.id)).toMatchObject({ state: outcome.state, version: offer.version + 1 });
  });

  test.each(PAIRS.filter((pair) => !isListed(pair)))(
    "$action from $state can't",
    ({ state, action, rule }) => {
      const offer = offerIn(state);
      const result = rule(offer);
      if (DONE_BEFORE[action]?.includes(state)) expect(result).toEqual(alreadyDone(offer.id, state));
      else expect(codeOf(result)).toBe(OFFER_STATE_CODES[state]);
    },
  );
});

describe("offering oneself", () => {
  test("is a valid record that the poster hears nothing of until it is confirmed", () => {
    const made = outcomeOf(
      makeOffer({ job: JOB, draft: DRAFT, address: "hash", mailbox: "box", signals: [] }, aContext()),
    );
    const offer = offerAfter(made, made.id);
    expect(Offer.parse(offer)).toEqual(offer);
    expect(mailsOf(made)).toEqual(["confirmOffer hugo@example.com"]);
    expect(Object.keys(mailNamed(made, "confirmOffer").data)).toEqual(["link"]);
    expect(made.decision.changes[0]?.forgetAt).toBe(NOW + 48 * HOUR);
  });

  test.each(JOB_STATES.filter((state) => state !== "open"))(
    "is not possible for a favour that is %s",
    (state) => {
      const result = makeOffer(
        { job: aJob({ state }), draft: DRAFT, address: "h", mailbox: "box", signals: [] },
        aContext(),
      );
      if (result.ok) throw new Error("accepted");
      const hidden = ["unconfirmed", "held", "hidden"].includes(state);
      const kind = hidden ? "notFound" : state === "erased" ? "gone" : "closed";
      expect(result.error.kind).toBe(kind);
      if (hidden) expect(result.error.code).toBe("jobNotFound");
    },
  );

  test("is not possible once the favour ran out, or where there is none", () => {
    const late = aContext({ now: JOB.expiresAt + 1 });
    const request = { job: JOB, draft: DRAFT, address: "h", mailbox: "box", signals: [] };
    expect(codeOf(makeOffer(request, late))).toBe("jobExpired");
    expect(codeOf(makeOffer({ ...request, job: null }, aContext()))).toBe("jobNotFound");
  });
});

/** Enough to be held. */
const SUSPICIOUS = ["advanceMoney", "asksSecrets", "wordingFaint"];
const HELD_LETTERS = ["offerHeld hugo@example.com"];

describe("a held offer", () => {
  const job = aJob();
  const held = anOffer(job, { state: "held", signals: SUSPICIOUS });
  const reason = "Pide dinero por adelantado.";

  test.each([
    ["sent", job, ["offerReceived paula@example.com", "offerSent hugo@example.com"], true],
    ["outdated", { ...job, revision: job.revision + 1 }, ["offerOutdated hugo@example.com"], true],
    ["standby", { ...job, state: "assigned", hasOffers: true }, ["offerStandby hugo@example.com"], false],
  ] as const)("let through it is %s", (state, at, mails, isFirst) => {
    const outcome = outcomeOf(approveOffer({ offer: held, job: at, version: held.version }, aContext()));
    expect(outcome.state).toBe(state);
    expect(mailsOf(outcome)).toEqual(mails);
    expect(offerAfter(outcome, held.id)).toMatchObject({ state, sentAt: NOW, expiresAt: NOW + 14 * DAY });
    expect(outcome.decision.changes.some(({ kind }) => kind === "job")).toBe(isFirst);
    if (state === "sent") expect(mailNamed(outcome, "offerReceived").data).toMatchObject({ warned: true });
  });

  test("refused it ends, and its helper alone is told why", () => {
    const outcome = outcomeOf(rejectOffer({ offer: held, job, version: held.version, reason }, aContext()));
    expect(mailsOf(outcome)).toEqual(["offerRejected hugo@example.com"]);
    expect(mailNamed(outcome, "offerRejected").data).toMatchObject({ reason });
    expect(offerAfter(outcome, held.id)).toMatchObject({ state: "rejected", closedAt: NOW, reason });
  });

  test.each(OFFER_STATES.filter((state) => state !== "held"))(
    "one that is %s is not decided about",
    (state) => {
      const asked = { offer: anOffer(job, { state }), job, reason };
      const approved = approveOffer(asked, aContext());
      if (["sent", "outdated", "standby", "accepted"].includes(state))
        expect(approved).toEqual(alreadyDone(asked.offer.id, state));
      else expect(codeOf(approved)).toBe(OFFER_STATE_CODES[state]);
      if (state !== "rejected") expect(codeOf(rejectOffer(asked, aContext()))).toBe(OFFER_STATE_CODES[state]);
    },
  );

  test("is decided on as it was read, and only for a favour that still takes it", () => {
    const edited = { ...held, version: 5, edits: { message: 5 } };
    expect(codeOf(approveOffer({ offer: edited, job, version: 4 }, aContext()))).toBe("offerChanged");
    expect(codeOf(rejectOffer({ offer: edited, job, version: 4, reason }, aContext()))).toBe("offerChanged");
    const done = aJob({ state: "done" });
    expect(codeOf(approveOffer({ offer: held, job: done }, aContext()))).toBe("jobDone");
  });

  test("does not exist for the poster, whatever they ask for", () => {
    for (const state of ["held", "rejected"] as const) {
      const choice = { job, offers: [{ ...held, state }], seen: 1, offerId: held.id };
      expect(codeOf(acceptOffer(choice, aContext()))).toBe("offerNotFound");
      expect(codeOf(declineOffer(choice, aContext()))).toBe("offerNotFound");
    }
  });

  test("taken back or erased, its poster is told nothing; its helper is", () => {
    const input = { offer: held, job, offers: [held], seen: 1 };
    expect(mailsOf(outcomeOf(withdrawOffer(input, aContext())))).toEqual(["offerEnded hugo@example.com"]);
    expect(mailsOf(outcomeOf(eraseOffer(input, aContext())))).toEqual([]);
  });

  test("an edit never clears it; one of a sent offer that is suspicious takes it from the poster", () => {
    const asked = { job, offers: [held], seen: 1, edit: EDIT };
    const still = outcomeOf(editOffer({ ...asked, offer: held, signals: ["hurry"] }, aContext()));
    expect(mailsOf(still)).toEqual([]);
    expect(offerAfter(still, held.id)).toMatchObject({ state: "held", signals: [...SUSPICIOUS, "hurry"] });
    const sent = anOffer(JOB, { state: "sent" });
    const input = { job: JOB, offers: [sent], seen: 1, offer: sent, edit: EDIT, signals: SUSPICIOUS };
    const taken = outcomeOf(editOffer(input, aContext()));
    expect(mailsOf(taken)).toEqual(HELD_LETTERS);
    expect(offerAfter(taken, sent.id).state).toBe("held");
    expect(jobAfter(taken).hasOffers).toBe(false);
  });

  test("ends with its favour, with its own last letter", () => {
    const ended = outcomeOf(withdrawJob({ job, offers: [held], seen: 1, reason: "ya-no" }, aContext()));
    expect(offerAfter(ended, held.id).state).toBe("notChosen");
    expect(mailsOf(ended)).toEqual(["offerEnded hugo@example.com"]);
  });
});

describe("confirming an offer", () => {
  const unconfirmed = anOffer(JOB, { state: "unconfirmed", version: 1, sentAt: null });

  test.each([
    [["advanceMoney"], true],
    [["wordingDoubtful"], true],
    [["stampMissing", "contactData", "hurry"], false],
  ])("%o warns the poster in the letter: %s", (signals, warned) => {
    const sent = outcomeOf(
      confirmOffer({ offer: { ...unconfirmed, signals }, job: JOB, offers: [] }, aContext()),
    );
    const letter = sent.decision.mails.find(({ name }) => name === "offerReceived");
    expect(letter?.data).toMatchObject(warned ? { warned: true } : { reward: null });
    expect(letter !== undefined && "warned" in letter.data).toBe(warned);
  });

  test("a suspicious one is held: the favour has no offer, its poster hears nothing, helper and moderators do", () => {
    const job = aJob();
    const offer = { ...unconfirmed, signals: SUSPICIOUS };
    const held = outcomeOf(confirmOffer({ offer, job, offers: [] }, aContext()));
    expect(held.state).toBe("held");
    expect(mailsOf(held)).toEqual(HELD_LETTERS);
    expect(held.decision.changes.map(({ kind }) => kind)).not.toContain("job");
    const other = { ...anOffer(job, { state: "held" }), id: "zzzzzzzzzzzzzzzzzzzz" };
    expect(codeOf(confirmOffer({ offer: unconfirmed, job, offers: [other] }, aContext()))).toBe(
      "offerAlreadySent",
    );
  });

  test("sends it to the poster, counts it and starts its 14 days", () => {
    const sent = outcomeOf(confirmOffer({ offer: unconfirmed, job: JOB, offers: [] }, aContext()));
    expect(mailsOf(sent)).toEqual(["offerReceived paula@example.com", "offerSent hugo@example.com"]);
    expect(offerAfter(sent, unconfirmed.id)).toMatchObject({ sentAt: NOW, expiresAt: NOW + 14 * DAY });
    expect(sent.decision.counts).toEqual([
      {
        counter: "offers-of-day:hash-hugo:2026-06-10",
        by: 1,
        forgetAt: Date.UTC(2026, 5, 11, 21, 59, 59, 999),
      },
    ]);
    expect(sent.decision.guards).toContainEqual({
      type: "unchanged",
      kind: "job",
      id: JOB.id,
      version: JOB.version,
    });
  });

  test("is refused to who asked for the favour, and while another of the same mailbox lives", () => {
    const helper = { ...aPerson("Hugo"), email: "Hugo+dos@example.com" };
    const mine = anOffer({ ...JOB, poster: helper }, { state: "unconfirmed" });
    const ownJob = { ...JOB, poster: helper };
    expect(codeOf(confirmOffer({ offer: mine, job: ownJob, offers: [] }, aContext()))).toBe("ownFavour");
    for (const state of OFFER_STATES.filter((one) => one !== "unconfirmed")) {
      const before = anOffer(JOB, { state, helper });
      const result = confirmOffer({ offer: unconfirmed, job: JOB, offers: [before] }, aContext());
      const lives = ["held", "sent", "standby", "outdated", "accepted"].includes(state);
      if (lives) expect(codeOf(result)).toBe("offerAlreadySent");
      else expect(outcomeOf(result).state).toBe("sent");
    }
  });

  test("of before its mailbox was noted is let through by its address alone", () => {
    const { mailbox: _, ...older } = unconfirmed;
    const { decision } = outcomeOf(confirmOffer({ offer: older, job: JOB, offers: [] }, aContext()));
    const counters = decision.guards.map((guard) => (guard.type === "atMost" ? guard.counter : guard.type));
    expect(counters).toEqual(["unchanged", "offers-of-day:hash-hugo:2026-06-10"]);
  });

  test("tells the favour when it is the first", () => {
    const job = aJob({ hasOffers: false });
    const offer = anOffer(job, { state: "unconfirmed" });
    expect(jobAfter(outcomeOf(confirmOffer({ offer, job, offers: [] }, aContext()))).hasOffers).toBe(true);
  });

  test.each([
    ["assigned", "jobAssigned"],
    ["withdrawn", "jobWithdrawn"],
    ["erased", "jobErased"],
  ] as const)("is honest when the favour is %s meanwhile", (state, code) => {
    expect(codeOf(confirmOffer({ offer: unconfirmed, job: aJob({ state }), offers: [] }, aContext()))).toBe(
      code,
    );
  });

  test("asks the helper first when the favour was edited meanwhile", () => {
    const job = { ...JOB, revision: 2 };
    const outdated = outcomeOf(confirmOffer({ offer: unconfirmed, job, offers: [] }, aContext()));
    expect(outdated.state).toBe("outdated");
    expect(mailsOf(outdated)).toEqual(["offerOutdated hugo@example.com"]);
    const read = offerAfter(outdated, unconfirmed.id);
    const again = outcomeOf(reconfirmOffer({ offers: [], seen: 1, offer: read, job }, aContext()));
    expect(offerAfter(again, read.id)).toMatchObject({ state: "sent", jobRevision: 2 });
    expect(mailsOf(again)).toEqual(["offerReceived paula@example.com"]);
  });
});

describe("taking an offer back", () => {
  test("tells both sides, and the favour only when no other is left", () => {
    const offer = anOffer(JOB);
    const other = anOffer(JOB);
    const alone = outcomeOf(withdrawOffer({ offer, job: JOB, offers: [offer], seen: 1 }, aContext()));
    expect(mailsOf(alone)).toEqual(["offerEnded hugo@example.com", "offerWithdrawn paula@example.com"]);
    expect(jobAfter(alone).hasOffers).toBe(false);
    const oneOfTwo = outcomeOf(
      withdrawOffer({ offer, job: JOB, offers: [offer, other], seen: 1 }, aContext()),
    );
    expect(oneOfTwo.decision.changes.map(({ kind }) => kind)).toEqual(["offer"]);
  });

  test("erasing forgets the record, unless the poster counts on this helper", () => {
    const offer = anOffer(JOB);
    const erased = outcomeOf(eraseOffer({ offer, job: JOB, offers: [offer], seen: 1 }, aContext()));
    expect(erased.decision.changes[0]).toEqual({ kind: "offer", before: offer, after: null });
    const accepted = anOffer(JOB, { state: "accepted" });
    const assigned = { ...JOB, state: "assigned", assignedOffer: accepted.id } as const;
    const input = { offer: accepted, job: assigned, offers: [accepted], seen: 1 };
    expect(codeOf(eraseOffer(input, aContext()))).toBe("dropOutFirst");
  });
});
