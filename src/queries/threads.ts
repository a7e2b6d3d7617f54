import { getLiveEntry } from "astro:content";
import { isPublicComment } from "../domain/comments/states.ts";
import { EDIT_WINDOW_MINUTES } from "../domain/kernel/limits.ts";
import type { ThreadQuery } from "../domain/comments/thread.ts";
import { MINUTE, type Millis } from "../domain/kernel/time.ts";
import { publicComment } from "../views/public-comment.ts";
import type { PublicComment, PublicThread } from "../views/public-view.ts";
import { getServices } from "../services.ts";
import { freshness, type Live } from "./live.ts";

/** One page of the conversation under an article, approved comments only. */
export async function threadPage(article: string, query: ThreadQuery): Promise<Live<PublicThread>> {
  const { entry, error } = await getLiveEntry("threads", { article, query });
  if (error || !entry) return { status: "down" };
  const { now } = await getServices();
  return { status: "ok", value: entry.data, cacheHint: freshness([`thread:${article}`], now()) };
}

/** A comment that can be answered: public, and under this article. Null when it isn't, or when the store is down. */
export async function answerableComment(article: string, id: string): Promise<PublicComment | null> {
  try {
    const { store } = await getServices();
    const comment = await store.read("comment", id);
    return comment?.article === article && isPublicComment(comment) ? publicComment(comment) : null;
  } catch {
    return null;
  }
}

/**
 * The first page of a thread as it is baked into a static page: without what its author may still change from the same browser.
 * Null where nothing can be baked: outside of a build, or with the store out of reach, which the build then says aloud.
 */
export async function bakedThread(article: string): Promise<PublicThread | null> {
  if (!import.meta.env.PROD) return null;
  const thread = await threadPage(article, { order: "oldest", page: 1 });
  if (thread.status === "down") {
    console.error(`The store did not answer: the page of «${article}» is built without its comments.`);
    return null;
  }
  const { now } = await getServices();
  return settledBy(thread.value, now() - EDIT_WINDOW_MINUTES * MINUTE);
}

function settledBy(thread: PublicThread, time: Millis): PublicThread {
  const isSettled = ({ createdAt }: PublicComment): boolean => Date.parse(createdAt) <= time;
  const all = thread.branches.flatMap(({ root, replies }) => [root, ...replies]);
  const young = all.filter((comment) => !comment.removed && !isSettled(comment));
  return {
    ...thread,
    total: thread.total - young.length,
    branches: thread.branches
      .filter(({ root }) => isSettled(root))
      .map((branch) => ({ ...branch, replies: branch.replies.filter(isSettled) })),
  };
}
