import type { Job } from "./job.ts";
import * as limits from "./limits.ts";
import { endOfMadridDay } from "./madrid.ts";
import { DAY } from "./time.ts";
import type { Millis } from "./time.ts";

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

function endOf(deadline: string | null): Millis {
  return deadline === null ? Infinity : endOfMadridDay(deadline);
}
