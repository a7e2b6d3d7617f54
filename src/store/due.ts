import * as z from "zod/mini";
import type { Job } from "../domain/records/job.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Due } from "../domain/favours/due.ts";
import { HOUR, type Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { type Footprint, jobFootprint, offerFootprint, type Place } from "./indexes.ts";
import { guard, type GuardStep, write } from "./instructions.ts";
import { FAVOURS_DUE, migrationKey, offersKey, recordKey } from "./keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { versionStart } from "./records.ts";
import { ask, Ids, type RedisClient, Text } from "./redis/client.ts";

/** How long what could not be seen to waits before it is tried again, so that it doesn't stand before all the others. */
const TRIED_AGAIN_AFTER: Millis = HOUR;

export function createDue(redis: RedisClient) {
  const { read } = createReads(redis);
  const { readOffer } = createOffers(redis);

  /** Where it is listed by what is stored of it, and what must not have changed meanwhile. */
  async function listed({ jobId, offerId }: Due, now: Millis): Promise<Listed> {
    if (offerId === null) {
      const job = await read("job", jobId);
      return job === null
        ? { place: undefined, unchanged: guard.absent(recordKey("job", jobId)) }
        : ofJob(job);
    }
    const offer = await readOffer(jobId, offerId, now);
    return offer === null
      ? { place: undefined, unchanged: guard.fieldAbsent(offersKey(jobId), offerId) }
      : ofOffer(offer);
  }

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

    /** Lists something that was due and to which nothing was done: by when it really is, or for another try later. */
    async relistDue(due: Due, now: Millis): Promise<void> {
      const { place, unchanged } = await listed(due, now);
      const member = due.offerId === null ? due.jobId : `${due.jobId} ${due.offerId}`;
      const step = place
        ? write.zadd(FAVOURS_DUE, place.score > now ? place.score : now + TRIED_AGAIN_AFTER, member)
        : write.zrem(FAVOURS_DUE, member);
      await apply(redis, "list what was due anew", [unchanged], [step]);
    },
  };
}

interface Listed {
  readonly place: Place | undefined;
  readonly unchanged: GuardStep;
}

function ofJob(job: Job): Listed {
  const unchanged = guard.starts(recordKey("job", job.id), versionStart(job.version));
  return { place: placeOf(jobFootprint(job)), unchanged };
}

function ofOffer(offer: Offer): Listed {
  const { id, jobId, version } = offer;
  const unchanged = guard.fieldStarts(offersKey(jobId), recordKey("offer", id), id, versionStart(version));
  return { place: placeOf(offerFootprint(offer)), unchanged };
}

function placeOf({ places }: Footprint): Place | undefined {
  return places.find(({ key }) => key === FAVOURS_DUE);
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
  for (const { place, unchanged } of [ofJob(job), ...offers.map(ofOffer)]) {
    if (place === undefined) continue;
    const { key, score, member } = place;
    await apply(redis, "list when something is due", [unchanged], [write.zadd(key, score, member)]);
  }
}
