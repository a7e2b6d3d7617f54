import * as z from "zod/mini";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { guard, write } from "./instructions.ts";
import {
  counterKey,
  migrationKey,
  offerChangesCounter,
  OFFERS_ENDED,
  offersKey,
  OLDER_OFFERS,
  olderOffersKey,
  recordKey,
} from "./keys.ts";
import { endedMember } from "./offer-steps.ts";
import { ask, Ids, type RedisClient, Size, TextReply, TextReplies } from "./redis/client.ts";

/**
 * How far the keys have been looked through: the cursor, and whether anything was found since the start; or `done`. A cursor may miss a key
 * when Redis starts anew in between, so it is through only when it finds nothing from start to end.
 */
const PROGRESS = migrationKey("offers");
const DONE = "done";

/** Keys that are looked at for each job that may be found: looking costs little, moving takes two round trips. */
const KEYS_A_JOB = 20;

/**
 * Moves the confirmed offers that were records of their own into their job's hash, byte for byte; one that would have been forgotten by
 * itself says in its text when. It looks at `limit` × `KEYS_A_JOB` keys a call. Running it again does nothing new. Whether it is through.
 */
export async function moveOlderOffers(redis: RedisClient, limit: number, now: Millis): Promise<boolean> {
  const progress = await ask("ask how far a migration is", TextReply, () => redis.run(["get", PROGRESS]));
  if (progress === DONE) return true;
  const [cursor = "0", foundBefore = "no"] = progress?.split(" ") ?? [];
  const [next, keys] = await ask("look for older offers", z.tuple([z.string(), Ids]), () =>
    redis.run(["scan", cursor, "match", `${OLDER_OFFERS}*`, "count", limit * KEYS_A_JOB]),
  );
  for (const key of keys) await moveOffersOf(redis, key.slice(OLDER_OFFERS.length), now);
  const found = keys.length > 0 || foundBefore === "yes";
  const isEnd = next === "0";
  const isThrough = isEnd && !found;
  const told = isThrough ? DONE : isEnd ? "0 no" : `${next} ${found ? "yes" : "no"}`;
  await apply(redis, "note how far a migration is", [], [write.set(PROGRESS, told, null)]);
  return isThrough;
}

async function moveOffersOf(redis: RedisClient, jobId: string, now: Millis): Promise<void> {
  const list = olderOffersKey(jobId);
  const ids = await ask("list older offers", Ids, () => redis.run(["zrange", list, 0, -1]));
  if (ids.length === 0) return;
  const keys = ids.map((id) => recordKey("offer", id));
  const [texts, lifetimes] = await Promise.all([
    ask("read older offers", TextReplies, () => redis.run(["mget", ...keys])),
    ask("ask how long older offers are kept", z.array(Size), () =>
      redis.runAll(keys.map((key) => ["pttl", key])),
    ),
  ]);
  const offers = ids.map((id, place) => ({
    id,
    own: recordKey("offer", id),
    text: texts[place] ?? null,
    ttl: lifetimes[place] ?? 0,
  }));
  const hash = offersKey(jobId);
  // One that changes in between is moved by its own commit, and the others by the next round.
  await apply(
    redis,
    "move offers to their job",
    offers.map(({ own, text }) => (text === null ? guard.absent(own) : guard.starts(own, text))),
    offers
      .flatMap(({ id, own, text, ttl }) => {
        const unlisted = write.zrem(list, id);
        if (text === null) return [unlisted];
        if (ttl < 0) return [unlisted, write.del(own), write.hset(hash, id, text)];
        const forgetAt = now + ttl;
        return [
          unlisted,
          write.del(own),
          write.hset(hash, id, withEnd(text, forgetAt)),
          write.zadd(OFFERS_ENDED, forgetAt, endedMember(jobId, id)),
        ];
      })
      // Whoever read some of them before and some after has to decide again.
      .concat(write.incr(counterKey(offerChangesCounter(jobId)), 1, null)),
  );
}

/** Behind the version, which every text begins with. The rest stays byte for byte. */
function withEnd(text: string, forgetAt: Millis): string {
  return text.replace(/^\{"version":\d+,/, (start) => `${start}"forgetAt":${forgetAt},`);
}
