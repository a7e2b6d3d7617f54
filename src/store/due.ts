import type { Job } from "../domain/records/job.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Due } from "../domain/favours/due.ts";
import { HOUR, type Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { jobFootprint, offerFootprint } from "./indexes.ts";
import { type Footprint, type Placement } from "./footprint.ts";
import { guard, type GuardStep, write } from "./instructions.ts";
import { FAVOURS_DUE, offersKey, recordKey } from "./keys.ts";
import { createOffers } from "./offers.ts";
import { createReads } from "./reads.ts";
import { versionStart } from "./records.ts";
import { ask, Ids, type RedisClient } from "./redis/client.ts";

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
  readonly place: Placement | undefined;
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

function placeOf({ places }: Footprint): Placement | undefined {
  return places.find(({ key }) => key === FAVOURS_DUE);
}
