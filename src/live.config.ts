import { BOARD_PAGE_SIZE } from "./domain/kernel/limits.ts";
import { defineLiveCollection } from "astro:content";
import type { LiveLoader } from "astro/loaders";
import type { BoardQuery, JobWithOffers } from "./domain/favours/board.ts";
import { visibility } from "./domain/favours/job-states.ts";
import type { ThreadQuery } from "./domain/comments/thread.ts";
import type { Millis } from "./domain/kernel/time.ts";
import { getServices, type Services } from "./services.ts";
import { publicThanks } from "./views/thanks.ts";
import { publicJob, type JobEntry, type PublicBoard, type PublicThread } from "./views/public-view.ts";

async function jobEntry(
  found: JobWithOffers | null,
  now: Millis,
  store: Services["store"],
): Promise<JobEntry> {
  if (found === null) return { status: "notPublic" };
  const { job } = found;
  const status = visibility(job);
  if (status !== "public") return { status };
  const [standing = null] = job.standing ? await store.standings([job.poster.address]) : [];
  return { status, job: publicJob(found, now), thanks: publicThanks(job), standing };
}

const jobs: LiveLoader<JobEntry, { id: string }> = {
  name: "jobs",
  async loadEntry({ filter }) {
    const { store, now } = await getServices();
    const found = await store.jobWithOffers(filter.id);
    return {
      id: filter.id,
      data: await jobEntry(found, now(), store),
      cacheHint: { tags: [`job:${filter.id}`] },
    };
  },
  loadCollection() {
    return Promise.resolve({
      error: new Error("Favours are listed by the boards collection, a page at a time."),
    });
  },
};

const boards: LiveLoader<PublicBoard & Record<string, unknown>, { query: BoardQuery }> = {
  name: "boards",
  async loadEntry({ filter: { query } }) {
    const { store, now } = await getServices();
    const time = now();
    const board = await store.board(query, time);
    return {
      id: JSON.stringify(query),
      data: { ...board, jobs: board.jobs.map((found) => publicJob(found, time)) },
      cacheHint: { tags: ["jobs"] },
    };
  },
  loadCollection() {
    return Promise.resolve({
      error: new Error(`A board is asked for by its filters, ${BOARD_PAGE_SIZE} favours a page.`),
    });
  },
};

const threads: LiveLoader<PublicThread & Record<string, unknown>, { article: string; query: ThreadQuery }> = {
  name: "threads",
  async loadEntry({ filter: { article, query } }) {
    const { publicComment } = await import("./views/public-comment.ts");
    const { store } = await getServices();
    const thread = await store.thread(article, query);
    return {
      id: article,
      data: {
        ...thread,
        branches: thread.branches.map(({ root, replies, hiddenReplies }) => ({
          root: publicComment(root),
          replies: replies.map(publicComment),
          hiddenReplies,
        })),
      },
      cacheHint: { tags: [`thread:${article}`] },
    };
  },
  loadCollection() {
    return Promise.resolve({ error: new Error("A thread is asked for by its article.") });
  },
};

export const collections = {
  jobs: defineLiveCollection({ loader: jobs }),
  boards: defineLiveCollection({ loader: boards }),
  threads: defineLiveCollection({ loader: threads }),
};
