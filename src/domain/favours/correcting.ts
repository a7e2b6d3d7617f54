import { alreadyDone, decided, type Change, type Context, type Decided } from "../records/decision.ts";
import { err } from "../kernel/errors.ts";
import { UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { HOUR, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import type { Job, JobState } from "../records/job.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { withMoreSignals } from "../suspicion/signals.ts";
import { jobChange, offerChange } from "./changes.ts";
import { firstExpiry } from "./expiry.ts";
import type { JobEdit } from "./job-form.ts";
import { JOB_TRANSITIONS, jobRefusal } from "./job-states.ts";
import type { OfferEdit } from "./offer-form.ts";
import { OFFER_TRANSITIONS, offerRefusal } from "./offer-states.ts";

/** What a correction says, and what of it is suspicious. */
interface Correction<E> extends Pick<Shown, "version"> {
  readonly edit: E;
  readonly signals: readonly string[];
}

/**
 * Who asked corrects the favour before confirming it, by the same link: nobody else has seen it, and it waits no longer for
 * that. Errors: the favour's state, `jobChanged`.
 */
export function correctJob(
  { job, edit, signals, version }: { readonly job: Job } & Correction<JobEdit>,
  { now }: Context,
): Decided<JobState> {
  if (!allows(JOB_TRANSITIONS, job.state, "correct", "poster")) return err(jobRefusal(job, now));
  const { name, phone, ...text } = edit;
  const poster = { ...job.poster, name, phone };
  const said = { ...text, poster };
  if (isSame(job, said)) return alreadyDone(job.id, job.state);
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  const { change } = jobChange(job, {
    ...said,
    expiresAt: firstExpiry(text.deadline, job.createdAt),
    signals: withMoreSignals(job.signals, signals),
  });
  return decided(job.id, job.state, { changes: [waitingStill(change, job.createdAt)] });
}

/** The same for an offer. Errors: the offer's state, `offerChanged`. */
export function correctOffer(
  { offer, edit, signals, version }: { readonly offer: Offer } & Correction<OfferEdit>,
  _context: Context,
): Decided<OfferState> {
  if (!allows(OFFER_TRANSITIONS, offer.state, "correct", "helper")) return err(offerRefusal(offer));
  const { name, phone, message, reward, standing = offer.standing } = edit;
  const patch = { message, reward, standing, helper: { ...offer.helper, name, phone } };
  if (isSame(offer, patch)) return alreadyDone(offer.id, offer.state);
  const another = readAnother(offer, version, "offerChanged");
  if (another !== null) return err(another);
  const { change } = offerChange(offer, { ...patch, signals: withMoreSignals(offer.signals, signals) });
  return decided(offer.id, offer.state, { changes: [waitingStill(change, offer.createdAt)] });
}

/** What nobody confirms is forgotten when it would have been without the correction. */
function waitingStill(change: Change, createdAt: Millis): Change {
  return { ...change, forgetAt: createdAt + UNCONFIRMED_TTL_HOURS * HOUR };
}

function isSame<T extends object>(record: T, patch: Partial<T>): boolean {
  return JSON.stringify({ ...record, ...patch }) === JSON.stringify(record);
}
