import { dayReminderAt, remindOfDay } from "./agreed-day.ts";
import { completeJob } from "./agreement.ts";
import { doneAt, jobDueAt, lapsesAt, offerDueAt } from "./due.ts";
import { err } from "../kernel/errors.ts";
import type { JobState } from "../records/job.ts";
import { jobRefusal } from "./job-states.ts";
import { expireOffer, forgetContact, lapseJob } from "./lapsing.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import type { JobOffers } from "./offer-effects.ts";
import { isOfferOver, offerRefusal } from "./offer-states.ts";
import { remindOfDelivery, remindOfOffer, warnOfEnd, warnOfLapse } from "./reminders.ts";
import type { Context, Decided } from "../records/decision.ts";

/** What the calendar does to a favour whose time for it has come (`jobDueAt`). Errors: the favour's state, if it has not. */
export function passJobTime(input: JobOffers, context: Context): Decided<JobState> {
  const { job } = input;
  const { now } = context;
  const dueAt = jobDueAt(job);
  if (dueAt === null || now < dueAt) return err(jobRefusal(job, now));
  switch (job.state) {
    case "open":
      return warnOfEnd(input, context);
    case "assigned":
      if (dayReminderAt(job) !== null) return remindOfDay(input, context);
      return now >= lapsesAt(job) ? lapseJob(input, context) : warnOfLapse(input, context);
    case "delivered":
      return now >= doneAt(job)
        ? completeJob({ ...input, by: "sweeper" }, context)
        : remindOfDelivery(input, context);
    case "unconfirmed":
    case "erased":
    case "held":
    case "hidden":
    case "done":
    case "expired":
    case "withdrawn":
      return forgetContact(input, context);
  }
}

/** The same for an offer (`offerDueAt`). Errors: the offer's state, if its time has not come. */
export function passOfferTime(
  input: JobOffers & { readonly offer: Offer },
  context: Context,
): Decided<OfferState> {
  const { offer } = input;
  const dueAt = offerDueAt(offer);
  if (dueAt === null || context.now < dueAt) return err(offerRefusal(offer));
  return isOfferOver(offer, context.now) ? expireOffer(input, context) : remindOfOffer(input, context);
}
