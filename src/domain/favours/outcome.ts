import type { Job, JobState } from "../records/job.ts";
import type { Millis } from "../kernel/time.ts";

/** How a published favour ended. */
export type FavourOutcome = "done" | "expired" | "withdrawn";

const OUTCOMES: readonly JobState[] = ["done", "expired", "withdrawn"] satisfies readonly FavourOutcome[];

/** Null while it hasn't ended, or where it never was public. An erased one says it by the state it had. */
export function outcomeOf(job: Pick<Job, "state" | "stateBefore">): FavourOutcome | null {
  const state = job.state === "erased" ? job.stateBefore : job.state;
  return isOutcome(state) ? state : null;
}

/** What an erased favour keeps of itself, so that the public counts stay true: one erased before its end was taken back. */
export function outcomeWhenErased({
  state,
  publishedAt,
}: Pick<Job, "state" | "publishedAt">): FavourOutcome | null {
  if (isOutcome(state)) return state;
  return publishedAt === null || state === "held" || state === "hidden" ? null : "withdrawn";
}

/** From when it was published to its first offer; what is known already stays. */
export function firstOfferAfter(job: Job, now: Millis): Millis {
  return job.firstOfferAfter ?? Math.max(0, now - (job.publishedAt ?? job.createdAt));
}

function isOutcome(state: JobState | null): state is FavourOutcome {
  return state !== null && OUTCOMES.includes(state);
}
