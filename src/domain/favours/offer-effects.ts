import { offerChange } from "./changes.ts";
import { isAppealed } from "../records/appeal.ts";
import type { Change, Guard } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import { ENDED_OFFER_TTL_DAYS, OFFER_LIFE_DAYS } from "../kernel/limits.ts";
import type { MailEvent } from "../records/mail-event.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { helperMail, offerEndedMail, type OfferEnd } from "./mails.ts";
import { OFFER_TRANSITIONS, type OfferAction } from "./offer-states.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { allows, type Actor } from "../kernel/transitions.ts";

/** A favour with every offer it has, as they were read together. */
export interface JobOffers {
  readonly job: Job;
  readonly offers: readonly Offer[];
  /** The number that the store gave along with the offers. */
  readonly seen: number;
}

/** What something done to a favour, or to one offer, does to other offers. */
export interface OfferEffects {
  readonly changes: readonly Change[];
  readonly mails: readonly MailEvent[];
}

/** The offers must be the ones that the decision looked at. */
export function offersGuard({ job, seen }: JobOffers): Guard {
  return { type: "offersSeen", jobId: job.id, seen };
}

/** Ends an offer: it keeps no contact data for ever. */
export function endOffer(
  offer: Offer,
  state: OfferState,
  now: Millis,
  why: Partial<Pick<Offer, "reason" | "appeal">> = {},
) {
  const patch = { state, closedAt: now, reason: null, ...why };
  return offerChange(offer, patch, now + ENDED_OFFER_TTL_DAYS * DAY);
}

/** Ends every offer that the state table lets end this way, each with its last mail. */
export function endOffers(
  { job, offers }: JobOffers,
  end: { action: OfferAction; by: Actor; to: OfferState; why: OfferEnd },
  now: Millis,
): OfferEffects {
  const ended = affected(offers, end.action, end.by).map((offer) => endOffer(offer, end.to, now));
  return {
    changes: ended.map(({ change }) => change),
    mails: ended.map(({ offer }) => offerEndedMail(offer, job, end.why)),
  };
}

/**
 * The favour's poster is erased: what both sides asked each other goes, whatever became of the offer. `changes` are what else is done to the
 * offers.
 */
export function withoutQuestions(offers: readonly Offer[], changes: readonly Change[]): Change[] {
  const ended = changes.map((change) =>
    change.kind === "offer" && change.after
      ? { ...change, after: { ...change.after, questions: [] } }
      : change,
  );
  const touched = new Set(ended.map((change) => (change.kind === "offer" ? change.before?.id : undefined)));
  const others = offers.filter(({ id, questions }) => questions.length > 0 && !touched.has(id));
  return [
    ...ended,
    ...others.map((offer) => offerChange(offer, { questions: [] }, forgottenAt(offer)).change),
  ];
}

/** When an offer that has ended is forgotten; undefined: as long as it goes on, and while an appeal about itself waits. */
export function forgottenAt({ closedAt, appeal }: Offer): Millis | undefined {
  return closedAt === null || isAppealed({ appeal }) ? undefined : closedAt + ENDED_OFFER_TTL_DAYS * DAY;
}

/** Somebody else was accepted: the others wait in case it comes to nothing. */
export function standBy({ job, offers }: JobOffers, acceptedId: string): OfferEffects {
  const others = offers.filter(({ id }) => id !== acceptedId);
  const waiting = affected(others, "otherAccepted", "poster").map((offer) =>
    offerChange(offer, { state: "standby" }),
  );
  return {
    changes: waiting.map(({ change }) => change),
    mails: waiting.map(({ offer }) => helperMail("offerStandby", offer, job)),
  };
}

/** The agreement failed: who stood by is invited again. An offer for an older revision asks to be reconfirmed first. */
export function inviteAgain({ job, offers }: JobOffers, by: Actor, now: Millis): OfferEffects {
  const expiresAt = now + OFFER_LIFE_DAYS * DAY;
  const invited = affected(offers, "jobReopened", by).map((offer) =>
    offerChange(offer, {
      state: offer.jobRevision === job.revision ? "sent" : "outdated",
      expiresAt,
    }),
  );
  return {
    changes: invited.map(({ change }) => change),
    mails: invited.map(({ offer }) => helperMail("offerInvitedAgain", offer, job)),
  };
}

function affected(offers: readonly Offer[], action: OfferAction, by: Actor): readonly Offer[] {
  return offers.filter(
    (offer) => offer.closedAt === null && allows(OFFER_TRANSITIONS, offer.state, action, by),
  );
}
