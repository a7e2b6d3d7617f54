import * as z from "zod/mini";
import type { Millis } from "../domain/kernel/time.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { Notice } from "../domain/records/notice.ts";
import { apply } from "./commit.ts";
import { ANSWERS_SEEN, NOTICES_DUE, watchersKey } from "./digest-keys.ts";
import { write } from "./instructions.ts";
import { approvedKey, repliesKey } from "./keys.ts";
import { createReads } from "./reads.ts";
import { ask, Ids, type RedisClient, TextReply } from "./redis/client.ts";

export function createNotices(redis: RedisClient) {
  const { readMany } = createReads(redis);
  const isThere = <T>(record: T | null): record is T => record !== null;
  const list = (doing: string, command: Parameters<RedisClient["run"]>[0]): Promise<string[]> =>
    ask(doing, Ids, () => redis.run(command));

  return {
    /** Up to when answers were looked at; null: never. */
    async answersSeen(): Promise<Millis | null> {
      const text = await ask("ask which answers were seen", TextReply, () =>
        redis.run(["get", ANSWERS_SEEN]),
      );
      return text === null ? null : z.parse(z.number(), Number(text));
    },

    async sawAnswers(until: Millis): Promise<void> {
      await apply(redis, "note which answers were seen", [], [write.set(ANSWERS_SEEN, String(until), null)]);
    },

    /** Comments that were published after `from` and up to `to`, oldest first. */
    async publishedBetween(from: Millis, to: Millis, limit: number): Promise<Comment[]> {
      const ids = await list("list new comments", [
        "zrange",
        approvedKey(null),
        `(${String(from)}`,
        to,
        "byscore",
        "limit",
        0,
        limit,
      ]);
      return (await readMany("comment", ids)).filter(isThere);
    },

    /** Comments of a conversation (its first comment's id) that ask to be told of answers. */
    async watchersIn(root: string): Promise<Comment[]> {
      const ids = await list("list who hears of answers", ["zrange", watchersKey(root), 0, -1]);
      return (await readMany("comment", ids)).filter(isThere);
    },

    /** Answers in a conversation that were published after `from` and up to `to`, oldest first. */
    async answersBetween(root: string, from: Millis, to: Millis): Promise<Comment[]> {
      const ids = await list("list answers", ["zrange", repliesKey(root), `(${String(from)}`, to, "byscore"]);
      return (await readMany("comment", ids)).filter(isThere);
    },

    /** A notice (null: it is not there any more) and those of these comments that still are, in the order asked for. */
    async noticeWithAnswers(
      id: string,
      commentIds: readonly string[],
    ): Promise<{ readonly notice: Notice | null; readonly answers: readonly Comment[] }> {
      const [[notice = null], answers] = await Promise.all([
        readMany("notice", [id]),
        readMany("comment", commentIds),
      ]);
      return { notice, answers: answers.filter(isThere) };
    },

    /** Notices whose letter is due, longest due first. */
    async noticesDue(now: Millis, limit: number): Promise<Notice[]> {
      const ids = await list("list notices that are due", [
        "zrange",
        NOTICES_DUE,
        "-inf",
        now,
        "byscore",
        "limit",
        0,
        limit,
      ]);
      return (await readMany("notice", ids)).filter(isThere);
    },
  };
}
