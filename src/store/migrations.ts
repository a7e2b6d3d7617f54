import type { Millis } from "../domain/kernel/time.ts";
import { listOlderJobs } from "./jobs-of.ts";
import { moveOlderOffers } from "./older-offers.ts";
import { countOlderOutcomes } from "./outcomes.ts";
import type { RedisClient } from "./redis/client.ts";

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
        countOlderOutcomes(redis, limit)
      );
    },
  };
}
