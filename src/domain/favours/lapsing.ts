import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { offerChange } from "./changes.ts";
import { jobChange } from "./changes.ts";
import { withoutOffer } from "./choosing.ts";
import { isContactForgotten, jobDueAt, lapsesAt } from "./due.ts";
import { reopenedExpiry } from "./expiry.ts";
import { isAppealed } from "../records/appeal.ts";
import { err } from "../kernel/errors.ts";
import type { Job, JobState } from "../records/job.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { lapseJoined } from "./joined-effects.ts";
import { mailJob, offerEndedMail } from "./mails.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { endOffer, inviteAgain, offersGuard, type JobOffers } from "./offer-effects.ts";
import {
  assignedOffer,
  isOngoing,
  isOfferOver,
  liveOffers,
  OFFER_TRANSITIONS,
  offerRefusal,
} from "./offer-states.ts";
import { withoutContact } from "../people/person.ts";
import { alreadyDone, type Change, decided, type Context, type Decided } from "../records/decision.ts";
import { allows } from "../kernel/transitions.ts";

/**
 * An agreement of which nobody said anything for too long: both are told, its contact data are forgotten, and the favour
 * opens again for who stood by. Where its time is over by then, it runs out next. Errors: the favour's state.
 */
export function lapseJob(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job, offers } = input;
  const isTime = now >= lapsesAt(job);
  if (!allows(JOB_TRANSITIONS, job.state, "lapse", "sweeper") || !isTime) return err(jobRefusal(job, now));
  const expiresAt = reopenedExpiry(job, now);
  const helper = assignedOffer(job, offers);
  const ended = helper && endOffer(helper, "expired", now);
  const others = offers.filter((offer) => offer !== helper);
  const reopened = jobChange(job, {
    state: "open",
    assignedOffer: null,
    assignedAt: null,
    agreed: null,
    hasOffers: liveOffers(others).length > 0,
    expiresAt,
    reason: null,
    remindedAt: now,
  });
  const invited =
    now <= expiresAt
      ? inviteAgain({ ...input, job: reopened.job, offers: others }, "sweeper", now)
      : { changes: [], mails: [] };
  return decided(job.id, "open", {
    guards: [offersGuard(input)],
    changes: [reopened.change, ...(ended ? [forgotten(ended.change)] : []), ...invited.changes],
    mails: [
      lapsedMail(reopened.job),
      ...(ended ? [offerEndedMail(ended.offer, job, "lapsed")] : []),
      ...invited.mails,
    ],
    purge: jobTags(job),
  });
}

/** An offer that the poster never answered. Errors: the offer's state. */
export function expireOffer(
  input: JobOffers & { readonly offer: Offer },
  { now }: Context,
): Decided<OfferState> {
  const { job, offer } = input;
  if (offer.state === "expired") return alreadyDone(offer.id, offer.state);
  if (!allows(OFFER_TRANSITIONS, offer.state, "expire", "sweeper") || !isOfferOver(offer, now)) {
    return err(offerRefusal(offer));
  }
  const expired = endOffer(offer, "expired", now);
  return decided(offer.id, "expired", {
    guards: [offersGuard(input), { type: "unchanged", kind: "job", id: job.id, version: job.version }],
    changes: [expired.change, ...withoutOffer(input, offer.id)],
    mails: [offerEndedMail(expired.offer, job, "expired")],
    purge: jobTags(job),
  });
}

/**
 * Nobody can reach anybody through a favour that ended long ago. Offers that ended are forgotten by themselves; one that a
 * hidden favour kept, in case it comes back, is forgotten with it. Errors: the favour's state.
 */
export function forgetContact(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job, offers } = input;
  if (isContactForgotten(job)) return alreadyDone(job.id, job.state);
  const dueAt = jobDueAt(job);
  const hasEnded =
    dueAt !== null && job.state !== "open" && job.state !== "assigned" && job.state !== "delivered";
  if (!hasEnded || now < dueAt) return err(jobRefusal(job, now));
  const kept = offers.filter(isOngoing);
  // The helper of a hidden favour was told when it was hidden; who stood by a held one still hopes.
  const hopeful = kept.filter(({ state }) => state !== "accepted");
  const lapsed = lapseJoined(job, job.state === "hidden" ? "jobHidden" : "jobExpired", "sweeper", now);
  const forgotten = jobChange(job, {
    joined: lapsed.joined,
    poster: withoutContact(job.poster),
    doneBy: job.doneBy && { ...job.doneBy, ...withoutContact(job.doneBy) },
    hasOffers: false,
    // Nobody is left who could be told of it.
    ...(isAppealed(job) && { appeal: null }),
    ...(job.thanks.some(isAppealed) && {
      thanks: job.thanks.map((one) => (isAppealed(one) ? { ...one, appeal: null } : one)),
    }),
  });
  return decided(job.id, job.state, {
    guards: [offersGuard(input)],
    changes: [
      forgotten.change,
      ...kept.map((offer): Change => ({ kind: "offer", before: offer, after: null })),
    ],
    mails: [...hopeful.map((offer) => offerEndedMail(offer, job, "jobExpired")), ...lapsed.mails],
  });
}

function forgotten(change: ReturnType<typeof offerChange>["change"]): Change {
  if (change.kind !== "offer" || change.after === null) return change;
  return { ...change, after: { ...change.after, helper: withoutContact(change.after.helper) } };
}

function lapsedMail(job: Job): MailEvent {
  const data = { link: manageRef(job.id), job: mailJob(job) };
  return { id: mailId("agreementLapsed", job), name: "agreementLapsed", to: job.poster.email, data };
}
