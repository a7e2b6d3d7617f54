import type { CacheTag } from "./decision.ts";
import { type DomainErrorCode, fail } from "./errors.ts";
import type { DomainError } from "./errors.ts";
import type { Job, JobState } from "./job.ts";
import { PUBLIC_JOB_STATES } from "./job-transitions.ts";
import type { Millis } from "./time.ts";

/** What counts as a live favour of an address, for `MAX_LIVE_JOBS` and the store's counter. */
export const LIVE_JOB_STATES: readonly JobState[] = ["open", "held", "assigned", "delivered"];

export function isLiveJob(job: Job): boolean {
  return LIVE_JOB_STATES.includes(job.state);
}

/** Whether somebody can still offer themselves: what decides is the clock, whatever the sweeper did. */
export function isOpenNow(job: Job, now: Millis): boolean {
  return job.state === "open" && now <= job.expiresAt;
}

/** What everybody may see of a favour: all of it, nothing (404) or that it was erased (410). */
export function visibility(job: Job): "public" | "notPublic" | "erased" {
  if (job.state === "erased") return "erased";
  return PUBLIC_JOB_STATES.some((state) => state === job.state) ? "public" : "notPublic";
}

/** "It is in that state, so this can't be done." */
export const JOB_STATE_CODES: Readonly<Record<JobState, DomainErrorCode>> = {
  unconfirmed: "jobUnconfirmed",
  open: "jobOpen",
  held: "jobHeld",
  assigned: "jobAssigned",
  delivered: "jobDelivered",
  done: "jobDone",
  expired: "jobExpired",
  withdrawn: "jobWithdrawn",
  hidden: "jobHidden",
  erased: "jobErased",
};

/** Why something can't be done with a favour as it is now. */
export function jobRefusal(job: Job, now: Millis): DomainError {
  const ranOut = job.state === "open" && now > job.expiresAt;
  return fail(ranOut ? "jobExpired" : JOB_STATE_CODES[job.state]);
}

/** The cached pages that show a favour. */
export function jobTags(job: Job): readonly CacheTag[] {
  return ["jobs", `job:${job.id}`];
}
