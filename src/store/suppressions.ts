import type { Suppression } from "../domain/people/suppression.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, type RedisClient, Text, Texts } from "./redis/client.ts";
import { write } from "./instructions.ts";
import { suppressedKey } from "./keys.ts";

/** Whom nothing is sent to, by keyed hashes. What was told twice, or in the wrong order, ends when the newest says. */
export function createSuppressions(redis: RedisClient) {
  return {
    async suppress(hash: string, { why, until }: Suppression, now: Millis): Promise<void> {
      const key = suppressedKey(why, hash);
      const kept = await ask("read a suppression", Text, () => redis.run(["get", key]));
      // Two at once that differ, differ by the time between two letters: whichever stays will do.
      if (until <= now || Number(kept ?? 0) >= until) return;
      await apply(redis, "suppress a mailbox", [], [write.set(key, String(until), until - now)]);
    },

    /** Why nothing may be sent now; `bounced` and `complained`: the hashes that each kind is known by. */
    async suppressed(
      hashes: Readonly<Record<Suppression["why"], string>>,
      now: Millis,
    ): Promise<Suppression["why"] | null> {
      const kinds = ["complained", "bounced"] as const;
      const keys = kinds.map((why) => suppressedKey(why, hashes[why]));
      const kept = await ask("look for a suppression", Texts, () => redis.run(["mget", ...keys]));
      return kinds.find((_, place) => Number(kept[place] ?? 0) > now) ?? null;
    },
  };
}
