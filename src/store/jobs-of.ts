import * as z from "zod/mini";
import { isLiveJob } from "../domain/favours/job-states.ts";
import type { Job } from "../domain/records/job.ts";
import { apply } from "./commit.ts";
import { ask, Ids, type RedisClient, Text } from "./redis/client.ts";
import { guard, write } from "./instructions.ts";
import { boardKey, jobsOfKey, recordKey } from "./keys.ts";
import { createReads } from "./reads.ts";
import { versionStart } from "./records.ts";

/** How far the favours that were stored before they were listed by address have been listed: a number of them, or `done`. */
const PROGRESS = "migration:jobs-of";
const DONE = "done";

export function createJobsOf(redis: RedisClient) {
  const { readMany } = createReads(redis);

  return {
    /** The live favours of an address (its keyed hash), oldest first. Two round trips. */
    async liveJobsOf(address: string): Promise<Job[]> {
      const ids = await ask("list the favours of an address", Ids, () =>
        redis.run(["zrange", jobsOfKey(address), 0, -1]),
      );
      const jobs = await readMany("job", ids);
      return jobs.filter((job) => job !== null).filter(isLiveJob);
    },

    /**
     * Lists by address the open favours that were stored before `jobsOfKey` was: at most `limit` of them a call. Running it again does
     * nothing new. Whether it is through.
     */
    async migrate(limit: number): Promise<boolean> {
      const progress = await ask("ask how far a migration is", Text, () => redis.run(["get", PROGRESS]));
      if (progress === DONE) return true;
      const from = Number(progress ?? 0);
      const [ids, open] = await ask("list open favours", z.tuple([Ids, z.int()]), () =>
        redis.runAll([
          // From the end of the board: what runs out meanwhile leaves at the other one.
          ["zrange", boardKey("ending", {}), from, from + limit - 1, "rev"],
          ["zcard", boardKey("ending", {})],
        ]),
      );
      const jobs = (await readMany("job", ids)).filter((job) => job !== null);
      for (const job of jobs) {
        // One that changes in between is listed by its own commit.
        await apply(
          redis,
          "list a favour by its address",
          [guard.starts(recordKey("job", job.id), versionStart(job.version))],
          [write.zadd(jobsOfKey(job.poster.address), job.createdAt, job.id)],
        );
      }
      const isThrough = from + limit >= open;
      // Steps overlap: a favour that left the board meanwhile moves the next ones up by a place.
      const next = isThrough ? DONE : String(from + Math.ceil(limit / 2));
      await apply(redis, "note how far a migration is", [], [write.set(PROGRESS, next, null)]);
      return isThrough;
    },
  };
}
