import type { DeskKind } from "../domain/links/deciding.ts";
import type { WaitingThing } from "../domain/links/gathering.ts";
import type { Linked } from "../domain/links/linked.ts";
import { quotedQuestion } from "../domain/favours/quoted-question.ts";
import { quotedThanks } from "../domain/favours/thanks-moderating.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { waitingRef, type WaitingRef } from "../domain/moderation/waiting.ts";
import { liveJobsCounter, rejectionsCounter } from "../domain/records/decision.ts";
import { offerOfQuestion } from "../domain/records/asked-question.ts";
import type { Report } from "../domain/records/report.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import * as z from "zod/mini";
import { apply } from "./commit.ts";
import { write } from "./instructions.ts";
import { counterKey, LOG, WAITING } from "./keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { ask, Ids, type RedisClient, Size, TextReplies } from "./redis/client.ts";

export function createDesk(redis: RedisClient) {
  const { readMany } = createReads(redis);
  const { readOffer } = createOffers(redis);

  /** What these members of the queue name, in their order: what is gone since is left out. One round trip, two for reports. */
  async function thingsWaiting(members: readonly string[], now: Millis): Promise<WaitingThing[]> {
    const listed = members.map(waitingRef).filter((ref) => ref !== null);
    const reportIds = listed.filter(({ kind }) => kind === "report").map(({ id }) => id);
    const reports = byId(reportIds.length === 0 ? [] : await readMany("report", reportIds));
    const refs = listed.flatMap((ref) => reportedRef(ref, reports));
    const jobIds = refs.filter(({ ref }) => !STANDS_ALONE.includes(ref.kind)).map(({ ref }) => ref.jobId);
    const idsOf = (kind: WaitingRef["kind"]): string[] =>
      refs.filter(({ ref }) => ref.kind === kind).map(({ ref }) => ref.id);
    const ofOffers = refs.flatMap(({ ref }) => offerOf(ref) ?? []);
    const [jobs, comments, mentions, offers] = await Promise.all([
      readMany("job", [...new Set(jobIds)]),
      readMany("comment", idsOf("comment")),
      readMany("mention", idsOf("mention")),
      Promise.all(ofOffers.map(({ jobId, id }) => readOffer(jobId, id, now))),
    ]);
    const records = {
      jobs: byId(jobs),
      comments: byId(comments),
      mentions: byId(mentions),
      offers: byId(offers),
    };
    return refs.flatMap(({ ref, report, why }) =>
      thingOf(ref, records, report).map((linked) => ({ why, linked, report })),
    );
  }

  return {
    thingsWaiting,

    /** One page of what waits, riskiest first, and how much waits: one range, then one trip for its records, however many wait. */
    async waiting(
      from: number,
      limit: number,
      now: Millis,
    ): Promise<{ things: readonly WaitingThing[]; total: number }> {
      const [members, total] = await ask("list what waits", z.tuple([Ids, Size]), () =>
        redis.runAll([
          ["zrange", WAITING, from, from + limit - 1],
          ["zcard", WAITING],
        ]),
      );
      return { things: await thingsWaiting(members, now), total };
    },

    /** What moderators decided, newest first. Two round trips. */
    async newestDecisions(limit: number): Promise<LogEntry[]> {
      const ids = await ask("list what was decided", Ids, () =>
        redis.run(["zrange", LOG, 0, limit - 1, "rev"]),
      );
      return (await readMany("logEntry", ids)).filter((entry) => entry !== null);
    },

    /** How much of what each address (its keyed hash) wrote was rejected lately, in the order asked for. */
    async rejectionCounts(addresses: readonly string[]): Promise<number[]> {
      if (addresses.length === 0) return [];
      const keys = addresses.map((address) => counterKey(rejectionsCounter(address)));
      const texts = await ask("count rejections", TextReplies, () => redis.run(["mget", ...keys]));
      return texts.map((text) => Math.max(0, Number(text ?? 0)));
    },

    /** How many live favours each address (its keyed hash) has, in the order asked for. */
    async liveJobCounts(addresses: readonly string[]): Promise<number[]> {
      if (addresses.length === 0) return [];
      const keys = addresses.map((address) => counterKey(liveJobsCounter(address)));
      const texts = await ask("count live favours", TextReplies, () => redis.run(["mget", ...keys]));
      return texts.map((text) => Number(text ?? 0));
    },

    /** Takes decisions of before a moment out of the log's order: at most `limit` of them a call. The entries are gone by then. */
    async forgetDecisions(before: Millis, limit: number): Promise<void> {
      const ids = await ask("list old decisions", Ids, () =>
        redis.run(["zrange", LOG, "-inf", `(${String(before)}`, "byscore", "limit", 0, limit]),
      );
      if (ids.length === 0) return;
      await apply(
        redis,
        "forget old decisions",
        [],
        ids.map((id) => write.zrem(LOG, id)),
      );
    },
  };
}

/** What belongs to no favour. */
const STANDS_ALONE: readonly WaitingRef["kind"][] = ["comment", "mention"];

interface Records {
  readonly jobs: ReadonlyMap<string, Linked<"job">["job"]>;
  readonly comments: ReadonlyMap<string, Linked<"comment">["comment"]>;
  readonly mentions: ReadonlyMap<string, Linked<"mention">["mention"]>;
  readonly offers: ReadonlyMap<string, Linked<"offer">["offer"]>;
}

interface Listed {
  readonly ref: WaitingRef;
  readonly why: WaitingRef["kind"];
  readonly report: Report | null;
}

/** A report leads to what it is about. */
function reportedRef(ref: WaitingRef, reports: ReadonlyMap<string, Report>): Listed[] {
  if (ref.kind !== "report") return [{ ref, why: ref.kind, report: null }];
  const report = reports.get(ref.id);
  if (report === undefined) return [];
  const { kind, id, jobId = id } = report.about;
  return [{ ref: { kind, id, jobId }, why: ref.kind, report }];
}

/** The offer that has to be read for what waits; null: none. */
function offerOf({ kind, id, jobId }: WaitingRef): { readonly id: string; readonly jobId: string } | null {
  if (kind === "offer" || kind === "missing") return { id, jobId };
  return kind === "question" ? { id: offerOfQuestion(id), jobId } : null;
}

/** None where it was decided, or erased, since it was listed. */
function thingOf(
  { kind, id, jobId }: WaitingRef,
  { jobs, comments, mentions, offers }: Records,
  report: Report | null,
): Linked<DeskKind>[] {
  if (kind === "comment") {
    const comment = comments.get(id);
    return comment === undefined ? [] : [{ kind, comment }];
  }
  if (kind === "mention") {
    const mention = mentions.get(id);
    return mention === undefined ? [] : [{ kind, mention }];
  }
  const job = jobs.get(jobId);
  if (job === undefined) return [];
  if (kind === "job") return [{ kind, job }];
  if (kind === "reward") {
    const reward = job.joined.find((one) => one.id === id);
    return reward === undefined ? [] : [{ kind, job, reward }];
  }
  if (kind === "thanks") {
    const thanks = job.thanks.find((one) => one.id === id);
    const gone = report && quotedThanks(report, job);
    if (!thanks) return gone ? [gone] : [];
    return [{ kind, job, thanks }];
  }
  if (kind === "question") {
    const asked = offers.get(offerOfQuestion(id));
    const question = asked?.questions.find((one) => one.id === id);
    const gone = report && quotedQuestion(report, job);
    if (!asked || !question) return gone ? [gone] : [];
    return [{ kind, job, offer: asked, question }];
  }
  const offer = offers.get(id);
  return offer === undefined ? [] : [{ kind: "offer", job, offer }];
}

function byId<T extends { readonly id: string }>(records: readonly (T | null)[]): Map<string, T> {
  return new Map(records.filter((record) => record !== null).map((record) => [record.id, record]));
}
