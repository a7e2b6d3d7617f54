import type { BoardPage, BoardQuery, JobWithOffers } from "../domain/favours/board.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { CommitResult, Decision, Once, Writer } from "../domain/records/decision.ts";
import type { Job } from "../domain/records/job.ts";
import type { KeptForm } from "../domain/kernel/form.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { PublicNumbers } from "../domain/favours/board.ts";
import type { RecordKind, RecordOf } from "../domain/records/records.ts";
import type { ThreadPage, ThreadQuery } from "../domain/comments/thread.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { boardPage, jobsToExpire, jobsWithOffers } from "./board.ts";
import { ask, type RedisClient, Text } from "./redis/client.ts";
import { commit } from "./commit.ts";
import { listOlderJobs, liveJobsOf } from "./jobs-of.ts";
import { dropForm, keepForm, keptForm } from "./kept-forms.ts";
import { onceKey } from "./keys.ts";
import { newestComments } from "./reads.ts";
import { publicNumbers } from "./reads.ts";
import { createOutboxStorage, type OutboxStorage } from "./outbox.ts";
import { createPurgeStorage, type PurgeStorage } from "./purges.ts";
import { offersOf, readMany } from "./reads.ts";
import { visitorKey, withinRate } from "./rate.ts";
import { commentCounts, threadPage } from "./threads.ts";
import { voteCounts, type VoteCounts } from "./reads.ts";

/** Which transport it speaks through; `none`: nothing is configured and every method throws. */
export type StoreKind = "upstash" | "embedded" | "none";

/** What Redis remembers. Every method throws `StoreDown` when it can't answer; `health` says so instead. */
export interface RedisStore extends OutboxStorage, PurgeStorage {
  read<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null>;
  readMany<K extends RecordKind>(kind: K, ids: readonly string[]): Promise<(RecordOf[K] | null)[]>;
  commit(decision: Decision, now: Millis, once?: Once, writer?: Writer): Promise<CommitResult>;
  repeated(key: string): Promise<string | null>;
  offersOf(jobId: string): Promise<{ offers: readonly Offer[]; seen: number }>;
  jobWithOffers(id: string): Promise<JobWithOffers | null>;
  board(query: BoardQuery, now: Millis): Promise<BoardPage>;
  thread(article: string, query: ThreadQuery): Promise<ThreadPage>;
  newestComments(article: string | null, limit: number): Promise<Comment[]>;
  commentCounts(articles: readonly string[]): Promise<number[]>;
  voteCounts(questions: readonly string[]): Promise<VoteCounts[]>;
  publicNumbers(now: Millis): Promise<PublicNumbers>;
  jobsToExpire(now: Millis, limit: number): Promise<string[]>;
  liveJobsOf(address: string): Promise<Job[]>;
  migrate(limit: number): Promise<boolean>;
  keepForm(id: string, form: KeptForm, now: Millis): Promise<void>;
  keptForm(id: string): Promise<KeptForm | null>;
  dropForm(id: string): Promise<void>;
  withinRate(name: string, limit: number, seconds: number): Promise<boolean>;
  visitorKey(day: string): Promise<string>;
  health(): Promise<{ ok: boolean; kind: StoreKind }>;
}

export function createStore(redis: RedisClient, kind: StoreKind): RedisStore {
  return {
    read: async (recordKind, id) => (await readMany(redis, recordKind, [id]))[0] ?? null,
    readMany: (recordKind, ids) => readMany(redis, recordKind, ids),
    commit: (decision, now, once, writer) => commit(redis, decision, now, once, writer),
    repeated: (key) => ask("look for a repeated form", Text, () => redis.run(["get", onceKey(key)])),

    offersOf: (jobId) => offersOf(redis, jobId),
    jobWithOffers: async (id) => (await jobsWithOffers(redis, [id]))[0] ?? null,
    board: (query, now) => boardPage(redis, query, now),
    thread: (article, query) => threadPage(redis, article, query),
    newestComments: (article, limit) => newestComments(redis, article, limit),
    commentCounts: (articles) => commentCounts(redis, articles),
    voteCounts: (questions) => voteCounts(redis, questions),
    publicNumbers: (now) => publicNumbers(redis, now),
    jobsToExpire: (now, limit) => jobsToExpire(redis, now, limit),
    liveJobsOf: (address) => liveJobsOf(redis, address),
    migrate: (limit) => listOlderJobs(redis, limit),

    keepForm: (id, form) => keepForm(redis, id, form),
    keptForm: (id) => keptForm(redis, id),
    dropForm: (id) => dropForm(redis, id),

    withinRate: (name, limit, seconds) => withinRate(redis, name, limit, seconds),
    visitorKey: (day) => visitorKey(redis, day),

    async health() {
      try {
        return { ok: (await redis.run(["ping"])) === "PONG", kind };
      } catch {
        return { ok: false, kind };
      }
    },

    ...createOutboxStorage(redis),
    ...createPurgeStorage(redis),
  };
}
