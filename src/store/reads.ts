import * as z from "zod/mini";
import type { PublicNumbers } from "../domain/favours/board.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { RecordKind, RecordOf } from "../domain/records/records.ts";
import type { Millis } from "../domain/kernel/time.ts";
import {
  approvedKey,
  boardKey,
  counterKey,
  offerChangesCounter,
  offersKey,
  onceKey,
  recordKey,
  votesCounter,
} from "./keys.ts";
import { parseRecord } from "./records.ts";
import { ask, readKept, type RedisClient, runScript, Size, Text, Texts } from "./redis/client.ts";
import { OFFERS_SCRIPT } from "./redis/scripts.ts";

/** How an answer of the FAQ was received. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
}

export function createReads(redis: RedisClient) {
  /** In the order asked for, in one round trip; null where there is no such record (any more). */
  async function readMany<K extends RecordKind>(
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

  return {
    readMany,

    /** Null where there is no such record (any more). */
    async read<K extends RecordKind>(kind: K, id: string): Promise<RecordOf[K] | null> {
      const [record = null] = await readMany(kind, [id]);
      return record;
    },

    /** The answer that a form got which was sent before (`Once`); null: it is new. */
    repeated(key: string): Promise<string | null> {
      return ask("look for a repeated form", Text, () => redis.run(["get", onceKey(key)]));
    },

    /** A job's confirmed offers, oldest first, and how often any of them changed: what the `offersSeen` guard compares. One round trip. */
    async offersOf(jobId: string): Promise<{ offers: readonly Offer[]; seen: number }> {
      const keys = [offersKey(jobId), counterKey(offerChangesCounter(jobId))];
      const [seen, texts] = await ask("list offers", z.tuple([z.string(), z.array(z.string())]), () =>
        runScript(redis, OFFERS_SCRIPT, keys, [recordKey("offer", "")]),
      );
      const offers = texts
        .filter((text) => text !== "")
        .map((text) => readKept("read an offer", () => parseRecord("offer", text)));
      return { offers, seen: Number(seen) };
    },

    /** In one round trip, however much there is. A job past its `expiresAt` doesn't count, whether or not the sweeper has been by. */
    async publicNumbers(now: Millis): Promise<PublicNumbers> {
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
    },

    /** In the order asked for, in one round trip. */
    async voteCounts(questions: readonly string[]): Promise<VoteCounts[]> {
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
    },
  };
}
