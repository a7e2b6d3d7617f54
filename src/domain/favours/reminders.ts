import { mailId, type MailEvent } from "../records/mail-event.ts";
import { jobChange, offerChange } from "./changes.ts";
import { doneAt, jobDueAt, lapsesAt, lapseWarnedAt, offerDueAt } from "./due.ts";
import { canRenew } from "./expiry.ts";
import { fail, err } from "../kernel/errors.ts";
import type { Job, JobState } from "../records/job.ts";
import { isOpenNow, jobRefusal } from "./job-states.ts";
import { mailJob } from "./mails.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import { offersGuard, type JobOffers } from "./offer-effects.ts";
import { assignedOffer, isOfferOver, offerRefusal } from "./offer-states.ts";
import { decided, type Context, type Decided } from "../records/decision.ts";
import type { Millis } from "../kernel/time.ts";

/**
 * The letters of the calendar. Each changes nothing but until when its favour or offer has been reminded of; what has been
 * reminded, or is not due yet, is refused with its state.
 */

/** The poster is told that an open favour ends soon. */
export function warnOfEnd({ job }: { readonly job: Job }, { now }: Context): Decided<JobState> {
  if (!isOpenNow(job, now) || !isDue(jobDueAt(job), now)) return err(jobRefusal(job, now));
  const { job: warned, change } = jobChange(job, { remindedAt: now });
  const { expiresAt } = job;
  const mail: MailEvent = {
    id: mailId("jobEnding", warned),
    name: "jobEnding",
    to: job.poster.email,
    data: { link: manageRef(job.id), job: mailJob(job), expiresAt, renewable: canRenew(job, now) },
    goodUntil: expiresAt,
  };
  return decided(job.id, job.state, { changes: [change], mails: [mail] });
}

/** The poster is asked again whether what was said to be done is done. */
export function remindOfDelivery(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job, offers } = input;
  if (job.state !== "delivered" || !isDue(jobDueAt(job), now)) return err(jobRefusal(job, now));
  const { job: reminded, change } = jobChange(job, { remindedAt: now });
  const helper = assignedOffer(job, offers)?.helper.name ?? "";
  const mail: MailEvent = {
    id: mailId("deliveryReminder", reminded),
    name: "deliveryReminder",
    to: job.poster.email,
    data: { link: manageRef(job.id), job: mailJob(job), helper, doneAt: doneAt(job) },
    goodUntil: doneAt(job),
  };
  return decided(job.id, job.state, {
    guards: [offersGuard(input)],
    changes: [change],
    mails: [mail],
  });
}

/** Both sides of an agreement that nobody said anything of are asked. */
export function warnOfLapse(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job, offers } = input;
  const isTime = isDue(jobDueAt(job), now) && now >= lapseWarnedAt(job);
  if (job.state !== "assigned" || !isTime) return err(jobRefusal(job, now));
  const { job: warned, change } = jobChange(job, { remindedAt: now });
  const helper = assignedOffer(job, offers);
  const mail = (role: "poster" | "helper", to: string, objectId: string, n: number): MailEvent => ({
    id: mailId("agreementWarned", warned, n),
    name: "agreementWarned",
    to,
    data: { link: manageRef(objectId), job: mailJob(job), role, lapsesAt: lapsesAt(job) },
    goodUntil: lapsesAt(job),
  });
  const toPoster = mail("poster", job.poster.email, job.id, 1);
  return decided(job.id, job.state, {
    guards: [offersGuard(input)],
    changes: [change],
    mails: helper === undefined ? [toPoster] : [toPoster, mail("helper", helper.helper.email, helper.id, 2)],
  });
}

/**
 * The poster is reminded of an offer that waits for an answer. While the favour takes none (it is looked at by a moderator),
 * nobody is.
 */
export function remindOfOffer(
  input: JobOffers & { readonly offer: Offer },
  { now }: Context,
): Decided<OfferState> {
  const { job, offer } = input;
  if (isOfferOver(offer, now)) return err(fail("offerExpired"));
  if (offer.state !== "sent" || !isDue(offerDueAt(offer), now)) return err(offerRefusal(offer));
  const { offer: reminded, change } = offerChange(offer, { remindedAt: now });
  const mail: MailEvent = {
    id: mailId("offerReminder", reminded),
    name: "offerReminder",
    to: job.poster.email,
    data: {
      link: manageRef(job.id),
      job: mailJob(job),
      helper: offer.helper.name,
      expiresAt: offer.expiresAt,
    },
    group: `offer-reminders/${job.id}`,
    goodUntil: offer.expiresAt,
  };
  return decided(offer.id, offer.state, {
    guards: [{ type: "unchanged", kind: "job", id: job.id, version: job.version }],
    changes: [change],
    mails: isOpenNow(job, now) ? [mail] : [],
  });
}

function isDue(at: Millis | null, now: Millis): boolean {
  return at !== null && at <= now;
}
