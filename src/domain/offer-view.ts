import { type DomainErrorCode, fail } from "./errors.ts";
import type { DomainError } from "./errors.ts";
import type { Job } from "./job.ts";
import type { Offer, OfferState } from "./offer.ts";
import type { Reward } from "./reward.ts";

/** Offers from which something can still come. */
export const LIVE_OFFER_STATES: readonly OfferState[] = ["sent", "standby", "outdated", "accepted"];

/** An accepted offer stays `accepted` when the favour is done, with its end noted: it is no longer live then. */
export function isLiveOffer(offer: Offer): boolean {
  return LIVE_OFFER_STATES.includes(offer.state) && offer.closedAt === null;
}

export function liveOffers(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(isLiveOffer);
}

/** What is agreed once this offer is accepted: its counter-proposal, or the reward as it stands. */
export function agreedReward(job: Job, offer: Offer): Reward {
  return offer.reward ?? job.reward;
}

/** "It is in that state, so this can't be done." */
export const OFFER_STATE_CODES: Readonly<Record<OfferState, DomainErrorCode>> = {
  unconfirmed: "offerUnconfirmed",
  sent: "offerSent",
  accepted: "offerAccepted",
  declined: "offerDeclined",
  withdrawn: "offerWithdrawn",
  standby: "offerStandby",
  outdated: "offerOutdated",
  expired: "offerExpired",
  notChosen: "offerNotChosen",
};

/** Why something can't be done with an offer as it is now. */
export function offerRefusal(offer: Offer): DomainError {
  return fail(OFFER_STATE_CODES[offer.state]);
}

/** The offer that a favour is assigned to, if its record is still there. */
export function assignedOffer(job: Job, offers: readonly Offer[]): Offer | undefined {
  return offers.find((offer) => offer.id === job.assignedOffer);
}
