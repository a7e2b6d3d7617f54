import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { err, fail } from "../kernel/errors.ts";
import { DECLINE_UNDO_MINUTES } from "../kernel/limits.ts";
import { readAnother } from "../kernel/shown.ts";
import { MINUTE, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { mailboxOf } from "../people/mailbox.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { jobChange, offerChange } from "./changes.ts";
import type { Choice } from "./choosing.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";
import { helperMail, offerEndedMail } from "./mails.ts";
import { offersGuard } from "./offer-effects.ts";
import { isOngoing, OFFER_TRANSITIONS, offerRefusal } from "./offer-states.ts";
import { onlyOne } from "./offering.ts";

/** Until when declining this offer can be undone; null: it was not declined, or it ended with an agreement, which its helper knows. */
export function undoableUntil(offer: Offer): Millis | null {
  if (offer.state !== "declined" || offer.reason !== null || offer.closedAt === null) return null;
  return offer.closedAt + DECLINE_UNDO_MINUTES * MINUTE;
}

/** Whether this offer was declined and its helper does not know yet. */
export function isDeclineUntold(offer: Offer, now: Millis): boolean {
  return now < (undoableUntil(offer) ?? 0);
}

/**
 * The poster takes declining back before the helper is told: the letter that waits goes. Errors: the favour's or the offer's
 * state, `offerNotFound`, `offerChanged`, `undoTooLate`, and `offerAlreadySent` when the helper has made another offer.
 */
export function undoDecline(choice: Choice, { now }: Context): Decided<OfferState> {
  const { job, offers, offerId, offerVersion } = choice;
  const offer = offers.find(({ id }) => id === offerId);
  if (offer === undefined) return err(fail("offerNotFound"));
  if (!isOpenNow(job, now)) return err(jobRefusal(job, now));
  if (offer.state === "sent" || offer.state === "outdated") return alreadyDone(offer.id, offer.state);
  const until = undoableUntil(offer);
  if (until === null || !allows(OFFER_TRANSITIONS, offer.state, "undo", "poster")) {
    return err(offerRefusal(offer));
  }
  if (now >= until) return err(fail("undoTooLate"));
  const another = readAnother(offer, offerVersion, "offerChanged");
  if (another !== null) return err(another);
  const mailbox = mailboxOf(offer.helper.email);
  if (offers.filter(isOngoing).some(({ helper }) => mailboxOf(helper.email) === mailbox)) {
    return err(fail("offerAlreadySent"));
  }

  const letter = offerEndedMail(offer, job, "declined").id;
  const state = offer.jobRevision === job.revision ? "sent" : "outdated";
  const back = offerChange(offer, { state, closedAt: null });
  return decided(offer.id, state, {
    guards: [
      offersGuard(choice),
      { type: "unchanged", kind: "job", id: job.id, version: job.version },
      { type: "mailWaits", mail: letter },
      ...onlyOne(offer),
    ],
    changes: [back.change, ...(job.hasOffers ? [] : [jobChange(job, { hasOffers: true }).change])],
    // The favour may have been edited meanwhile, when this helper was not asked to read it again.
    mails: state === "outdated" ? [helperMail("offerOutdated", back.offer, job)] : [],
    drops: [letter],
    purge: jobTags(job),
  });
}
