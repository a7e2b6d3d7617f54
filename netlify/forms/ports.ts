import type { BoardPage, BoardQuery, JobWithOffers } from "../../src/domain/favours/board.ts";
import type { CacheTag, CommitResult, Decision, Once, Writer } from "../../src/domain/records/decision.ts";
import type { Job } from "../../src/domain/records/job.ts";
import type { KeptForm } from "../../src/domain/kernel/form.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import type { RecordKind, RecordOf } from "../../src/domain/records/records.ts";
import type { ThreadPage, ThreadQuery } from "../../src/domain/comments/thread.ts";
import type { Millis } from "../../src/domain/kernel/time.ts";

/** What Redis remembers, as far as readers and handlers need it. Every method throws `StoreDown` when it can't answer. */
export interface Store {
  read<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null>;
  readMany<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<(RecordOf[K] | null)[]>;
  commit(decision: Decision, now: Millis, once?: Once, writer?: Writer): Promise<CommitResult>;
  /** The answer kept for this form, if it was sent before. */
  repeated(key: string): Promise<string | null>;

  /** Every confirmed offer of a job that is not forgotten, with the number the `offersSeen` guard wants. */
  offersOf(jobId: string): Promise<{ offers: readonly Offer[]; seen: number }>;
  jobWithOffers(id: string): Promise<JobWithOffers | null>;
  board(query: BoardQuery, now: Millis): Promise<BoardPage>;
  thread(article: string, query: ThreadQuery): Promise<ThreadPage>;
  /** Approved comments per article. */
  commentCounts(articles: readonly string[]): Promise<number[]>;
  /** Ids of jobs that are `open` with `expiresAt` before `now`, oldest first. */
  jobsToExpire(now: Millis, limit: number): Promise<string[]>;
  /** The live favours of an address (its keyed hash). */
  liveJobsOf(address: string): Promise<readonly Job[]>;
  /** Brings what an earlier version stored into today's shape, in steps of at most `limit`; whether it is through. */
  migrate(limit: number): Promise<boolean>;

  keepForm(id: string, form: KeptForm, now: Millis): Promise<void>;
  keptForm(id: string): Promise<KeptForm | null>;
  dropForm(id: string): Promise<void>;

  /** Counts one use; true while it is within `limit` in the running window of `seconds`. One atomic round trip. */
  withinRate(name: string, limit: number, seconds: number): Promise<boolean>;
  /** The day's random key for visitor HMACs, made on first use and forgotten after 48 h. */
  visitorKey(day: string): Promise<string>;

  /** `reason`: why there is none, for who runs the site. */
  health(): Promise<{ ok: boolean; kind: "upstash" | "embedded" | "none"; reason?: string }>;
}

/** Sends what a commit put into the outbox. */
export interface Outbox {
  /** Sends these events now; what fails stays in the outbox for the scheduled retry. Never throws. */
  deliver(ids: readonly string[]): Promise<void>;
  /** Sends what is due; the number of mails that left. */
  deliverDue(limit: number): Promise<number>;
}

export interface Cache {
  /** Throws away cached copies. A failure is kept and retried by the scheduled function. Never throws. */
  purge(tags: readonly CacheTag[]): Promise<void>;
  /** Tries again what could not be thrown away; the number of tags that could now. */
  retryPurges(): Promise<number>;
}

/** What is made or checked with the site's secret, as far as handlers need it (`src/signer.ts`). */
export interface Signer {
  newId(): string;
  idOf(token: string): string | null;
  isValid(token: string, link: { readonly id: string; readonly version: number }): boolean;
  addressId(email: string): string;
  stampAge(stamp: string, now: Millis): Millis | null;
  remember(addressId: string, number: number, now: Millis): string;
  remembers(cookieValue: string, addressId: string, number: number, now: Millis): boolean;
  claimOf(cookieValue: string): { readonly addressId: string | null } | null;
  visitorId(ip: string, dayKey: string): string;
  formKey(parts: readonly string[]): string;
  keptFormId(): string;
}

/** Which articles exist and whether one may comment on them. */
export interface Articles {
  find(slug: string): {
    readonly slug: string;
    readonly title: string;
    readonly comments: "open" | "closed";
  } | null;
}

/** Which answers of the FAQ exist. */
export interface Questions {
  find(slug: string): { readonly slug: string; readonly title: string } | null;
}

/** The part of the configuration that handlers look at. */
export interface HandlerConfig {
  readonly siteUrl: string;
  readonly mailOwner: string;
  readonly moderators: readonly string[];
  /** False with `LIMITS=off`: no limits by visitor or address. */
  readonly limits: boolean;
  readonly mail: "resend" | "mailbox" | "none";
  readonly version: string;
}
