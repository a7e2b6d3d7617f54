import * as z from "zod/mini";
import type { Offer } from "../domain/offer.ts";
import type { RecordKind, RecordOf } from "../domain/record.ts";
import { ask, Ids, readKept, type RedisClient, Text, Texts } from "./client.ts";
import { counterKey, offerChangesCounter, offersKey, recordKey } from "./keys.ts";
import { parseRecord } from "./records.ts";

/** In the order asked for, in one round trip; null where there is no such record (any more). */
export async function readMany<K extends RecordKind>(
  redis: RedisClient,
  kind: K,
  ids: readonly string[],
): Promise<(RecordOf[K] | null)[]> {
  if (ids.length === 0) return [];
  const texts = await ask(`read ${kind}`, Texts, () => redis.mget(ids.map((id) => recordKey(kind, id))));
  return ids.map((_, place) => {
    const text = texts[place] ?? null;
    return text === null ? null : readKept(`read ${kind}`, () => parseRecord(kind, text));
  });
}

/**
 * The number is read before the offers: an offer that changes in between makes the `offersSeen` guard fail, never pass.
 */
export async function offersOf(
  redis: RedisClient,
  jobId: string,
): Promise<{ offers: readonly Offer[]; seen: number }> {
  const [seen, ids] = await ask("list offers", z.tuple([Text, Ids]), () =>
    redis
      .pipeline()
      .get(counterKey(offerChangesCounter(jobId)))
      .zrange(offersKey(jobId), 0, -1)
      .exec(),
  );
  const offers = await readMany(redis, "offer", ids);
  return { offers: offers.filter((offer) => offer !== null), seen: Number(seen ?? 0) };
}
