import {
  type Change,
  type CommitResult,
  type Count,
  type Decision,
  type Guard,
  liveJobsCounter,
} from "../../../src/domain/records/decision.ts";
import { isLiveJob } from "../../../src/domain/favours/job-states.ts";
import type { Job } from "../../../src/domain/records/job.ts";
import type { MailEvent } from "../../../src/domain/records/mail-event.ts";
import type { Offer } from "../../../src/domain/records/offer.ts";
import type { RecordKind, RecordOf } from "../../../src/domain/records/records.ts";

/**
 * What a commit means, in the fewest lines: versions, counters and offers seen are compared, then all goes in or nothing.
 * It lets the rules' guards be tried without a store; the real ones have a suite of their own.
 */
export function createModel() {
  const records = new Map<string, RecordOf[RecordKind]>();
  const jobs = new Map<string, Job>();
  const offers = new Map<string, Offer>();
  const counters = new Map<string, number>();
  const offerChanges = new Map<string, number>();
  const outbox: MailEvent[] = [];

  const keyOf = (kind: RecordKind, id: string) => `${kind}/${id}`;
  const versionOf = (kind: RecordKind, id: string) => records.get(keyOf(kind, id))?.version ?? null;
  const counter = (name: string) => {
    const live = [...jobs.values()].filter(
      (job) => isLiveJob(job) && liveJobsCounter(job.poster.address) === name,
    );
    return name.startsWith("live-jobs:") ? live.length : (counters.get(name) ?? 0);
  };

  function holds(guard: Guard): boolean {
    if (guard.type === "unchanged") return versionOf(guard.kind, guard.id) === guard.version;
    if (guard.type === "offersSeen") return (offerChanges.get(guard.jobId) ?? 0) === guard.seen;
    if (guard.type === "mailWaits") return outbox.some(({ id }) => id === guard.mail);
    return counter(guard.counter) <= guard.max;
  }

  function isFresh(change: Change): boolean {
    const id = change.before?.id ?? change.after?.id ?? "";
    return versionOf(change.kind, id) === (change.before?.version ?? null);
  }

  function put(change: Change): void {
    const { kind, before, after } = change;
    const id = after?.id ?? before?.id ?? "";
    if (after === null) records.delete(keyOf(kind, id));
    else records.set(keyOf(kind, id), after);
    if (change.kind === "job" && change.after) jobs.set(id, change.after);
    if (change.kind !== "offer") return;
    if (change.after === null) offers.delete(id);
    else offers.set(id, change.after);
    const jobId = change.after?.jobId ?? change.before?.jobId ?? "";
    offerChanges.set(jobId, (offerChanges.get(jobId) ?? 0) + 1);
  }

  function add({ counter: name, by }: Count): void {
    counters.set(name, (counters.get(name) ?? 0) + by);
  }

  return {
    outbox,
    job(id: string): Job {
      const job = jobs.get(id);
      if (job === undefined) throw new Error(`no job ${id}`);
      return job;
    },
    offersOf(jobId: string): { offers: Offer[]; seen: number } {
      const found = [...offers.values()].filter(
        (offer) => offer.jobId === jobId && offer.state !== "unconfirmed",
      );
      return { offers: found, seen: offerChanges.get(jobId) ?? 0 };
    },
    commit({ guards, changes, counts, mails, drops = [] }: Decision): CommitResult {
      for (const guard of guards) {
        if (holds(guard)) continue;
        return guard.type === "atMost" ? { status: "limit", counter: guard.counter } : { status: "conflict" };
      }
      if (!changes.every(isFresh)) return { status: "conflict" };
      changes.forEach(put);
      counts.forEach(add);
      for (const id of drops) {
        const place = outbox.findIndex((mail) => mail.id === id);
        if (place >= 0) outbox.splice(place, 1);
      }
      outbox.push(...mails);
      return { status: "committed" };
    },
  };
}

export type Model = ReturnType<typeof createModel>;
