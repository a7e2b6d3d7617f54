import type { Millis } from "../domain/kernel/time.ts";
import { listOlderJobs } from "./jobs-of.ts";
import { WAITING } from "./keys.ts";
import { type LateIndex, listAgain } from "./listing-again.ts";
import { moveOlderOffers } from "./older-offers.ts";
import type { RedisClient } from "./redis/client.ts";

/** What was held before December 2026 stood nowhere but in its own record. */
const WAITING_INDEX: LateIndex = { name: "waiting", isOwn: (key) => key === WAITING };

export function createMigrations(redis: RedisClient) {
  return {
    /**
     * Brings what earlier versions stored into today's shape, at most about `limit` records a call, one migration after the other. Running
     * it again does nothing new. Whether all are through.
     */
    async migrate(limit: number, now: Millis): Promise<boolean> {
      return (
        (await listOlderJobs(redis, limit)) &&
        (await moveOlderOffers(redis, limit, now)) &&
        listAgain(redis, WAITING_INDEX, limit)
      );
    },
  };
}
