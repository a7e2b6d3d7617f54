import { MENTIONS_SHOWN } from "../domain/kernel/outside-limits.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Mention } from "../domain/records/mention.ts";
import { recordKey } from "./keys.ts";
import { MENTIONS, MENTIONS_DUE, mentionsKey } from "./mention-keys.ts";
import { parseListed } from "./records.ts";
import { ask, Ids, type RedisClient, TextReplies } from "./redis/client.ts";

export function createMentions(redis: RedisClient) {
  async function byId(ids: readonly string[]): Promise<Mention[]> {
    if (ids.length === 0) return [];
    const texts = await ask("read mentions", TextReplies, () =>
      redis.run(["mget", ...ids.map((id) => recordKey("mention", id))]),
    );
    return ids.flatMap((id, at) => parseListed("mention", id, texts[at] ?? null) ?? []);
  }

  return {
    /** What other sites say of an article, as far as it was approved: the newest, newest first. Two round trips. */
    async mentionsOf(article: string): Promise<Mention[]> {
      const ids = await ask("list mentions", Ids, () =>
        redis.run(["zrange", mentionsKey(article), 0, MENTIONS_SHOWN - 1, "rev"]),
      );
      // Between the two questions one may have stopped being public.
      return (await byId(ids)).filter(({ state }) => state === "approved");
    },

    /** Those that a moderator can decide about, the newest first. Two round trips. */
    async newestMentions(limit: number): Promise<Mention[]> {
      const ids = await ask("list newest mentions", Ids, () =>
        redis.run(["zrange", MENTIONS, 0, limit - 1, "rev"]),
      );
      return byId(ids);
    },

    /** Those whose page is to be read, longest due first. */
    async mentionsDue(now: Millis, limit: number): Promise<Mention[]> {
      const ids = await ask("list mentions to be read", Ids, () =>
        redis.run(["zrange", MENTIONS_DUE, "-inf", now, "byscore", "limit", 0, limit]),
      );
      return byId(ids);
    },
  };
}
