import type { Job } from "../domain/records/job.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { jobFootprint, offerFootprint } from "./indexes.ts";
import { guard, write } from "./instructions.ts";
import { FAVOURS_DUE, migrationKey, offersKey, recordKey } from "./keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { versionStart } from "./records.ts";
import { ask, Ids, type RedisClient, Text } from "./redis/client.ts";
import * as z from "zod/mini";

/** Something whose time has come: a favour, or one of its offers. */
export interface Due {
  readonly jobId: string;
  readonly offerId: string | null;
}

export function createDue(redis: RedisClient) {
  return {
    /** The favours and offers for which the calendar has something to do, longest due first. */
    async favoursDue(now: Millis, limit: number): Promise<Due[]> {
      const members = await ask("list what is due", Ids, () =>
        redis.run(["zrange", FAVOURS_DUE, "-inf", now, "byscore", "limit", 0, limit]),
      );
      return members.map((member) => {
        const [jobId = "", offerId = null] = member.split(" ");
        return { jobId, offerId };
      });
    },
  };
}

/** How far the favours that were stored before `FAVOURS_DUE` was have been listed in it: `<round> <cursor>`, or `done`. */
const PROGRESS = migrationKey("favours-due");
const DONE = "done";

/**
 * A second round finds what changed while it was looked at in the first, and keys that a cursor missed because Redis started
 * anew in between.
 */
const ROUNDS = 2;

/** Keys that are looked at for each favour that may be found. */
const KEYS_A_JOB = 5;

/** Lists favours and their offers by when they are due: it looks at `limit` × `KEYS_A_JOB` keys a call. Whether it is through. */
export async function listOlderDue(redis: RedisClient, limit: number, now: Millis): Promise<boolean> {
  const progress = await ask("ask how far a migration is", Text, () => redis.run(["get", PROGRESS]));
  if (progress === DONE) return true;
  const [round = "1", cursor = "0"] = progress?.split(" ") ?? [];
  const [next, keys] = await ask("look for older favours", z.tuple([z.string(), Ids]), () =>
    redis.run(["scan", cursor, "match", "job:*", "count", limit * KEYS_A_JOB]),
  );
  const jobs = await createReads(redis).readMany(
    "job",
    keys.map((key) => key.slice(recordKey("job", "").length)),
  );
  for (const job of jobs) if (job !== null) await listDue(redis, job, now);
  const isRoundOver = next === "0";
  const isThrough = isRoundOver && Number(round) >= ROUNDS;
  const told = isThrough ? DONE : isRoundOver ? `${String(Number(round) + 1)} 0` : `${round} ${next}`;
  await apply(redis, "note how far a migration is", [], [write.set(PROGRESS, told, null)]);
  return isThrough;
}

/** What changes in between is listed by its own commit. */
async function listDue(redis: RedisClient, job: Job, now: Millis): Promise<void> {
  const { offers } = await createOffers(redis).offersOf(job.id, now);
  const own = placeOf(jobFootprint(job).places);
  if (own !== undefined) {
    const unchanged = guard.starts(recordKey("job", job.id), versionStart(job.version));
    await apply(
      redis,
      "list when a favour is due",
      [unchanged],
      [write.zadd(own.key, own.score, own.member)],
    );
  }
  for (const offer of offers) {
    const place = placeOf(offerFootprint(offer).places);
    if (place === undefined) continue;
    const { id, version } = offer;
    const unchanged = guard.fieldStarts(offersKey(job.id), recordKey("offer", id), id, versionStart(version));
    await apply(
      redis,
      "list when an offer is due",
      [unchanged],
      [write.zadd(place.key, place.score, place.member)],
    );
  }
}

function placeOf(places: readonly { key: string; score: number; member: string }[]) {
  return places.find(({ key }) => key === FAVOURS_DUE);
}
