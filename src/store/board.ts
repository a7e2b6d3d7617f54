import { SEARCH_LOOKS_AT, BOARD_PAGE_SIZE, SEVERAL_PLACES_REACH } from "../domain/kernel/limits.ts";
import * as z from "zod/mini";
import { type BoardPage, type BoardQuery, type JobWithOffers } from "../domain/favours/board.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { placesAround } from "../domain/records/neighbours.ts";
import { PLACES } from "../domain/records/place.ts";
import { type BoardFilter, boardKey, counterKey, liveOffersCounter, recordKey, wordKey } from "./keys.ts";
import { parseListed } from "./records.ts";
import { ask, Ids, type RedisClient, runScript, Size, TextReplies } from "./redis/client.ts";
import { BOARDS_SCRIPT, SEARCH_SCRIPT } from "./redis/board-scripts.ts";
import { alternativesOfQuery } from "./words.ts";

/** No board or thread is this long; a page number out of somebody's address bar may be anything. */
const LAST_PAGE = 1_000_000;

/** Place of a page's first item, from 0. Pages count from 1; what is no page counts as the first. */
export function firstOnPage(page: number, size: number): number {
  return Number.isNaN(page) ? 0 : (Math.min(Math.max(Math.trunc(page), 1), LAST_PAGE) - 1) * size;
}

interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  /** Places in the index, jobs included that have run out since the sweeper's last round. */
  readonly places: number;
}

export function createBoard(redis: RedisClient) {
  return {
    /**
     * One page of the board, in two round trips: one range of one sorted set, then its records.
     *
     * A job past its `expiresAt` is never shown and never counted, whether or not the sweeper has been by: "ending" and free text skip
     * it in the index; in the other two orders it is left out of the page, which is then shorter until the sweeper comes. No job is
     * shown twice or skipped for it.
     */
    async board(query: BoardQuery, now: Millis): Promise<BoardPage> {
      const { ids, total, places } = await find(redis, query, now);
      const listed = await jobsWithOffers(redis, ids);
      const jobs = listed.filter((found) => found !== null);
      return {
        jobs: jobs.filter(({ job }) => job.state === "open" && job.expiresAt >= now),
        total,
        page: query.page,
        pages: Math.max(1, Math.ceil(places / BOARD_PAGE_SIZE)),
      };
    },

    /** Null where there is no such job (any more). */
    async jobWithOffers(id: string): Promise<JobWithOffers | null> {
      const [found = null] = await jobsWithOffers(redis, [id]);
      return found;
    },

    /** Ids of open jobs that have run out, oldest first: what the sweeper has to look at. */
    jobsToExpire(now: Millis, limit: number): Promise<string[]> {
      return ask("list the favours that ran out", Ids, () =>
        redis.run(["zrange", boardKey("ending", {}), "-inf", `(${now}`, "byscore", "limit", 0, limit]),
      );
    },
  };
}

async function find(redis: RedisClient, query: BoardQuery, now: Millis): Promise<Found> {
  const offset = firstOnPage(query.page, BOARD_PAGE_SIZE);
  const filters = filtersOf(query);
  const boards = filters.map((filter) => boardKey(query.order, filter));
  const endings = filters.map((filter) => boardKey("ending", filter));
  const order = query.order === "ending" ? "asc" : "desc";
  if (query.text !== undefined && query.text.trim() !== "") {
    const words = alternativesOfQuery(query.text).map(({ stems, places }) => [
      ...stems.map(wordKey),
      // A board is a list of the favours of a place, as a word's is of those that have it.
      ...places.map((place) => boardKey("newest", { place })),
    ]);
    // Nothing but stop words: no favour is "about" them.
    if (words.length === 0) return { ids: [], total: 0, places: 0 };
    const counts = [boards.length, ...words.map((keys) => keys.length)];
    const args = [order, now, offset, BOARD_PAGE_SIZE, SEARCH_LOOKS_AT, ...counts];
    const [total, ids] = await ask("search the board", z.tuple([Size, Ids]), () =>
      runScript(redis, SEARCH_SCRIPT, [...boards, ...endings, ...words.flat()], args.map(String)),
    );
    return { ids, total, places: total };
  }
  const [key = "", ...more] = boards;
  const [ending = ""] = endings;
  const isReached = more.length === 0 || offset < SEVERAL_PLACES_REACH;
  const [ids, places, over] = await ask("read a page of the board", z.tuple([Ids, Size, Size]), () => {
    if (more.length > 0) {
      const args = [order, now, isReached ? offset : 0, BOARD_PAGE_SIZE].map(String);
      return runScript(redis, BOARDS_SCRIPT, [...boards, ...endings], args);
    }
    return redis.runAll([
      query.order === "ending"
        ? ["zrange", key, now, "+inf", "byscore", "limit", offset, BOARD_PAGE_SIZE]
        : ["zrange", key, offset, offset + BOARD_PAGE_SIZE - 1, "rev"],
      ["zcard", ending],
      ["zcount", ending, "-inf", `(${now}`],
    ]);
  });
  const total = places - over;
  const reached = query.order === "ending" ? total : places;
  if (more.length === 0) return { ids, total, places: reached };
  return { ids: isReached ? ids : [], total, places: Math.min(reached, SEVERAL_PLACES_REACH) };
}

/** The boards that a query asks for together; no favour is on two of them. */
function filtersOf({ places = [], nearby = false, ...filter }: BoardQuery): BoardFilter[] {
  const around = placesAround(places, nearby);
  const isEverywhere = around.length === 0 || around.length === PLACES.length;
  return isEverywhere ? [filter] : around.map((place) => ({ ...filter, place }));
}

/** Null where there is no such job (any more). In the order asked for, in one round trip. */
async function jobsWithOffers(redis: RedisClient, ids: readonly string[]): Promise<(JobWithOffers | null)[]> {
  if (ids.length === 0) return [];
  const keys = [
    ...ids.map((id) => recordKey("job", id)),
    ...ids.map((id) => counterKey(liveOffersCounter(id))),
  ];
  const texts = await ask("read favours with their offers", TextReplies, () => redis.run(["mget", ...keys]));
  return ids.map((id, place) => {
    const job = parseListed("job", id, texts[place] ?? null);
    return job && { job, offers: Number(texts[ids.length + place] ?? 0) };
  });
}
