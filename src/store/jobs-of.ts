import { isLiveJob } from "../domain/favours/job-states.ts";
import type { Job } from "../domain/records/job.ts";
import { ask, Ids, type RedisClient } from "./redis/client.ts";
import { jobsOfKey } from "./address-keys.ts";
import { createReads } from "./reads.ts";

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
  };
}
