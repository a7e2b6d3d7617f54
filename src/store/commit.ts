import * as z from "zod/mini";
import {
  isBakedTag,
  WRITER_LIMIT,
  type Change,
  type CommitResult,
  type Decision,
  type Guard,
  type Once,
  type Writer,
} from "../domain/records/decision.ts";
import { MAILBOXES_AN_HOUR } from "../domain/kernel/limits.ts";
import { HOUR, type Millis } from "../domain/kernel/time.ts";
import { indexChange } from "./footprint-changes.ts";
import { encode, type GuardStep, type WriteStep, guard, write } from "./instructions.ts";
import { counterKey, offerChangesCounter, PURGES, recordKey } from "./keys.ts";
import { mailboxesKey, mailKey, onceKey } from "./passing-keys.ts";
import { offerGuards, offerWrites } from "./offer-steps.ts";
import { dropped, enqueueMail, FIRST_VERSION } from "./outbox-entry.ts";
import { recordText, versionStart } from "./records.ts";
import { ask, runScript, type RedisClient } from "./redis/client.ts";
import { COMMIT_SCRIPT } from "./redis/scripts.ts";

const Answer = z.union([
  z.tuple([z.literal("committed")]),
  z.tuple([z.literal("conflict")]),
  z.tuple([z.literal("limit"), z.string()]),
  z.tuple([z.literal("repeated"), z.string()]),
]);
export type Applied = z.infer<typeof Answer>;

/** Every write of the store goes through here: all of it or none of it, in one round trip. */
export function apply(
  redis: RedisClient,
  doing: string,
  guards: readonly GuardStep[],
  writes: readonly WriteStep[],
): Promise<Applied> {
  const { keys, args } = encode(guards, writes);
  return ask(doing, Answer, () => runScript(redis, COMMIT_SCRIPT, keys, args));
}

/** How long it is kept to which mailboxes a visitor had letters sent: the hour, and clocks that disagree. */
const MAILBOXES_TTL: Millis = 2 * HOUR;

export function createCommit(redis: RedisClient) {
  return {
    /**
     * State, indexes, counters and outgoing mail go in together or not at all, in one round trip.
     * @throws StoreDown
     */
    async commit(decision: Decision, now: Millis, once?: Once, writer?: Writer): Promise<CommitResult> {
      const { guards, writes } = commitSteps(decision, now, once, writer);
      const [status, detail] = await apply(redis, "commit a decision", guards, writes);
      if (status === "limit") return { status, counter: detail };
      if (status === "repeated") return { status, answer: detail };
      return { status };
    },
  };
}

/**
 * The decision as steps. Pure: the same decision gives the same steps. Lifetimes are told to Redis as a span (`ttl`), not as a
 * point in time: its clock need not agree with ours.
 */
export function commitSteps(
  decision: Decision,
  now: Millis,
  once?: Once,
  writer?: Writer,
): { guards: GuardStep[]; writes: WriteStep[] } {
  const guards = [
    ...(once ? [guard.once(onceKey(once.key))] : []),
    ...decision.changes.flatMap(recordGuards),
    ...decision.guards.flatMap(guardSteps),
    ...(writer
      ? [guard.among(mailboxesOf(writer, now), writer.mailbox, MAILBOXES_AN_HOUR, WRITER_LIMIT)]
      : []),
  ];
  const indexed = decision.changes.map((change) =>
    indexChange(forgottenNow(change, now), lifetimeOf(change, now)),
  );
  const counts = sum(indexed.flatMap((change) => change.counts));
  const writes = [
    ...decision.changes.flatMap((change) => recordWrites(change, now)),
    ...[...counts].filter(([, by]) => by !== 0).map(([key, by]) => write.incr(key, by, null)),
    ...decision.counts
      .filter(({ forgetAt }) => forgetAt > now)
      .map(({ counter, by, forgetAt }) => write.incr(counterKey(counter), by, forgetAt - now)),
    ...indexed.flatMap((change) => change.writes),
    ...(decision.drops ?? []).flatMap(dropped),
    ...decision.mails.map((mail) => enqueueMail(mail, now)),
    // What was taken back must leave the built page even if this process dies before it could ask for that.
    ...decision.purge.filter(isBakedTag).map((tag) => write.zadd(PURGES, now, tag)),
    ...(writer
      ? [
          write.zadd(mailboxesOf(writer, now), now, writer.mailbox),
          write.life(mailboxesOf(writer, now), MAILBOXES_TTL),
        ]
      : []),
    ...(once ? [write.set(onceKey(once.key), once.answer, once.keepFor)] : []),
  ];
  return { guards, writes };
}

function mailboxesOf({ visitor }: Writer, now: Millis): string {
  return mailboxesKey(visitor, Math.floor(now / HOUR));
}

/** A record whose time is over already is forgotten at once, indexes included. */
function forgottenNow(change: Change, now: Millis): Change {
  return change.forgetAt !== undefined && change.forgetAt <= now ? { ...change, after: null } : change;
}

function recordGuards(change: Change): GuardStep[] {
  const version = change.before?.version ?? null;
  return change.kind === "offer"
    ? offerGuards(recordOf(change.before, change.after), version)
    : versionGuards(recordKey(change.kind, recordOf(change.before, change.after).id), version);
}

function recordWrites(change: Change, now: Millis): WriteStep[] {
  const ttl = lifetimeOf(change, now);
  if (change.kind === "offer") {
    const isOver = ttl !== null && ttl <= 0;
    return offerWrites(recordOf(change.before, change.after), isOver ? { after: null } : change, ttl);
  }
  const key = recordKey(change.kind, recordOf(change.before, change.after).id);
  return [change.after === null ? write.del(key) : write.set(key, recordText(change.after), ttl)];
}

/** How long its record is kept from now on; null: for ever. */
function lifetimeOf({ forgetAt }: Change, now: Millis): Millis | null {
  return forgetAt === undefined ? null : forgetAt - now;
}

/** The record that a change is about, as it is or as it was. */
function recordOf<T>(before: T | null, after: T | null): T {
  const record = after ?? before;
  if (record === null) throw new TypeError("A change needs a record before or after it");
  return record;
}

function guardSteps(wanted: Guard): GuardStep[] {
  switch (wanted.type) {
    case "unchanged":
      return wanted.kind === "offer"
        ? offerGuards(wanted, wanted.version)
        : versionGuards(recordKey(wanted.kind, wanted.id), wanted.version);
    case "mailWaits":
      return [guard.starts(mailKey(wanted.mail), versionStart(FIRST_VERSION))];
    case "atMost":
      return [guard.atMost(counterKey(wanted.counter), wanted.max, wanted.counter)];
    case "offersSeen":
      return [guard.stands(counterKey(offerChangesCounter(wanted.jobId)), wanted.seen)];
  }
}

/** @param version null: there must be no such record. */
function versionGuards(key: string, version: number | null): GuardStep[] {
  return [version === null ? guard.absent(key) : guard.starts(key, versionStart(version))];
}

function sum(counts: readonly { readonly key: string; readonly by: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, by } of counts) sums.set(key, (sums.get(key) ?? 0) + by);
  return sums;
}
