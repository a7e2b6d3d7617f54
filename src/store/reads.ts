import * as z from "zod/mini";
import type { Comment } from "../domain/records/comment.ts";
import type { PublicNumbers } from "../domain/favours/board.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { RecordKind, RecordOf } from "../domain/records/records.ts";
import {
  counterKey,
  offerChangesCounter,
  offersKey,
  recordKey,
  approvedKey,
  boardKey,
  votesCounter,
} from "./keys.ts";
import { parseRecord, parseListed } from "./records.ts";
import { ask, readKept, type RedisClient, runScript, Texts, Ids, Size } from "./redis/client.ts";
import { OFFERS_SCRIPT } from "./redis/scripts.ts";

/** In the order asked for, in one round trip; null where there is no such record (any more). */
export async function readMany<K extends RecordKind>(
  redis: RedisClient,
  kind: K,
  ids: readonly string[],
): Promise<(RecordOf[K] | null)[]> {
  if (ids.length === 0) return [];
  const texts = await ask(`read ${kind}`, Texts, () =>
    redis.run(["mget", ...ids.map((id) => recordKey(kind, id))]),
  );
  return ids.map((_, place) => {
    const text = texts[place] ?? null;
    return text === null ? null : readKept(`read ${kind}`, () => parseRecord(kind, text));
  });
}

/** A job's confirmed offers, oldest first, and how often any of them changed: what the `offersSeen` guard compares. One round trip. */
export async function offersOf(
  redis: RedisClient,
  jobId: string,
): Promise<{ offers: readonly Offer[]; seen: number }> {
  const keys = [offersKey(jobId), counterKey(offerChangesCounter(jobId))];
  const [seen, texts] = await ask("list offers", z.tuple([z.string(), z.array(z.string())]), () =>
    runScript(redis, OFFERS_SCRIPT, keys, [recordKey("offer", "")]),
  );
  const offers = texts
    .filter((text) => text !== "")
    .map((text) => readKept("read an offer", () => parseRecord("offer", text)));
  return { offers, seen: Number(seen) };
}

/** Approved comments at any depth, newest first, of one article or of all (null), in two round trips. */
export async function newestComments(
  redis: RedisClient,
  article: string | null,
  limit: number,
): Promise<Comment[]> {
  const ids = await ask("list the newest comments", Ids, () =>
    redis.run(["zrange", approvedKey(article), 0, limit - 1, "rev"]),
  );
  if (ids.length === 0) return [];
  const texts = await ask("read the newest comments", Texts, () =>
    redis.run(["mget", ...ids.map((id) => recordKey("comment", id))]),
  );
  return ids.flatMap((id, place) => {
    const comment = parseListed("comment", id, texts[place] ?? null);
    // Between the two questions it may have stopped being public.
    return comment?.state === "approved" ? [comment] : [];
  });
}

/** In one round trip, however much there is. A job past its `expiresAt` doesn't count, whether or not the sweeper has been by. */
export async function publicNumbers(redis: RedisClient, now: Millis): Promise<PublicNumbers> {
  const [openJobs, openJobsWithOffers, comments] = await ask(
    "count what is public",
    z.tuple([Size, Size, Size]),
    () =>
      redis.runAll([
        ["zcount", boardKey("ending", {}), now, "+inf"],
        ["zcount", boardKey("ending", { offers: "with" }), now, "+inf"],
        ["zcard", approvedKey(null)],
      ]),
  );
  return { openJobs, openJobsWithOffers, comments };
}

/** How an answer of the FAQ was received. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
}

/** In the order asked for, in one round trip. */
export async function voteCounts(redis: RedisClient, questions: readonly string[]): Promise<VoteCounts[]> {
  if (questions.length === 0) return [];
  const keys = questions.flatMap((question) => [
    counterKey(votesCounter(question, "yes")),
    counterKey(votesCounter(question, "no")),
  ]);
  const texts = await ask("count votes", Texts, () => redis.run(["mget", ...keys]));
  return questions.map((_, at) => ({
    yes: Number(texts[2 * at] ?? 0),
    no: Number(texts[2 * at + 1] ?? 0),
  }));
}
