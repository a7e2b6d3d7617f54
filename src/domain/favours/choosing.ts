import { jobChange, offerChange } from "./changes.ts";
import { fail, err } from "../kernel/errors.ts";
import type { AgreedDay, Job, JobState } from "../records/job.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { DECLINE_UNDO_MINUTES } from "../kernel/limits.ts";
import { MINUTE } from "../kernel/time.ts";
import type { OfferState } from "../records/offer.ts";
import { endOffer, offersGuard, standBy, type JobOffers } from "./offer-effects.ts";
import { contactMails, offerEndedMail } from "./mails.ts";
import { rewardAgreedMails } from "./joined-mails.ts";
import { OFFER_TRANSITIONS, isForPoster, isOfferOver, liveOffers, offerRefusal } from "./offer-states.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { readAnother } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";

export interface Choice extends JobOffers {
  readonly offerId: string;
  /** The version that the poster read; without it whatever the offer says now is taken. */
  readonly offerVersion?: number | undefined;
}

interface Acceptance extends Choice {
  /** Absent or null: no day was agreed on. */
  readonly agreed?: AgreedDay | null | undefined;
}

/**
 * The poster accepts one offer: both get each other's contact, the other helpers stand by.
 *
 * Errors: the favour's or the offer's state, `jobExpired`, `offerExpired`, `offerNotFound`, and `offerChanged` when the helper changed it
 * after the poster read it.
 */
export function acceptOffer(choice: Acceptance, { now }: Context): Decided<JobState> {
  const { job, offers, offerId, offerVersion } = choice;
  if (job.assignedOffer === offerId && isAgreed(job)) return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "accept", "poster") || now > job.expiresAt) {
    return err(jobRefusal(job, now));
  }
  const offer = offers.find(({ id }) => id === offerId);
  if (offer === undefined || !isForPoster(offer)) return err(fail("offerNotFound"));
  // The favour was read a moment before its offers: one that stands by tells that another has been accepted in between.
  if (offer.state === "standby") return err(fail("jobAssigned"));
  if (!allows(OFFER_TRANSITIONS, offer.state, "accept", "poster")) return err(offerRefusal(offer));
  if (isOfferOver(offer, now)) return err(fail("offerExpired"));
  const another = readAnother(offer, offerVersion, "offerChanged");
  if (another !== null) return err(another);

  const assigned = jobChange(job, {
    state: "assigned",
    assignedOffer: offerId,
    assignedAt: now,
    agreed: choice.agreed ?? null,
    reason: null,
  });
  const accepted = offerChange(offer, { state: "accepted" });
  const others = standBy(choice, offerId);
  return decided(job.id, "assigned", {
    guards: [offersGuard(choice)],
    changes: [assigned.change, accepted.change, ...others.changes],
    mails: [
      ...contactMails(assigned.job, accepted.offer),
      ...rewardAgreedMails(assigned.job, accepted.offer),
      ...others.mails,
    ],
    purge: jobTags(job),
  });
}

/**
 * The poster declines one offer while still choosing; its helper is told once that can't be undone any more. Errors: the favour's or the offer's state, `offerNotFound`,
 * `offerChanged`.
 */
export function declineOffer(choice: Choice, { now }: Context): Decided<OfferState> {
  const { job, offers, offerId, offerVersion } = choice;
  const offer = offers.find(({ id }) => id === offerId);
  if (offer === undefined || !isForPoster(offer)) return err(fail("offerNotFound"));
  if (offer.state === "declined") return alreadyDone(offer.id, offer.state);
  if (job.state !== "open") return err(jobRefusal(job, now));
  if (!allows(OFFER_TRANSITIONS, offer.state, "decline", "poster")) return err(offerRefusal(offer));
  const another = readAnother(offer, offerVersion, "offerChanged");
  if (another !== null) return err(another);

  const declined = endOffer(offer, "declined", now);
  return decided(offer.id, "declined", {
    guards: [offersGuard(choice), { type: "unchanged", kind: "job", id: job.id, version: job.version }],
    changes: [declined.change, ...withoutOffer(choice, offerId)],
    mails: [
      { ...offerEndedMail(declined.offer, job, "declined"), dueAt: now + DECLINE_UNDO_MINUTES * MINUTE },
    ],
    purge: jobTags(job),
  });
}

/** The favour's own change when one of its offers ends: none while another is live. */
export function withoutOffer({ job, offers }: JobOffers, offerId: string) {
  const hasOffers = liveOffers(offers).some(({ id }) => id !== offerId);
  return hasOffers === job.hasOffers ? [] : [jobChange(job, { hasOffers }).change];
}

function isAgreed(job: Job): boolean {
  return job.state === "assigned" || job.state === "delivered" || job.state === "done";
}
