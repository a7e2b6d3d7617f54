import type { Millis } from "../domain/kernel/time.ts";
import { FAVOURS_DUE, FIRST_OFFERS, OUTCOMES, WAITING } from "./keys.ts";
import { allOfKey, decidedReportsOfKey, decisionsOfKey, jobsOfKey, thingsOfKey } from "./address-keys.ts";
import { moveOlderOffers } from "./older-offers.ts";
import type { RedisClient } from "./redis/client.ts";
import { listAgain, type Relisting } from "./relisting.ts";

/** Lists of all that is kept of an address. What is kept for hours or days alone need not be listed later. */
const OWN_LISTS = [allOfKey, decidedReportsOfKey, decisionsOfKey];

/** Indexes that are younger than some stores. */
const RELISTINGS: readonly Relisting[] = [
  { name: "jobs-of", fills: (key) => key.startsWith(jobsOfKey("")) },
  { name: "favours-due", fills: (key) => key === FAVOURS_DUE },
  { name: "outcomes", fills: (key) => key.startsWith(OUTCOMES) || key.startsWith(FIRST_OFFERS) },
  { name: "things-of", fills: (key) => key.startsWith(thingsOfKey("")) },
  // Since there are appeals, comments that were not published have something to be done.
  { name: "things-of-refused", fills: (key) => key.startsWith(thingsOfKey("")) },
  { name: "waiting", fills: (key) => key === WAITING },
  { name: "all-of", fills: (key) => OWN_LISTS.some((listOf) => key.startsWith(listOf(""))) },
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
