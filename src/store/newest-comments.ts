import type { Comment } from "../domain/comment.ts";
import { ask, Ids, type RedisClient, Texts } from "./client.ts";
import { approvedKey, recordKey } from "./keys.ts";
import { parseListed } from "./records.ts";

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
