import type { CacheTag } from "../domain/records/decision.ts";
import type { Millis } from "../domain/kernel/time.ts";
import * as z from "zod/mini";
import { apply } from "./commit.ts";
import { ask, type RedisClient } from "./redis/client.ts";
import { write } from "./instructions.ts";
import { PURGES } from "./keys.ts";

const Tag = z.custom<CacheTag>(
  (tag) => typeof tag === "string" && /^(?:jobs$|job:|thread:|baked:)/.test(tag),
);

/** Copies that could not be thrown away yet: a purge that failed, an article to be built again. */
export function createPurges(redis: RedisClient) {
  return {
    async keepPurge(tags: readonly CacheTag[], now: Millis): Promise<void> {
      if (tags.length === 0) return;
      await apply(
        redis,
        "keep a purge",
        [],
        tags.map((tag) => write.zadd(PURGES, now, tag)),
      );
    },

    /** The tags that wait, longest first. */
    pendingPurges(limit: number): Promise<CacheTag[]> {
      return ask("list the purges that wait", z.array(Tag), () =>
        redis.run(["zrange", PURGES, 0, limit - 1]),
      );
    },

    async dropPurge(tags: readonly CacheTag[]): Promise<void> {
      if (tags.length === 0) return;
      await apply(
        redis,
        "drop a purge",
        [],
        tags.map((tag) => write.zrem(PURGES, tag)),
      );
    },
  };
}

export type PurgeStorage = ReturnType<typeof createPurges>;
