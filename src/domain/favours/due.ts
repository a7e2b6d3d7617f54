import { dayReminderAt } from "./agreed-day.ts";
import * as limits from "../kernel/limits.ts";
import { DAY, endOfMadridDay, type Millis } from "../kernel/time.ts";
import type { Job } from "../records/job.ts";
import type { Offer } from "../records/offer.ts";

/** Something for which the calendar has something to do: a favour, or one of its offers. */
export interface Due {
  readonly jobId: string;
  readonly offerId: string | null;
}

/**
 * When the calendar next has something to do with a favour; null: nothing. That it runs out is not among it: the board
 * itself is sorted by that.
 */
export function jobDueAt(job: Job): Millis | null {
  switch (job.state) {
    case "open":
      return firstNew(job, endWarnedAt(job));
    case "assigned":
      return dayReminderAt(job) ?? firstNew(job, [lapseWarnedAt(job)]) ?? lapsesAt(job);
    case "delivered":
      return firstNew(job, [deliveredAt(job) + limits.DELIVERED_REMINDER_DAYS * DAY]) ?? doneAt(job);
    // One that nobody decides on has ended, too, once its time is over.
    case "held":
    case "hidden":
    case "done":
    case "expired":
    case "withdrawn":
      return contactForgottenAt(job);
    case "unconfirmed":
    case "erased":
      return null;
  }
}

/** When the calendar next has something to do with an offer; null: nothing. One that stands by waits for its favour. */
export function offerDueAt(offer: Offer): Millis | null {
  if (offer.state !== "sent" && offer.state !== "outdated") return null;
  const reminder = offer.expiresAt - (limits.OFFER_LIFE_DAYS - limits.OFFER_REMINDER_DAYS) * DAY;
  const isNew = offer.state === "sent" && reminder > (offer.remindedAt ?? 0);
  return isNew ? reminder : offer.expiresAt + 1;
}

/** What an agreement's silence is counted from. */
export function agreementBase({ assignedAt, deadline, agreed, disputedAt = 0 }: Job): Millis {
  const days = [deadline, agreed?.date ?? null].filter((day) => day !== null);
  return Math.max(assignedAt ?? 0, disputedAt, ...days.map(endOfMadridDay));
}

/** When both sides of an agreement that nobody said anything of are asked. */
export function lapseWarnedAt(job: Job): Millis {
  return agreementBase(job) + limits.ASSIGNED_WARNED_DAYS * DAY;
}

/** When such an agreement lapses. */
export function lapsesAt(job: Job): Millis {
  return agreementBase(job) + limits.ASSIGNED_LAPSES_DAYS * DAY;
}

/** When what was said to be done counts as done though the poster said nothing. */
export function doneAt(job: Job): Millis {
  return deliveredAt(job) + limits.DELIVERED_DONE_DAYS * DAY;
}

/** When nobody's contact data are kept with a favour any more; null: they are not kept as it is. */
function contactForgottenAt(job: Job): Millis | null {
  if (isContactForgotten(job)) return null;
  // What an earlier version hid does not say since when it is over.
  return (job.closedAt ?? job.expiresAt) + limits.ENDED_OFFER_TTL_DAYS * DAY;
}

/** Whether nobody can reach the poster any more. */
export function isContactForgotten({ poster }: Job): boolean {
  return poster.email === "";
}

/** When the poster is told that an open favour ends: only if it was there already. */
function endWarnedAt(job: Job): readonly Millis[] {
  return limits.EXPIRY_WARNED_DAYS.map((days) => job.expiresAt - days * DAY).filter(
    (at) => at > (job.publishedAt ?? job.createdAt),
  );
}

function deliveredAt(job: Job): Millis {
  return job.deliveredAt ?? job.createdAt;
}

function firstNew({ remindedAt = 0 }: Job, moments: readonly Millis[]): Millis | null {
  return moments.find((at) => at > remindedAt) ?? null;
}
