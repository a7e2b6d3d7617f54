import type { RecordKind, RecordOf } from "../domain/records/records.ts";
import { counterKey, recordKey, votesCounter } from "./keys.ts";
import { onceKey } from "./passing-keys.ts";
import { parseRecord } from "./records.ts";
import { ask, readKept, type RedisClient, TextReply, TextReplies } from "./redis/client.ts";

/** How an answer of the FAQ was received. */
export interface VoteCounts {
  readonly yes: number;
  readonly no: number;
}

/** Offers stand with those of their job: `readOffer`. */
type OwnKind = Exclude<RecordKind, "offer">;

export function createReads(redis: RedisClient) {
  /** In the order asked for, in one round trip; null where there is no such record (any more). */
  async function readMany<K extends OwnKind>(
    kind: K,
    ids: readonly string[],
  ): Promise<(RecordOf[K] | null)[]> {
    if (ids.length === 0) return [];
    const texts = await ask(`read ${kind}`, TextReplies, () =>
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
    async read<K extends OwnKind>(kind: K, id: string): Promise<RecordOf[K] | null> {
      const [record = null] = await readMany(kind, [id]);
      return record;
    },

    /** The answer that a form got which was sent before (`Once`); null: it is new. */
    repeated(key: string): Promise<string | null> {
      return ask("look for a repeated form", TextReply, () => redis.run(["get", onceKey(key)]));
    },

    /** In the order asked for, in one round trip. */
    async voteCounts(questions: readonly string[]): Promise<VoteCounts[]> {
      if (questions.length === 0) return [];
      const keys = questions.flatMap((question) => [
        counterKey(votesCounter(question, "yes")),
        counterKey(votesCounter(question, "no")),
      ]);
      const texts = await ask("count votes", TextReplies, () => redis.run(["mget", ...keys]));
      return questions.map((_, at) => ({
        yes: Number(texts[2 * at] ?? 0),
        no: Number(texts[2 * at + 1] ?? 0),
      }));
    },
  };
}
