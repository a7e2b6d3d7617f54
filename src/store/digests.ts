import { digestsCounter } from "../domain/records/decision.ts";
import type { Digest } from "../domain/records/digest.ts";
import type { Job } from "../domain/records/job.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { DIGESTS_DUE } from "./digest-keys.ts";
import type { Footprint } from "./footprint.ts";
import { counterKey, recordKey } from "./keys.ts";
import { placeOfAny, placeOfThing } from "./own-places.ts";
import { parseListed } from "./records.ts";
import { ask, Ids, type RedisClient, TextReplies } from "./redis/client.ts";

/** An alert is found under its address; one that is on counts for it, and is listed by when its next letter is due. */
export function digestFootprint(digest: Digest): Footprint {
  const { id, state, address, createdAt, dueAt } = digest;
  const isOn = state === "on";
  const member = `digest ${id}`;
  return {
    places: [
      ...placeOfThing(isOn, digest, member, createdAt),
      ...placeOfAny(state, digest, member, createdAt),
      ...(isOn && dueAt !== null ? [{ key: DIGESTS_DUE, member: id, score: dueAt }] : []),
    ],
    counts: isOn ? [counterKey(digestsCounter(address))] : [],
  };
}

export function createDigests(redis: RedisClient) {
  return {
    /** Alerts whose letter is due, longest due first. Two round trips. */
    async digestsDue(now: Millis, limit: number): Promise<Digest[]> {
      const ids = await ask("list alerts that are due", Ids, () =>
        redis.run(["zrange", DIGESTS_DUE, "-inf", now, "byscore", "limit", 0, limit]),
      );
      if (ids.length === 0) return [];
      const texts = await ask("read alerts", TextReplies, () =>
        redis.run(["mget", ...ids.map((id) => recordKey("digest", id))]),
      );
      return ids.flatMap((id, at) => parseListed("digest", id, texts[at] ?? null) ?? []);
    },

    /** An alert (null: it is not there any more) and those favours that still are, in the order asked for, in one round trip. */
    async digestWithJobs(
      id: string,
      jobIds: readonly string[],
    ): Promise<{ readonly digest: Digest | null; readonly jobs: readonly Job[] }> {
      const keys = [recordKey("digest", id), ...jobIds.map((jobId) => recordKey("job", jobId))];
      const [text = null, ...texts] = await ask("read an alert with its favours", TextReplies, () =>
        redis.run(["mget", ...keys]),
      );
      return {
        digest: parseListed("digest", id, text),
        jobs: jobIds.flatMap((jobId, at) => parseListed("job", jobId, texts[at] ?? null) ?? []),
      };
    },
  };
}
