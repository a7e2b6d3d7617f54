import { mailId, type MailEvent } from "../records/mail-event.ts";
import { jobChange, offerChange } from "./changes.ts";
import {
  type Change,
  type Guard,
  alreadyDone,
  decided,
  type Context,
  type Decided,
} from "../records/decision.ts";
import { fail, err } from "../kernel/errors.ts";
import type { Job } from "../records/job.ts";
import { withoutOffer } from "./choosing.ts";
import { mailJob, helpersNews, offerEndedMail, offerReceivedMail } from "./mails.ts";
import { isDeclineUntold } from "./undoing.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";
import { OFFER_LIFE_DAYS } from "../kernel/limits.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { endOffer, offersGuard, type JobOffers } from "./offer-effects.ts";
import { OFFER_TRANSITIONS, isLiveOffer, isOfferOver, offerRefusal } from "./offer-states.ts";
import type { OfferEdit } from "./offer-form.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { DAY } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { shouldHold, withMoreSignals } from "../suspicion/signals.ts";
import { heldOffer } from "./offer-arriving.ts";

interface OfferInput {
  readonly offer: Offer;
  readonly job: Job;
}

/**
 * The helper changes what they wrote or ask for; the poster gets it anew. Errors: the favour's or the offer's state,
 * `offerChanged`, and `jobChanged`, since it answers the favour as it stands.
 */
export function editOffer(
  input: JobOffers & OfferInput & Shown & { readonly edit: OfferEdit; readonly signals: readonly string[] },
  context: Context,
): Decided<OfferState> {
  const { offer, job, edit, signals } = input;
  const { name, phone, message, reward, standing = offer.standing } = edit;
  if (!allows(OFFER_TRANSITIONS, offer.state, "edit", "helper")) return err(offerRefusal(offer));
  const patch = { message, reward, standing, helper: { ...offer.helper, name, phone } };
  const isSame = JSON.stringify({ ...offer, ...patch }) === JSON.stringify(offer);
  if (isSame && offer.state !== "outdated") return alreadyDone(offer.id, offer.state);
  const another =
    readAnother(offer, input.version, "offerChanged") ?? readAnother(job, input.jobVersion, "jobChanged");
  if (another !== null) return err(another);
  if (isStandingAlone(offer, patch)) {
    return decided(offer.id, offer.state, { changes: [offerChange(offer, { standing }).change] });
  }
  if (offer.state !== "held" && !shouldHold(signals, context.trust)) {
    return sendAgain(offer, job, { ...patch, signals: [...signals] }, context);
  }
  return holdEdited(input, { ...patch, signals: withMoreSignals(offer.signals, signals) }, context);
}

/** Whether only what is told of the helper changes: the poster has nothing to read again. */
function isStandingAlone(offer: Offer, patch: Partial<Offer>): boolean {
  const { standing } = offer;
  return offer.state === "sent" && JSON.stringify({ ...offer, ...patch, standing }) === JSON.stringify(offer);
}

/** A suspicious edit leaves the poster's sight until a moderator has read it; one of a held offer is read with it. */
function holdEdited(
  input: JobOffers & OfferInput,
  patch: Partial<Offer>,
  context: Context,
): Decided<OfferState> {
  const { offer, job } = input;
  if (!isOpenNow(job, context.now)) return err(jobRefusal(job, context.now));
  if (isOfferOver(offer, context.now)) return err(fail("offerExpired"));
  const held = offerChange(offer, { ...patch, state: "held", jobRevision: job.revision });
  const isNew = offer.state !== "held";
  const news = isNew ? heldOffer(held.offer, job, context) : { changes: [], mails: [] };
  return decided(offer.id, "held", {
    guards: [offersGuard(input), unchanged(job)],
    changes: [held.change, ...news.changes, ...(isNew ? withoutOffer(input, offer.id) : [])],
    mails: news.mails,
    purge: jobTags(job),
  });
}

/** The helper has read the edited favour and stands by the offer. Errors: the favour's or the offer's state, `jobChanged`. */
export function reconfirmOffer(
  input: JobOffers & OfferInput & Pick<Shown, "jobVersion">,
  context: Context,
): Decided<OfferState> {
  const { offer, job, jobVersion } = input;
  if (offer.state === "sent") return alreadyDone(offer.id, offer.state);
  if (!allows(OFFER_TRANSITIONS, offer.state, "reconfirm", "helper")) return err(offerRefusal(offer));
  const another = readAnother(job, jobVersion, "jobChanged");
  if (another !== null) return err(another);
  return shouldHold([], context.trust) ? holdEdited(input, {}, context) : sendAgain(offer, job, {}, context);
}

/**
 * The helper takes back an offer that is live or held, or that was declined and whose letter still waits: what they were not told yet is not
 * told any more. Errors: the offer's state (`offerAccepted`: drop out instead).
 */
export function withdrawOffer(
  input: JobOffers & { readonly offer: Offer },
  { now }: Context,
): Decided<OfferState> {
  const { offer, job } = input;
  if (offer.state === "withdrawn") return alreadyDone(offer.id, offer.state);
  const isDeclined = offer.state === "declined";
  if (
    !allows(OFFER_TRANSITIONS, offer.state, "withdraw", "helper") ||
    (isDeclined && !isDeclineUntold(offer, now))
  ) {
    return err(offerRefusal(offer));
  }
  const withdrawn = endOffer(offer, "withdrawn", now);
  const ended = offerEndedMail(withdrawn.offer, job, "withdrawn");
  const letter = offerEndedMail(offer, job, "declined").id;
  return decided(offer.id, "withdrawn", {
    guards: [
      offersGuard(input),
      unchanged(job),
      ...(isDeclined ? [{ type: "mailWaits", mail: letter } as const] : []),
    ],
    changes: [withdrawn.change, ...withoutOffer(input, offer.id)],
    // Who declined it, or never had it, needs no news of it.
    mails: isLiveOffer(offer) ? [ended, withdrawnMail(withdrawn.offer, job)] : [ended],
    drops: isDeclined ? [letter] : [],
    purge: jobTags(job),
  });
}

/**
 * The helper has everything of an offer forgotten, live or ended; the poster is told if it was live. Errors:
 * `dropOutFirst` while the poster counts on this helper.
 */
export function eraseOffer(
  input: JobOffers & { readonly offer: Offer },
  _context: Context,
): Decided<OfferState> {
  const { offer, job } = input;
  const isAgreed = job.state === "assigned" && job.assignedOffer === offer.id;
  if (isAgreed) return err(fail("dropOutFirst"));
  return decided(offer.id, "withdrawn", {
    guards: [offersGuard(input), unchanged(job)],
    changes: [{ kind: "offer", before: offer, after: null }, ...withoutHelper(input, offer.id)],
    mails: isLiveOffer(offer) ? [withdrawnMail(offer, job)] : [],
    purge: jobTags(job),
  });
}

/** The favour without this offer; one that it did says no more who did it. */
function withoutHelper(input: JobOffers, offerId: string): Change[] {
  const { job } = input;
  if (job.state !== "done" || job.assignedOffer !== offerId) return withoutOffer(input, offerId);
  return [jobChange(job, { doneBy: null, thanks: [] }).change];
}

function sendAgain(offer: Offer, job: Job, patch: Partial<Offer>, { now }: Context): Decided<OfferState> {
  if (!isOpenNow(job, now)) return err(jobRefusal(job, now));
  if (isOfferOver(offer, now)) return err(fail("offerExpired"));
  const sent = offerChange(offer, {
    ...patch,
    state: "sent",
    jobRevision: job.revision,
    expiresAt: now + OFFER_LIFE_DAYS * DAY,
  });
  return decided(offer.id, "sent", {
    guards: [unchanged(job)],
    changes: [sent.change],
    mails: [offerReceivedMail(sent.offer, job)],
    purge: jobTags(job),
  });
}

function withdrawnMail(offer: Offer, job: Job): MailEvent {
  return {
    id: mailId("offerWithdrawn", offer),
    name: "offerWithdrawn",
    to: job.poster.email,
    data: { link: manageRef(job.id), job: mailJob(job), helper: offer.helper.name },
    group: helpersNews(offer),
  };
}

function unchanged(job: Job): Guard {
  return { type: "unchanged", kind: "job", id: job.id, version: job.version };
}
