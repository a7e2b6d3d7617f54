import * as z from "zod/mini";
import type { MailQueue, QueueMove } from "../domain/kernel/mail-queue.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, readKept, type RedisClient, TextReply, TextReplies } from "./redis/client.ts";
import { guard, write, type WriteStep } from "./instructions.ts";
import { MAILS_DUE } from "./keys.ts";
import { mailKey, mailQueueKey } from "./passing-keys.ts";
import { dropped, type OutboxEntry, parseEntry } from "./outbox-entry.ts";
import { recordText, versionStart } from "./records.ts";

const Kept: z.ZodMiniType<MailQueue> = z.object({
  version: z.int(),
  waiting: z.array(z.object({ id: z.string(), at: z.int(), first: z.boolean() })),
  left: z.array(z.object({ id: z.string(), name: z.string(), at: z.int(), leftAt: z.int() })),
});

const NEW_QUEUE: MailQueue = { version: 0, waiting: [], left: [] };

/** @throws StoreDown */
export async function readEntry(redis: RedisClient, id: string): Promise<OutboxEntry | null> {
  const text = await ask("read a mail of the outbox", TextReply, () => redis.run(["get", mailKey(id)]));
  return text === null ? null : readKept("read a mail of the outbox", () => parseEntry(text));
}

export function createMailQueues(redis: RedisClient) {
  return {
    /**
     * What waits and what left of mails that take turns, with only those waiting that still are: whatever left, was dropped or was
     * given up is not written down here.
     */
    async mailQueue(name: string): Promise<MailQueue> {
      const doing = "read a queue of mails";
      const text = await ask(doing, TextReply, () => redis.run(["get", mailQueueKey(name)]));
      if (text === null) return NEW_QUEUE;
      const queue = readKept(doing, () => z.parse(Kept, JSON.parse(text)));
      if (queue.waiting.length === 0) return queue;
      const keys = queue.waiting.map(({ id }) => mailKey(id));
      const entries = await ask(doing, TextReplies, () => redis.run(["mget", ...keys]));
      const waits = (entry: string | null | undefined): boolean =>
        typeof entry === "string" && readKept(doing, () => parseEntry(entry)).deadAt === null;
      return { ...queue, waiting: queue.waiting.filter((_, place) => waits(entries[place])) };
    },

    /** Changes a queue and the mails in it at once; false when it changed since it was read: decide again. */
    async moveQueue(
      name: string,
      seen: MailQueue,
      { waiting, left, hold, drop, ttl }: QueueMove,
      now: Millis,
    ): Promise<boolean> {
      const key = mailQueueKey(name);
      const entry = hold === undefined ? null : await readEntry(redis, hold.id);
      // Dropped meanwhile, or its lease ran out and somebody else has it: theirs to say what becomes of it.
      if (hold !== undefined && (entry === null || entry.leasedUntil <= now)) return true;
      const queue: MailQueue = { version: seen.version + 1, waiting, left };
      const [status] = await apply(
        redis,
        "let mails take turns",
        [
          seen.version === 0 ? guard.absent(key) : guard.starts(key, versionStart(seen.version)),
          ...(hold && entry ? [guard.starts(mailKey(hold.id), versionStart(entry.version))] : []),
        ],
        [
          write.set(key, recordText(queue), ttl),
          ...(hold && entry ? held(entry, hold.until, hold.why) : []),
          ...drop.flatMap(dropped),
        ],
      );
      return status === "committed";
    },
  };
}

/** Waiting for a turn is no attempt to send it. */
function held(entry: OutboxEntry, until: Millis, why: string): WriteStep[] {
  const waiting = {
    ...entry,
    version: entry.version + 1,
    attempts: entry.attempts - 1,
    leasedUntil: 0,
    dueAt: until,
    error: why,
  };
  const { id } = entry.event;
  return [write.set(mailKey(id), recordText(waiting), null), write.zadd(MAILS_DUE, until, id)];
}
