import { type DomainErrorCode, fail, type DomainError } from "../kernel/errors.ts";
import type { Millis } from "../kernel/time.ts";
import type { Transition } from "../kernel/transitions.ts";
import type { Job } from "../records/job.ts";
import type { OfferState, Offer } from "../records/offer.ts";
import type { Reward } from "../records/reward.ts";

/** Those that begin with `job` or `other` are what something done to the favour, or to another offer, does to this one. */
export type OfferAction =
  | "make"
  | "publish"
  | "confirm"
  | "correct"
  | "edit"
  | "approve"
  | "reject"
  | "restore"
  | "reconfirm"
  | "accept"
  | "decline"
  | "undo"
  | "withdraw"
  | "dropOut"
  | "expire"
  | "otherAccepted"
  | "jobReopened"
  | "jobEdited"
  | "jobDone"
  | "jobWithdrawn"
  | "jobExpired"
  | "jobHidden"
  | "jobLapsed";

/** Offers that wait for the poster, or for the agreement with somebody else to fail. */
export const WAITING_OFFER_STATES = ["sent", "outdated", "standby"] as const;

/** The life of an offer (`docs/rules.md`). */
export const OFFER_TRANSITIONS: readonly Transition<OfferState, OfferAction>[] = [
  { from: null, to: "unconfirmed", action: "make", by: "helper" },
  { from: null, to: "sent", action: "publish", by: "helper" },
  { from: "unconfirmed", to: "sent", action: "confirm", by: "helper" },
  // Suspicious: a moderator reads it before the poster does.
  { from: null, to: "held", action: "publish", by: "helper" },
  { from: "unconfirmed", to: "held", action: "confirm", by: "helper" },
  { from: "sent", to: "held", action: "edit", by: "helper" },
  { from: "outdated", to: "held", action: "edit", by: "helper" },
  // Its mailbox was blocked meanwhile.
  { from: "outdated", to: "held", action: "reconfirm", by: "helper" },
  { from: "held", to: "held", action: "edit", by: "helper" },
  { from: "held", to: "sent", action: "approve", by: "moderator" },
  // The favour was edited, or given to somebody else, meanwhile.
  { from: "held", to: "outdated", action: "approve", by: "moderator" },
  { from: "held", to: "standby", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  // Its helper appealed, and was right.
  { from: "rejected", to: "sent", action: "restore", by: "moderator" },
  { from: "rejected", to: "outdated", action: "restore", by: "moderator" },
  { from: "rejected", to: "standby", action: "restore", by: "moderator" },
  // The favour was edited before the helper confirmed: read it again first.
  { from: "unconfirmed", to: "outdated", action: "confirm", by: "helper" },
  { from: "unconfirmed", to: "unconfirmed", action: "correct", by: "helper" },
  { from: "sent", to: "sent", action: "edit", by: "helper" },
  { from: "outdated", to: "sent", action: "edit", by: "helper" },
  { from: "outdated", to: "sent", action: "reconfirm", by: "helper" },
  { from: "sent", to: "accepted", action: "accept", by: "poster" },
  { from: "sent", to: "standby", action: "otherAccepted", by: "poster" },
  { from: "outdated", to: "standby", action: "otherAccepted", by: "poster" },
  { from: "sent", to: "declined", action: "decline", by: "poster" },
  { from: "outdated", to: "declined", action: "decline", by: "poster" },
  // Within `DECLINE_UNDO_MINUTES`, before the helper is told.
  { from: "declined", to: "sent", action: "undo", by: "poster" },
  { from: "declined", to: "outdated", action: "undo", by: "poster" },
  // Until then it still waits as far as its helper knows.
  { from: "declined", to: "withdrawn", action: "withdraw", by: "helper" },
  { from: "sent", to: "outdated", action: "jobEdited", by: "poster" },
  // Nobody answered in time. One that stands by waits for as long as the agreement does.
  { from: "sent", to: "expired", action: "expire", by: "sweeper" },
  { from: "outdated", to: "expired", action: "expire", by: "sweeper" },
  { from: "accepted", to: "withdrawn", action: "dropOut", by: "helper" },
  { from: "accepted", to: "declined", action: "dropOut", by: "poster" },
  { from: "accepted", to: "expired", action: "jobLapsed", by: "sweeper" },
  // It stays accepted; only its end is noted.
  { from: "accepted", to: "accepted", action: "jobDone", by: "poster" },
  { from: "accepted", to: "accepted", action: "jobDone", by: "sweeper" },
  // By a moderator: the favour was held when the agreement failed.
  ...(["poster", "helper", "sweeper", "moderator"] as const).flatMap(
    (by) =>
      [
        { from: "standby", to: "sent", action: "jobReopened", by },
        { from: "standby", to: "outdated", action: "jobReopened", by },
      ] as const,
  ),
  ...[...WAITING_OFFER_STATES, "held" as const].flatMap(
    (from) =>
      [
        { from, to: "withdrawn", action: "withdraw", by: "helper" },
        { from, to: "expired", action: "jobExpired", by: "sweeper" },
        { from, to: "notChosen", action: "jobDone", by: "poster" },
        { from, to: "notChosen", action: "jobDone", by: "sweeper" },
        { from, to: "notChosen", action: "jobWithdrawn", by: "poster" },
        { from, to: "notChosen", action: "jobHidden", by: "moderator" },
      ] as const,
  ),
  { from: "accepted", to: "notChosen", action: "jobWithdrawn", by: "poster" },
];

/** Offers from which something can still come. */
export const LIVE_OFFER_STATES: readonly OfferState[] = ["sent", "standby", "outdated", "accepted"];

/** An accepted offer stays `accepted` when the favour is done, with its end noted: it is no longer live then. */
export function isLiveOffer(offer: Offer): boolean {
  return LIVE_OFFER_STATES.includes(offer.state) && offer.closedAt === null;
}

/** Live, or held: something may still come of it, and meanwhile its mailbox makes no other for the same favour. */
export function isOngoing(offer: Offer): boolean {
  return isLiveOffer(offer) || offer.state === "held";
}

/** Whether it ever may reach who posted the favour: what a moderator holds or has refused does not exist for them. */
export function isForPoster({ state }: Offer): boolean {
  return state !== "held" && state !== "rejected";
}

export function liveOffers(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(isLiveOffer);
}

/** Whether an offer that waits for an answer has waited too long: what decides is the clock, whatever the sweeper did. */
export function isOfferOver({ state, expiresAt }: Offer, now: Millis): boolean {
  return (state === "sent" || state === "outdated") && now > expiresAt;
}

/** What is agreed once this offer is accepted: its counter-proposal, or the reward as it stands. */
export function agreedReward(job: Job, offer: Offer): Reward {
  return offer.reward ?? job.reward;
}

/** "It is in that state, so this can't be done." */
export const OFFER_STATE_CODES: Readonly<Record<OfferState, DomainErrorCode>> = {
  unconfirmed: "offerUnconfirmed",
  held: "offerHeld",
  sent: "offerSent",
  accepted: "offerAccepted",
  declined: "offerDeclined",
  withdrawn: "offerWithdrawn",
  standby: "offerStandby",
  outdated: "offerOutdated",
  expired: "offerExpired",
  notChosen: "offerNotChosen",
  rejected: "offerRejected",
};

/** Why something can't be done with an offer as it is now. */
export function offerRefusal(offer: Offer): DomainError {
  return fail(OFFER_STATE_CODES[offer.state]);
}

/** The offer that a favour is assigned to, if its record is still there. */
export function assignedOffer(job: Job, offers: readonly Offer[]): Offer | undefined {
  return offers.find((offer) => offer.id === job.assignedOffer);
}
