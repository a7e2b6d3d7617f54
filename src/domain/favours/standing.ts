import { STANDING_MIN } from "../kernel/thanks-limits.ts";
import type { Millis } from "../kernel/time.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job, JobState } from "../records/job.ts";
import { jobChange } from "./changes.ts";
import { jobTags } from "./job-states.ts";

/** How many favours that were done somebody had a part in, each with another person, and since when. */
export interface Standing {
  readonly count: number;
  readonly since: Millis;
}

/** That a favour was done, as it counts for one of its sides. */
export interface Deed {
  /** Keyed hash of the address that it counts for. */
  readonly address: string;
  /** When, and the keyed hash of the mailbox of the other side. */
  readonly member: string;
}

/** For whom a favour counts: for both sides, once it is done and unless its reward is missing. */
export function deedsOf(job: Job): Deed[] {
  const { id, state, poster, mailbox, doneBy, missingReward, closedAt, example } = job;
  const isMissing = missingReward !== null && missingReward.state !== "settled";
  if (state !== "done" || doneBy === null || closedAt === null || isMissing || example) return [];
  const member = (counterpart: string): string => `${String(closedAt)} ${counterpart} ${id}`;
  return [
    { address: poster.address, member: member(doneBy.mailbox ?? doneBy.address) },
    { address: doneBy.address, member: member(mailbox ?? poster.address) },
  ];
}

/** What the deeds of one address come to; null: too few people to say anything. Nobody counts twice. */
export function standingOf(members: readonly string[]): Standing | null {
  const deeds = members.map((member) => member.split(" "));
  const count = new Set(deeds.map(([, counterpart]) => counterpart)).size;
  if (count < STANDING_MIN) return null;
  return { count, since: Math.min(...deeds.map(([at]) => Number(at))) };
}

/** The favour says no more who did it, nor what both sides said of each other; it counts for neither. Never fails. */
export function forgetDeed(
  { job, address }: { readonly job: Job; readonly address: string },
  _context: Context,
): Decided<JobState> {
  if (job.doneBy?.address !== address) return alreadyDone(job.id, job.state);
  return decided(job.id, job.state, {
    changes: [jobChange(job, { doneBy: null, thanks: [] }).change],
    purge: jobTags(job),
  });
}
