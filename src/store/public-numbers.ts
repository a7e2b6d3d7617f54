import * as z from "zod/mini";
import type { PublicNumbers } from "../domain/public.ts";
import type { Millis } from "../domain/time.ts";
import { ask, type RedisClient, Size } from "./client.ts";
import { approvedKey, boardKey } from "./keys.ts";

/** In one round trip, however much there is. A job past its `expiresAt` doesn't count, whether or not the sweeper has been by. */
export async function publicNumbers(redis: RedisClient, now: Millis): Promise<PublicNumbers> {
  const [openJobs, openJobsWithOffers, comments] = await ask(
    "count what is public",
    z.tuple([Size, Size, Size]),
    () =>
      redis.runAll([
        ["zcount", boardKey("ending", {}), now, "+inf"],
        ["zcount", boardKey("ending", { offers: "with" }), now, "+inf"],
        ["zcard", approvedKey(null)],
      ]),
  );
  return { openJobs, openJobsWithOffers, comments };
}
