import type { Millis } from "../kernel/time.ts";
import type { Change, Context } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { MailEvent } from "../records/mail-event.ts";
import { toldBlock } from "../records/new-links.ts";
import type { Offer } from "../records/offer.ts";
import { jobChange } from "./changes.ts";
import { helperMail, offerReceivedMail } from "./mails.ts";
import { firstOfferAfter } from "./outcome.ts";

/** What comes with an offer beside its own change. */
interface Arriving {
  readonly changes: readonly Change[];
  readonly mails: readonly MailEvent[];
}

/** What follows once an offer counts: the favour has one, and those whom it concerns are told. */
export function offerReached(offer: Offer, job: Job, now: Millis): Arriving {
  const patch = { hasOffers: true, firstOfferAfter: firstOfferAfter(job, now) };
  const changes = job.hasOffers ? [] : [jobChange(job, patch).change];
  if (offer.state === "standby") return { changes, mails: [helperMail("offerStandby", offer, job)] };
  if (offer.state === "outdated") return { changes, mails: [helperMail("offerOutdated", offer, job)] };
  return { changes, mails: [offerReceivedMail(offer, job), helperMail("offerSent", offer, job)] };
}

/** An offer that waits for a moderator: its helper is told so. */
export function heldOffer(offer: Offer, job: Job, { trust }: Context): Arriving {
  return { changes: [], mails: [helperMail("offerHeld", offer, job, toldBlock(trust))] };
}
