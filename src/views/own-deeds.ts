import { deedsOf } from "../domain/favours/standing.ts";
import { thanksBy } from "../domain/favours/thanks.ts";
import type { Appeal } from "../domain/records/appeal.ts";
import type { Side } from "../domain/records/asked-question.ts";
import type { Job } from "../domain/records/job.ts";
import { maskContactData } from "../language/contact-data.ts";
import { jobPath } from "./public-view.ts";

/** A favour that somebody did, as they take it away. What the other side said of them is the other side's. */
export function ownDeed(job: Job) {
  return {
    id: job.id,
    favour: { title: maskContactData(job.title), url: jobPath(job) },
    name: job.doneBy?.name ?? "",
    doneAt: when(job.closedAt),
    countsForStanding: deedsOf(job).length > 0,
    thanks: ownThanks(job, "helper"),
  };
}

/** What this side of a favour said of the other; null: nothing. */
export function ownThanks(job: Job, side: Side) {
  const thanks = thanksBy(job, side);
  if (thanks === undefined) return null;
  const { id, state, text, reason, appeal, createdAt, publishedAt } = thanks;
  return {
    ...{ id, state, text, reason },
    appeal: ownAppeal(appeal),
    createdAt: when(createdAt),
    publishedAt: when(publishedAt),
  };
}

/** What they said against what was decided about something of theirs. */
export function ownAppeal(appeal: Appeal | null) {
  return appeal && { text: appeal.text, at: when(appeal.at), decided: appeal.decided };
}

/** A time as an export has it. */
export function when(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}
