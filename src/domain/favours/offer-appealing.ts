import { err, fail } from "../kernel/errors.ts";
import { ENDED_OFFER_TTL_DAYS, OFFER_LIFE_DAYS } from "../kernel/limits.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { DAY } from "../kernel/time.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import type { Appealing } from "./appealing.ts";
import { offerChange } from "./changes.ts";
import { jobRefusal, jobTags } from "./job-states.ts";
import { offerReached } from "./offer-arriving.ts";
import { approvedState, canReach } from "./offer-moderating.ts";
import { isOngoing, offerRefusal } from "./offer-states.ts";
import { mailboxRefusal, onlyOne } from "./offering.ts";

type Appealed = Pick<Shown, "version"> & { readonly offer: Offer; readonly job: Job };

/** Whether a moderator decided against an offer: it never reached the poster. */
export function isAgainstOffer({ state }: Offer): boolean {
  return state === "rejected";
}

/** The helper asks for another look, once. It is not forgotten as long as that waits. Errors: `appealUsed`, the offer's state. */
export function appealOffer(
  { offer, text, isBlocked }: Appealing & { readonly offer: Offer },
  { now }: Context,
): Decided<OfferState> {
  if (isAppealed(offer)) return alreadyDone(offer.id, offer.state);
  if (offer.appeal !== null) return err(fail("appealUsed"));
  if (!isAgainstOffer(offer) && !(isBlocked && isOngoing(offer))) return err(offerRefusal(offer));
  const appeal = { text, at: now, decided: null };
  return decided(offer.id, offer.state, { changes: [offerChange(offer, { appeal }).change] });
}

/**
 * The appeal is right: the poster has the offer now, as if it had been let through. One that was not rejected stays as it is. Errors: the
 * offer's or the favour's state, `offerChanged`, `offerAlreadySent` where its helper has made another meanwhile.
 */
export function grantOfferAppeal(
  { offer, job, offers, version }: Appealed & { readonly offers: readonly Offer[] },
  { now }: Context,
): Decided<OfferState> {
  if (!isAppealed(offer)) return err(offerRefusal(offer));
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  const appeal = wonAppeal(offer);
  if (!isAgainstOffer(offer)) {
    const stays = offerChange(offer, { appeal });
    const told = appealDecidedMail(about(stays.offer, job), "won", null);
    return decided(offer.id, offer.state, { changes: [stays.change], mails: [told] });
  }
  if (!canReach(job, now)) return err(jobRefusal(job, now));
  const refusal = mailboxRefusal(offer.helper.email, job, offers);
  if (refusal !== null) return err(refusal);
  const granted = offerChange(offer, {
    appeal,
    state: approvedState(offer, job),
    signals: [],
    reason: null,
    closedAt: null,
    sentAt: now,
    expiresAt: now + OFFER_LIFE_DAYS * DAY,
  });
  const reached = offerReached(granted.offer, job, now);
  return decided(offer.id, granted.offer.state, {
    guards: [{ type: "unchanged", kind: "job", id: job.id, version: job.version }, ...onlyOne(offer)],
    changes: [granted.change, ...reached.changes],
    mails: [appealDecidedMail(about(granted.offer, job), "won", null), ...reached.mails],
    purge: jobTags(job),
  });
}

/** What was decided stands, and the helper is told why; then it is forgotten as any that has ended. Errors: the offer's state, `offerChanged`. */
export function refuseOfferAppeal(
  { offer, job, version, reason }: Appealed & { readonly reason: string },
  { now }: Context,
): Decided<OfferState> {
  if (offer.appeal?.decided === "lost") return alreadyDone(offer.id, offer.state);
  if (!isAppealed(offer)) return err(offerRefusal(offer));
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  const isOver = isAgainstOffer(offer);
  const refused = offerChange(
    offer,
    { appeal: lostAppeal(offer), ...(isOver && { reason }) },
    isOver ? now + ENDED_OFFER_TTL_DAYS * DAY : undefined,
  );
  return decided(offer.id, offer.state, {
    changes: [refused.change],
    mails: [appealDecidedMail(about(refused.offer, job), "lost", reason)],
  });
}

function about({ id, version, helper }: Offer, job: Job): AppealAbout {
  return { kind: "offer", id, version, title: job.title, to: helper.email };
}
