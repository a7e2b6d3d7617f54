import { getLiveEntry } from "astro:content";
import type { BoardQuery, PublicJob } from "../domain/favours/board.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { doneJob, type DoneJob, type JobEntry, type PublicBoard } from "../views/public-view.ts";
import { getServices } from "../services.ts";
import { freshness, type Live } from "./live.ts";

const NEWEST_FIRST: BoardQuery = { order: "newest", page: 1 };

/** One page of the board under these filters. */
export async function boardPage(query: BoardQuery): Promise<Live<PublicBoard>> {
  const { entry, error } = await getLiveEntry("boards", { query });
  if (error || !entry) return { status: "down" };
  const { now } = await getServices();
  return {
    status: "ok",
    value: entry.data,
    cacheHint: freshness(["jobs"], now(), openUntil(entry.data.jobs)),
  };
}

/** One favour as everybody may see it. */
export async function jobById(id: string): Promise<Live<JobEntry>> {
  const { entry, error } = await getLiveEntry("jobs", { id });
  if (error || !entry) return { status: "down" };
  const { now } = await getServices();
  const ends = entry.data.status === "public" ? openUntil([entry.data.job]) : [];
  return { status: "ok", value: entry.data, cacheHint: freshness([`job:${id}`], now(), ends) };
}

/** The newest open favours, at most a page of the board. */
export async function newestJobs(limit: number): Promise<Live<readonly PublicJob[]>> {
  const board = await boardPage(NEWEST_FIRST);
  return board.status === "ok" ? { ...board, value: board.value.jobs.slice(0, limit) } : board;
}

/** Open favours of the same kind; where there are too few, the newest of any kind fill up. */
export async function similarJobs(
  to: Pick<PublicJob, "id" | "category">,
  limit: number,
): Promise<Live<readonly PublicJob[]>> {
  const [alike, newest] = await Promise.all([
    boardPage({ ...NEWEST_FIRST, category: to.category }),
    boardPage(NEWEST_FIRST),
  ]);
  if (alike.status === "down" || newest.status === "down") return { status: "down" };
  const all = new Map([...alike.value.jobs, ...newest.value.jobs].map((job) => [job.id, job]));
  all.delete(to.id);
  const { now } = await getServices();
  const value = [...all.values()].slice(0, limit);
  return { status: "ok", value, cacheHint: freshness(["jobs"], now(), openUntil(value)) };
}

/** What time it is for the site: the local host can be told another than the machine's (`CLOCK_OFFSET`). */
export async function siteNow(): Promise<Millis> {
  return (await getServices()).now();
}

/** What was done, the newest end first, a page at a time. */
export async function doneJobs(
  page: number,
): Promise<Live<Omit<PublicBoard, "jobs"> & { readonly jobs: readonly DoneJob[] }>> {
  try {
    const { store, now } = await getServices();
    const done = await store.doneJobs(page);
    return {
      status: "ok",
      value: { ...done, jobs: done.jobs.map(doneJob) },
      cacheHint: freshness(["jobs"], now()),
    };
  } catch {
    return { status: "down" };
  }
}

/** Only an open favour changes by the clock alone. */
function openUntil(jobs: readonly PublicJob[]): Millis[] {
  return jobs.filter(({ state }) => state === "open").map(({ expiresAt }) => Date.parse(expiresAt));
}
