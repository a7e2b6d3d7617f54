import * as z from "zod/mini";
import type { Offer } from "../domain/offer.ts";
import type { RecordKind, RecordOf } from "../domain/record.ts";
import { ask, readKept, type RedisClient, runScript, Texts } from "./client.ts";
import { counterKey, offerChangesCounter, offersKey, recordKey } from "./keys.ts";
import { OFFERS_SCRIPT } from "./offers-script.ts";
import { parseRecord } from "./records.ts";

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
