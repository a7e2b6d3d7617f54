import { jobChange } from "./changes.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { err } from "../kernel/errors.ts";
import * as limits from "../kernel/limits.ts";
import { endOfMadridDay, DAY, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import type { Job, JobState } from "../records/job.ts";
import { lapseJoined } from "./joined-effects.ts";
import { posterMail } from "./mails.ts";
import { endOffers, offersGuard, type JobOffers } from "./offer-effects.ts";

/** When a favour that is published now runs out: at the end of its deadline's day or after 30 days, whichever is sooner. */
export function firstExpiry(deadline: string | null, now: Millis): Millis {
  return Math.min(endOf(deadline), now + limits.JOB_LIFE_DAYS * DAY);
}

/** When a favour runs out after its deadline was edited; a renewal it had already is not lost. */
export function editedExpiry(job: Job, deadline: string | null): Millis {
  const published = job.publishedAt ?? job.createdAt;
  return Math.min(endOf(deadline), Math.max(job.expiresAt, published + limits.JOB_LIFE_DAYS * DAY));
}

/** When a favour renewed now runs out. A deadline that has passed no longer counts. */
export function renewedExpiry(job: Job, now: Millis): { deadline: string | null; expiresAt: Millis } {
  const deadline = endOf(job.deadline) < now ? null : job.deadline;
  const longest = Math.min(now + limits.JOB_LIFE_DAYS * DAY, lastExpiry(job));
  return { deadline, expiresAt: Math.min(endOf(deadline), longest) };
}

/** When a favour whose agreement failed runs out: a few days at least, so that somebody else can offer. */
export function reopenedExpiry(job: Job, now: Millis): Millis {
  const atLeast = Math.min(now + limits.REOPENED_LIFE_DAYS * DAY, endOf(job.deadline), lastExpiry(job));
  return Math.max(job.expiresAt, atLeast);
}

/** The end of the longest life a favour can have with all its renewals. */
export function lastExpiry(job: Job): Millis {
  return (job.publishedAt ?? job.createdAt) + limits.JOB_LIFE_WITH_RENEWALS_DAYS * DAY;
}

/** A favour that was never renewed ends 30 days after it was published at the latest; a renewed one always later. */
export function wasRenewed(job: Job): boolean {
  return job.publishedAt !== null && job.expiresAt > job.publishedAt + limits.JOB_LIFE_DAYS * DAY;
}

/** Until when an expired favour can be renewed. */
export function renewableUntil(job: Job): Millis {
  return Math.min(job.expiresAt + limits.RENEW_WITHIN_DAYS * DAY, lastExpiry(job));
}

/** Whether its poster can renew it: once it has expired, and from the first warning on if that gives it a later end. */
export function canRenew(job: Job, now: Millis): boolean {
  if (job.state !== "open") return now <= renewableUntil(job);
  const isWarned = now >= job.expiresAt - limits.EXPIRY_WARNED_DAYS[0] * DAY && now <= job.expiresAt;
  return isWarned && renewedExpiry(job, now).expiresAt > job.expiresAt;
}

function endOf(deadline: string | null): Millis {
  return deadline === null ? Infinity : endOfMadridDay(deadline);
}

/**
 * A favour that ran out: the poster can renew it, its helpers are told that it is over. Errors: the favour's state, which is
 * `jobOpen` as long as it has not run out.
 */
export function expireJob(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job } = input;
  if (job.state === "expired") return alreadyDone(job.id, job.state);
  const isOver = now > job.expiresAt;
  if (!isOver || !allows(JOB_TRANSITIONS, job.state, "expire", "sweeper")) return err(jobRefusal(job, now));
  const lapsed = lapseJoined(job, "jobExpired", "sweeper", now);
  const expired = jobChange(job, {
    joined: lapsed.joined,
    state: "expired",
    closedAt: now,
    hasOffers: false,
  });
  const ended = endOffers(
    input,
    { action: "jobExpired", by: "sweeper", to: "expired", why: "jobExpired" },
    now,
  );
  return decided(job.id, "expired", {
    guards: [offersGuard(input)],
    changes: [expired.change, ...ended.changes],
    mails: [posterMail("jobExpired", expired.job), ...lapsed.mails, ...ended.mails],
    purge: jobTags(job),
  });
}
