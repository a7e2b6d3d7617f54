import type { Millis } from "../domain/kernel/time.ts";
import { FAVOURS_DUE, FIRST_OFFERS, jobsOfKey, OUTCOMES, thingsOfKey, WAITING } from "./keys.ts";
import { moveOlderOffers } from "./older-offers.ts";
import type { RedisClient } from "./redis/client.ts";
import { listAgain, type Relisting } from "./relisting.ts";

/** Indexes that are younger than some stores. */
const RELISTINGS: readonly Relisting[] = [
  { name: "jobs-of", fills: (key) => key.startsWith(jobsOfKey("")) },
  { name: "favours-due", fills: (key) => key === FAVOURS_DUE },
  { name: "outcomes", fills: (key) => key.startsWith(OUTCOMES) || key.startsWith(FIRST_OFFERS) },
  { name: "things-of", fills: (key) => key.startsWith(thingsOfKey("")) },
  { name: "waiting", fills: (key) => key === WAITING },
];

export function createMigrations(redis: RedisClient) {
  return {
    /**
     * Brings what earlier versions stored into today's shape, at most about `limit` records a call, one migration after the other. Running
     * it again does nothing new. Whether all are through.
     */
    async migrate(limit: number, now: Millis): Promise<boolean> {
      if (!(await moveOlderOffers(redis, limit, now))) return false;
      for (const relisting of RELISTINGS) {
        if (!(await listAgain(redis, relisting, limit))) return false;
      }
      return true;
    },
  };
}
