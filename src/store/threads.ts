import { THREAD_PAGE_SIZE } from "../domain/kernel/limits.ts";
import * as z from "zod/mini";
import type { Comment } from "../domain/records/comment.ts";
import { type ThreadPage, type ThreadQuery } from "../domain/comments/thread.ts";
import { ask, Ids, type RedisClient, runScript, Size, TextReply, TextReplies } from "./redis/client.ts";
import {
  approvedKey,
  commentsCounter,
  counterKey,
  headsKey,
  recordKey,
  repliesKey,
  rootsKey,
} from "./keys.ts";
import { firstOnPage } from "./board.ts";
import { parseListed } from "./records.ts";
import { THREAD_SCRIPT } from "./redis/scripts.ts";

type Branch = ThreadPage["branches"][number];

const ThreadAnswer = z.tuple([z.string(), Size, Ids, Ids]);

export function createThreads(redis: RedisClient) {
  return {
    /**
     * One page of a thread, in two round trips however long it is.
     *
     * A comment that was public and no longer is comes back as a **tombstone** (its state is not `approved`; text and writer are blank) as
     * long as an approved comment of this page hangs below it; otherwise it is left out, and the page is one root shorter.
     */
    thread(article: string, query: ThreadQuery): Promise<ThreadPage> {
      return query.branch === undefined
        ? pageOfRoots(redis, article, query)
        : wholeBranch(redis, article, query.branch);
    },

    /** Approved comments at any depth, newest first, of one article or of all (null), in two round trips. */
    async newestComments(article: string | null, limit: number): Promise<Comment[]> {
      const ids = await ask("list the newest comments", Ids, () =>
        redis.run(["zrange", approvedKey(article), 0, limit - 1, "rev"]),
      );
      const comments = await commentsById(redis, ids);
      return ids.flatMap((id) => {
        const comment = comments.get(id);
        // Between the two questions it may have stopped being public.
        return comment?.state === "approved" ? [comment] : [];
      });
    },

    /** Approved comments of each article, in the order asked for; one round trip. */
    async commentCounts(articles: readonly string[]): Promise<number[]> {
      if (articles.length === 0) return [];
      const texts = await ask("count comments", TextReplies, () =>
        redis.run(["mget", ...articles.map((article) => counterKey(commentsCounter(article)))]),
      );
      return texts.map((text) => Number(text ?? 0));
    },
  };
}

async function pageOfRoots(redis: RedisClient, article: string, query: ThreadQuery): Promise<ThreadPage> {
  const keys = [rootsKey(article), headsKey(article), counterKey(commentsCounter(article))];
  const order = query.order === "newest" ? "desc" : "asc";
  const offset = firstOnPage(query.page, THREAD_PAGE_SIZE);
  const [total, roots, ids, heads] = await ask("read a page of a thread", ThreadAnswer, () =>
    runScript(redis, THREAD_SCRIPT, keys, [order, String(offset), String(THREAD_PAGE_SIZE)]),
  );
  const groups = ids.map((root, place) => {
    const [replies = "0", ...shown] = (heads[place] ?? "").split(" ");
    return { root, shown, hidden: Number(replies) - shown.length };
  });
  const comments = await commentsById(
    redis,
    groups.flatMap(({ root, shown }) => [root, ...shown]),
  );
  return {
    branches: groups.flatMap(({ root, shown, hidden }) => branchOf(comments, root, shown, hidden)),
    total: Number(total),
    page: query.page,
    pages: Math.max(1, Math.ceil(roots / THREAD_PAGE_SIZE)),
  };
}

async function wholeBranch(redis: RedisClient, article: string, root: string): Promise<ThreadPage> {
  const [total, replies] = await ask("read a branch", z.tuple([TextReply, Ids]), () =>
    redis.runAll([
      ["get", counterKey(commentsCounter(article))],
      ["zrange", repliesKey(root), 0, -1],
    ]),
  );
  const comments = await commentsById(redis, [root, ...replies]);
  const asRoot = comments.get(root);
  const here = asRoot?.article === article && asRoot.root === null && asRoot.publishedAt !== null;
  return {
    branches: here ? branchOf(comments, root, replies, 0) : [],
    total: Number(total ?? 0),
    page: 1,
    pages: 1,
  };
}

async function commentsById(redis: RedisClient, ids: readonly string[]): Promise<Map<string, Comment>> {
  if (ids.length === 0) return new Map();
  const texts = await ask("read comments", TextReplies, () =>
    redis.run(["mget", ...ids.map((id) => recordKey("comment", id))]),
  );
  return new Map(
    ids.flatMap((id, place) => {
      const comment = parseListed("comment", id, texts[place] ?? null);
      return comment === null ? [] : [[id, comment]];
    }),
  );
}

/** One branch, or none when nothing of it is public. */
function branchOf(
  comments: ReadonlyMap<string, Comment>,
  rootId: string,
  replyIds: readonly string[],
  hiddenReplies: number,
): Branch[] {
  const root = comments.get(rootId);
  if (root === undefined) return [];
  const found = replyIds.map((id) => comments.get(id)).filter((reply) => reply !== undefined);
  const needed = new Set<string>();
  for (const reply of found) {
    let above: Comment | undefined = reply.state === "approved" ? reply : undefined;
    while (above !== undefined && !needed.has(above.id)) {
      needed.add(above.id);
      above = above.parent === null ? undefined : comments.get(above.parent);
    }
  }
  if (root.state !== "approved" && needed.size === 0) return [];
  const replies = found.filter(({ id }) => needed.has(id)).map(withoutWords);
  return [{ root: withoutWords(root), replies, hiddenReplies: Math.max(0, hiddenReplies) }];
}

/** Whoever shows a tombstone by mistake as a comment shows nothing. */
function withoutWords(comment: Comment): Comment {
  if (comment.state === "approved") return comment;
  const writer = { name: "", email: "", phone: null, address: "" };
  return { ...comment, text: "", writer, role: null, signals: [], reason: null };
}
