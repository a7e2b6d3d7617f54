import type { CacheTag } from "../records/decision.ts";
import { type DomainErrorCode, fail, type DomainError } from "../kernel/errors.ts";
import type { Millis } from "../kernel/time.ts";
import type { Transition } from "../kernel/transitions.ts";
import type { JobState, Job } from "../records/job.ts";

export type JobAction =
  | "request"
  | "publish"
  | "confirm"
  | "approve"
  | "hide"
  | "restore"
  | "undo"
  | "report"
  | "correct"
  | "edit"
  | "accept"
  | "dropOut"
  | "dropOutAgain"
  | "deliver"
  | "lapse"
  | "dispute"
  | "complete"
  | "expire"
  | "renew"
  | "withdraw"
  | "erase";

/** States in which everybody can read a favour. */
export const PUBLIC_JOB_STATES = ["open", "assigned", "delivered", "done", "expired", "withdrawn"] as const;

const WITHDRAWABLE = ["open", "held", "assigned", "delivered", "expired"] as const;
const ERASABLE = [...PUBLIC_JOB_STATES, "unconfirmed", "held", "hidden"] as const;

/** The life of a favour (`docs/rules.md`). */
export const JOB_TRANSITIONS: readonly Transition<JobState, JobAction>[] = [
  { from: null, to: "unconfirmed", action: "request", by: "poster" },
  // From a browser that remembers the address there is nothing to confirm.
  { from: null, to: "open", action: "publish", by: "poster" },
  { from: null, to: "held", action: "publish", by: "poster" },
  { from: "unconfirmed", to: "open", action: "confirm", by: "poster" },
  { from: "unconfirmed", to: "held", action: "confirm", by: "poster" },
  { from: "unconfirmed", to: "unconfirmed", action: "correct", by: "poster" },
  { from: "open", to: "open", action: "edit", by: "poster" },
  { from: "open", to: "held", action: "edit", by: "poster" },
  { from: "open", to: "assigned", action: "accept", by: "poster" },
  { from: "assigned", to: "open", action: "dropOut", by: "poster" },
  { from: "assigned", to: "open", action: "dropOut", by: "helper" },
  // The second broken agreement of an address: this favour and its other open ones.
  { from: "assigned", to: "held", action: "dropOutAgain", by: "poster" },
  { from: "open", to: "held", action: "dropOutAgain", by: "poster" },
  // 45 days without news.
  { from: "assigned", to: "open", action: "lapse", by: "sweeper" },
  { from: "assigned", to: "delivered", action: "deliver", by: "helper" },
  { from: "delivered", to: "assigned", action: "dispute", by: "poster" },
  { from: "assigned", to: "done", action: "complete", by: "poster" },
  { from: "delivered", to: "done", action: "complete", by: "poster" },
  // 14 days after delivery.
  { from: "delivered", to: "done", action: "complete", by: "sweeper" },
  { from: "open", to: "expired", action: "expire", by: "sweeper" },
  { from: "expired", to: "open", action: "renew", by: "poster" },
  // When it is about to expire.
  { from: "open", to: "open", action: "renew", by: "poster" },
  ...WITHDRAWABLE.map((from) => ({ from, to: "withdrawn", action: "withdraw", by: "poster" }) as const),
  ...ERASABLE.map((from) => ({ from, to: "erased", action: "erase", by: "poster" }) as const),
  // Three distinct confirmed reporters hold it; a moderator lets it go back to where it was.
  ...PUBLIC_JOB_STATES.map((from) => ({ from, to: "held", action: "report", by: "reporters" }) as const),
  ...PUBLIC_JOB_STATES.map((to) => ({ from: "held", to, action: "approve", by: "moderator" }) as const),
  ...([...PUBLIC_JOB_STATES, "held"] as const).flatMap(
    (state) =>
      [
        { from: state, to: "hidden", action: "hide", by: "moderator" },
        { from: "hidden", to: state, action: "restore", by: "moderator" },
      ] as const,
  ),
  // A moderator takes an approval back; a hidden one is restored.
  ...PUBLIC_JOB_STATES.map((from) => ({ from, to: "held", action: "undo", by: "moderator" }) as const),
];

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
