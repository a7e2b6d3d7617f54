import { err } from "../kernel/errors.ts";
import { OFFER_LIFE_DAYS } from "../kernel/limits.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { lostAppeal, wonAppeal } from "../records/appeal.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { offerChange } from "./changes.ts";
import { isAgreedUpon } from "./drop-outs.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";
import { mailJob } from "./mails.ts";
import { offerReached } from "./offer-arriving.ts";
import { endOffer } from "./offer-effects.ts";
import { LIVE_OFFER_STATES, OFFER_TRANSITIONS, offerRefusal } from "./offer-states.ts";

type Held = Pick<Shown, "version"> & { readonly offer: Offer; readonly job: Job };

/** Whether a held offer can be let through now: its favour is open, or given to somebody so that the offer stands by. */
export function canReach(job: Job, now: Millis): boolean {
  return isOpenNow(job, now) || isAgreedUpon(job);
}

/**
 * A moderator lets a held offer through: from now on the poster has it, with a warning where it stays suspicious, and the helper is told.
 * Errors: the offer's or the favour's state, `offerChanged`.
 */
export function approveOffer({ offer, job, version }: Held, { now }: Context): Decided<OfferState> {
  if (LIVE_OFFER_STATES.includes(offer.state)) return alreadyDone(offer.id, offer.state);
  if (!allows(OFFER_TRANSITIONS, offer.state, "approve", "moderator")) return err(offerRefusal(offer));
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  if (!canReach(job, now)) return err(jobRefusal(job, now));
  const approved = offerChange(offer, {
    state: approvedState(offer, job),
    appeal: wonAppeal(offer),
    sentAt: now,
    expiresAt: now + OFFER_LIFE_DAYS * DAY,
  });
  const reached = offerReached(approved.offer, job, now);
  return decided(offer.id, approved.offer.state, {
    guards: [{ type: "unchanged", kind: "job", id: job.id, version: job.version }],
    changes: [approved.change, ...reached.changes],
    mails: reached.mails,
    purge: jobTags(job),
  });
}

export function approvedState({ jobRevision }: Offer, job: Job): OfferState {
  if (job.state !== "open") return "standby";
  return jobRevision === job.revision ? "sent" : "outdated";
}

/** A moderator refuses a held offer: the poster never has it, the helper is told why. Errors: the offer's state, `offerChanged`. */
export function rejectOffer(
  { offer, job, version, reason }: Held & { readonly reason: string },
  { now }: Context,
): Decided<OfferState> {
  if (offer.state === "rejected") return alreadyDone(offer.id, offer.state);
  if (!allows(OFFER_TRANSITIONS, offer.state, "reject", "moderator")) return err(offerRefusal(offer));
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  const rejected = endOffer(offer, "rejected", now, { reason, appeal: lostAppeal(offer) });
  const canAppeal = rejected.offer.appeal === null;
  const data = { link: manageRef(offer.id), job: mailJob(job), reason, canAppeal };
  const told: MailEvent = {
    id: mailId("offerRejected", rejected.offer),
    name: "offerRejected",
    to: offer.helper.email,
    data,
  };
  return decided(offer.id, "rejected", { changes: [rejected.change], mails: [told] });
}
