import * as z from "zod/mini";
import { BOARD_PAGE_SIZE, PUBLIC_NUMBERS_MIN } from "../domain/kernel/limits.ts";
import type { DoneBoard, FavourNumbers, PublicNumbers } from "../domain/favours/board.ts";
import { PLACES, type Place } from "../domain/records/place.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { firstOnPage } from "./board.ts";
import { approvedKey, boardKey, firstOffersKey, outcomesKey } from "./keys.ts";
import { createReads } from "./reads.ts";
import { ask, type Command, Ids, type RedisClient, Size } from "./redis/client.ts";

export function createOutcomes(redis: RedisClient) {
  const { readMany } = createReads(redis);

  return {
    /** Favours that were done, the newest end first, a page at a time. What was erased since counts, and is not shown. */
    async doneJobs(page: number): Promise<DoneBoard> {
      const offset = firstOnPage(page, BOARD_PAGE_SIZE);
      const key = outcomesKey("done", null);
      const [ids, total] = await ask("list what was done", z.tuple([Ids, Size]), () =>
        redis.runAll([
          ["zrange", key, offset, offset + BOARD_PAGE_SIZE - 1, "rev"],
          ["zcard", key],
        ]),
      );
      const jobs = await readMany("job", ids);
      return {
        jobs: jobs.filter((job) => job !== null).filter(({ state }) => state === "done"),
        total,
        page,
        pages: Math.max(1, Math.ceil(total / BOARD_PAGE_SIZE)),
      };
    },

    /**
     * Open favours by province, in one round trip: what the map of the board shows. A province with fewer than `PUBLIC_NUMBERS_MIN` is
     * left out.
     */
    async openByPlace(now: Millis): Promise<ReadonlyMap<Place, number>> {
      const counts = await ask("count what is open", z.array(Size).check(z.length(PLACES.length)), () =>
        redis.runAll(PLACES.map((place) => openIn(place, now))),
      );
      const open = PLACES.map((place, at) => [place, counts[at] ?? 0] as const);
      return new Map(open.filter(([, count]) => count >= PUBLIC_NUMBERS_MIN));
    },

    /**
     * In three round trips, however much there is. A job past its `expiresAt` doesn't count as open, whether or not the sweeper has been
     * by. Of a province nothing is said that fewer than `PUBLIC_NUMBERS_MIN` favours make up.
     */
    async publicNumbers(now: Millis): Promise<PublicNumbers> {
      const wheres = [null, ...PLACES];
      const [openJobsWithOffers = 0, comments = 0, ...counts] = await ask(
        "count what is public",
        z.array(Size).check(z.length(2 + 4 * wheres.length)),
        () =>
          redis.runAll([
            ["zcount", boardKey("ending", { offers: "with" }), now, "+inf"],
            ["zcard", approvedKey(null)],
            ...wheres.flatMap((place): Command[] => [
              openIn(place, now),
              ["zcard", outcomesKey("done", place)],
              ["zcard", outcomesKey("all", place)],
              ["zcard", firstOffersKey(place)],
            ]),
          ]),
      );
      const counted = wheres.map((place, at) => {
        const [open = 0, done = 0, ended = 0, answered = 0] = counts.slice(4 * at, 4 * at + 4);
        const least = place === null ? 1 : PUBLIC_NUMBERS_MIN;
        return {
          place,
          open: open >= least ? open : 0,
          ...(ended >= least ? { done, ended } : { done: 0, ended: 0 }),
          answered: answered >= least ? answered : 0,
        };
      });
      const [all, ...places] = await withMedians(counted);
      const { open: openJobs = 0, done = 0, ended = 0, firstOfferAfter = null } = all ?? {};
      return {
        ...{ openJobs, openJobsWithOffers, comments, done, ended, firstOfferAfter },
        places: places.flatMap(({ place, answered, ...numbers }) =>
          place === null || numbers.open + numbers.ended + answered === 0 ? [] : [{ place, ...numbers }],
        ),
      };
    },
  };

  function openIn(place: Place | null, now: Millis): Command {
    return ["zcount", boardKey("ending", place === null ? {} : { place }), now, "+inf"];
  }

  /** The median of an even number is the lower of the two in the middle. */
  async function withMedians<T extends { readonly place: Place | null; readonly answered: number }>(
    counted: readonly T[],
  ): Promise<(T & Pick<FavourNumbers, "firstOfferAfter">)[]> {
    const asked = counted.filter(({ answered }) => answered > 0);
    const found =
      asked.length === 0
        ? []
        : await ask("find the middle favours", z.array(Ids).check(z.length(asked.length)), () =>
            redis.runAll(
              asked.map(({ place, answered }) => {
                const middle = Math.floor((answered - 1) / 2);
                return ["zrange", firstOffersKey(place), middle, middle];
              }),
            ),
          );
    const jobs = await readMany(
      "job",
      found.map(([id = ""]) => id),
    );
    const after = new Map(asked.map(({ place }, at) => [place, jobs[at]?.firstOfferAfter ?? null]));
    return counted.map((one) => ({ ...one, firstOfferAfter: after.get(one.place) ?? null }));
  }
}
