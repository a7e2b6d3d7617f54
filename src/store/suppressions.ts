import type { Suppression } from "../domain/people/suppression.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, type RedisClient, TextReply, TextReplies } from "./redis/client.ts";
import { write } from "./instructions.ts";
import { suppressedKey } from "./keys.ts";

const KINDS = ["complained", "bounced"] as const;
type Hashes = Readonly<Record<Suppression["why"], string>>;

/** Whom nothing is sent to, by keyed hashes. What was told twice, or in the wrong order, ends when the newest says. */
export function createSuppressions(redis: RedisClient) {
  return {
    /** @param hash of what a suppression of this kind is known by. */
    async suppress(hash: string, { why, until }: Suppression, now: Millis): Promise<void> {
      const key = suppressedKey(why, hash);
      const kept = await ask("read a suppression", TextReply, () => redis.run(["get", key]));
      // Two at once that differ, differ by the time between two letters: whichever stays will do.
      if (until <= now || Number(kept ?? 0) >= until) return;
      await apply(redis, "suppress a mailbox", [], [write.set(key, String(until), until - now)]);
    },

    async liftSuppressions(hashes: Hashes): Promise<void> {
      const steps = KINDS.map((why) => write.del(suppressedKey(why, hashes[why])));
      await apply(redis, "lift suppressions", [], steps);
    },

    /** Why nothing may be sent now; `bounced` and `complained`: the hashes that each kind is known by. */
    async suppressed(hashes: Hashes, now: Millis): Promise<Suppression["why"] | null> {
      const keys = KINDS.map((why) => suppressedKey(why, hashes[why]));
      const kept = await ask("look for a suppression", TextReplies, () => redis.run(["mget", ...keys]));
      return KINDS.find((_, place) => Number(kept[place] ?? 0) > now) ?? null;
    },
  };
}
