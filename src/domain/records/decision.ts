import { type DomainError, ok, type Result } from "../kernel/errors.ts";
import type { NewId } from "../kernel/shapes.ts";
import type { Millis } from "../kernel/time.ts";
import type { Trust } from "./address.ts";
import type { MailEvent } from "./mail-event.ts";
import type { RecordKind, RecordOf } from "./records.ts";

/**
 * One record as it was read and as it shall be. `before: null` means it must not exist yet; otherwise the commit goes
 * through only if the stored version is still `before.version`. `after.version` is `before.version + 1` (or 1).
 * `after: null` forgets the record.
 */
export type Change = {
  [K in RecordKind]: {
    readonly kind: K;
    readonly before: RecordOf[K] | null;
    readonly after: RecordOf[K] | null;
    /** When the record is forgotten by itself; absent: never. */
    readonly forgetAt?: Millis;
  };
}[RecordKind];

/** What has to be true at the moment of the commit, beyond the versions of what is changed. */
export type Guard =
  /** The decision looked at this record; it must not have changed since (null: must still not exist). */
  | {
      readonly type: "unchanged";
      readonly kind: Exclude<RecordKind, "offer">;
      readonly id: string;
      readonly version: number | null;
    }
  | {
      readonly type: "unchanged";
      readonly kind: "offer";
      readonly id: string;
      readonly jobId: string;
      readonly version: number | null;
    }
  /** A mail that was put in for later must wait as it came in: nobody has set out to send it. */
  | { readonly type: "mailWaits"; readonly mail: string }
  /** A named counter must stand at this number or below (absent counts as 0). Fails as `limit`, not as `conflict`. */
  | { readonly type: "atMost"; readonly counter: string; readonly max: number }
  /** The number of times that any offer of a job changed, as read together with the offers (`offersSeen` of the store). */
  | { readonly type: "offersSeen"; readonly jobId: string; readonly seen: number };

/** Adds to a named counter that no record implies (offers per address and day). */
export interface Count {
  readonly counter: string;
  readonly by: number;
  readonly forgetAt: Millis;
}

/**
 * Pages whose copies a change makes stale: `jobs`, `job:<id>` and `thread:<slug>` in the CDN, thrown away at once;
 * `baked:<slug>` in the built article, which only the next build can renew.
 */
export type CacheTag = "jobs" | `job:${string}` | `thread:${string}` | BakedTag;
export type BakedTag = `baked:${string}`;

export function isBakedTag(tag: CacheTag): tag is BakedTag {
  return tag.startsWith("baked:");
}

/** What a rule decided: goes into the store as one atomic commit, mails included, or not at all. */
export interface Decision {
  readonly guards: readonly Guard[];
  readonly changes: readonly Change[];
  readonly counts: readonly Count[];
  readonly mails: readonly MailEvent[];
  /** Ids of mails that wait in the outbox and are not to leave any more. */
  readonly drops?: readonly string[];
  readonly purge: readonly CacheTag[];
}

/** Name of the counter of live favours of an address; the store keeps it from the job records themselves. */
export function liveJobsCounter(address: string): string {
  return `live-jobs:${address}`;
}

/** Counter name: how much of what an address wrote moderators rejected, for `REJECTIONS_KEPT_DAYS` from the first on. */
export function rejectionsCounter(address: string): string {
  return `rejections:${address}`;
}

/** Name of the counter of live offers that a mailbox (its keyed hash) has for a favour; the store keeps it from the offer records. */
export function mailboxOffersCounter(jobId: string, mailbox: string): string {
  return `live-offers-from:${jobId}:${mailbox}`;
}

/** Name of the counter of public answers to a comment; the store keeps it from the comment records themselves. */
export function answersCounter(commentId: string): string {
  return `answers:${commentId}`;
}

/** Name of the counter of offers that an address confirmed on one day (`YYYY-MM-DD`, Europe/Madrid). */
export function offersOfDayCounter(address: string, day: string): string {
  return `offers-of-day:${address}:${day}`;
}

/** Name of the counter of alerts that are mailed to an address; the store keeps it from their records. */
export function digestsCounter(address: string): string {
  return `digests:${address}`;
}

/** What a commit answered. */
export type CommitResult =
  | { readonly status: "committed" }
  /** Somebody was faster: read again and decide again. */
  | { readonly status: "conflict" }
  /** A counter named by an `atMost` guard is used up. */
  | { readonly status: "limit"; readonly counter: string }
  /** The same form was sent before; this is the answer it got. */
  | { readonly status: "repeated"; readonly answer: string };

/**
 * The visitor who sent a form and the mailbox whose address they typed, both as keyed hashes. The commit answers `limit` with
 * `WRITER_LIMIT` where they had letters sent to `MAILBOXES_AN_HOUR` others in this hour.
 */
export interface Writer {
  readonly visitor: string;
  readonly mailbox: string;
}
export const WRITER_LIMIT = "mailboxes-of:visitor";

/** Says that a form is the same as an earlier one: `key` = hash(endpoint, who may hear the answer again, canonical body). */
export interface FormKey {
  readonly key: string;
  /** How long its answer is kept. */
  readonly keepFor: Millis;
}

/** Makes a form count once. */
export interface Once extends FormKey {
  readonly answer: string;
}

/** What every rule needs to know of the world around it, since it reads no clock, no dice and no environment. */
export interface Context {
  readonly now: Millis;
  readonly newId: NewId;
  /** Addresses that are told about what waits for a moderator. */
  readonly moderators: readonly string[];
  /** What moderators said of who writes; absent where nobody does, or where it doesn't count. */
  readonly trust?: Trust | undefined;
  /** False where `LIMITS=off`: decisions carry no guards that count per address. */
  readonly limits: boolean;
}

/** What a rule decided and what comes of it once it is committed. */
export interface Outcome<S extends string> {
  readonly decision: Decision;
  /** The favour, offer, comment or message that the action was about. */
  readonly id: string;
  readonly state: S;
  /** Of what now waits to be confirmed: the id of its receipt. */
  readonly receipt?: string;
  /** The action had been done before: `decision` is `NOTHING` and `state` the present one. */
  readonly alreadyDone?: true;
}

export type Decided<S extends string> = Result<Outcome<S>, DomainError>;

/** A decision that changes nothing. */
export const NOTHING: Decision = { guards: [], changes: [], counts: [], mails: [], purge: [] };

export function isNothing(decision: Decision): boolean {
  const { changes, counts, mails, drops = [] } = decision;
  return changes.length + counts.length + mails.length + drops.length === 0;
}

interface DecisionParts {
  readonly guards?: readonly Guard[];
  readonly changes: readonly Change[];
  readonly counts?: readonly Count[];
  readonly mails?: readonly MailEvent[];
  readonly drops?: readonly string[];
  readonly purge?: readonly CacheTag[];
  readonly receipt?: string;
}

/** Whose address has been forgotten gets no letter. */
export function decided<S extends string>(
  id: string,
  state: S,
  { receipt, ...parts }: DecisionParts,
): Decided<S> {
  const mails = (parts.mails ?? []).filter(({ to }) => to !== "");
  const decision = { ...NOTHING, ...parts, mails };
  return ok(receipt === undefined ? { decision, id, state } : { decision, id, state, receipt });
}

export function alreadyDone<S extends string>(id: string, state: S): Decided<S> {
  return ok({ decision: NOTHING, id, state, alreadyDone: true });
}
