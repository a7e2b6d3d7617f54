import { DEAD_MAIL_TTL, SENT_MARKER_TTL } from "../domain/kernel/limits.ts";
import type { ClaimedMail } from "../domain/records/mail-event.ts";
import { HOUR, type Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, Ids, readKept, type RedisClient, TextReplies } from "./redis/client.ts";
import { guard, write } from "./instructions.ts";
import { MAILS_DEAD, MAILS_DUE } from "./keys.ts";
import { mailCountKey, mailKey, sentKey } from "./passing-keys.ts";
import { dropped, parseEntry } from "./outbox-entry.ts";
import { createMailQueues, readEntry } from "./mail-queue.ts";
import { recordText, versionStart } from "./records.ts";

export type DeadMail = ClaimedMail & { readonly deadAt: Millis; readonly error: string };

/** What the outbox needs to remember between one attempt and the next. */
export function createOutboxStorage(redis: RedisClient) {
  return {
    ...createMailQueues(redis),

    /** Ids of mails that nobody is sending and whose time has come, longest due first. */
    dueMails(now: Millis, limit: number): Promise<string[]> {
      return ask("list the mails that are due", Ids, () =>
        redis.run(["zrange", MAILS_DUE, "-inf", now, "byscore", "limit", 0, limit]),
      );
    },

    /** Takes a mail for `leaseMs`: null when it was sent, given up, is gone, or somebody else has it. Exactly one of many gets it. */
    async claimMail(id: string, now: Millis, leaseMs: Millis): Promise<ClaimedMail | null> {
      const entry = await readEntry(redis, id);
      if (entry === null || entry.deadAt !== null) return null;
      if (entry.leasedUntil > now || entry.dueAt > now) return null;
      const leasedUntil = now + leaseMs;
      const claimed = { ...entry, version: entry.version + 1, attempts: entry.attempts + 1, leasedUntil };
      const [status] = await apply(
        redis,
        "claim a mail",
        [guard.starts(mailKey(id), versionStart(entry.version))],
        [write.set(mailKey(id), recordText(claimed), null), write.zadd(MAILS_DUE, leasedUntil, id)],
      );
      if (status !== "committed") return null;
      return { ...claimed.event, attempts: claimed.attempts, firstAt: claimed.firstAt };
    },

    /** It left: its data is forgotten, and the same event is not taken in again for `SENT_MARKER_TTL`. */
    async mailSent(id: string, now: Millis): Promise<void> {
      await apply(
        redis,
        "note that a mail left",
        [],
        [
          write.set(sentKey(id), String(now), SENT_MARKER_TTL),
          write.del(mailKey(id)),
          write.zrem(MAILS_DUE, id),
          write.zrem(MAILS_DEAD, id),
        ],
      );
    },

    /** It did not leave: due again at `retryAt`, or given up (null) and listed among the dead letters for `DEAD_MAIL_TTL`. */
    async mailFailed(id: string, now: Millis, retryAt: Millis | null, error: string): Promise<void> {
      const entry = await readEntry(redis, id);
      if (entry === null) return;
      const deadAt = retryAt === null ? now : null;
      const { sender, ...anonymous } = entry.event;
      const failed = {
        ...entry,
        // A dead letter stays for longer than a visitor's hash may.
        event: deadAt === null ? { ...anonymous, sender } : anonymous,
        version: entry.version + 1,
        leasedUntil: 0,
        dueAt: retryAt ?? now,
        deadAt,
        error,
      };
      const text = recordText(failed);
      // A version that went up meanwhile means that its lease ran out and somebody else has it: theirs to say how it went.
      await apply(
        redis,
        "note that a mail did not leave",
        [guard.starts(mailKey(id), versionStart(entry.version))],
        retryAt === null
          ? [
              write.set(mailKey(id), text, DEAD_MAIL_TTL),
              write.zrem(MAILS_DUE, id),
              write.zadd(MAILS_DEAD, now, id),
            ]
          : [write.set(mailKey(id), text, null), write.zadd(MAILS_DUE, retryAt, id)],
      );
    },

    /** The dead letters, newest first. */
    async deadMails(limit: number): Promise<DeadMail[]> {
      const ids = await ask("list the dead letters", Ids, () =>
        redis.run(["zrange", MAILS_DEAD, 0, limit - 1, "rev"]),
      );
      if (ids.length === 0) return [];
      const texts = await ask("read the dead letters", TextReplies, () =>
        redis.run(["mget", ...ids.map(mailKey)]),
      );
      return texts
        .filter((text) => text !== null)
        .map((text) => readKept("read a dead letter", () => parseEntry(text)))
        .flatMap(({ event, attempts, firstAt, deadAt, error }) =>
          deadAt === null ? [] : [{ ...event, attempts, firstAt, deadAt, error: error ?? "" }],
        );
    },

    /** Forgets the dead letters whose time is over, with their addresses: at most `limit` of them a call. */
    async clearDeadMails(now: Millis, limit: number): Promise<void> {
      const ids = await ask("list the dead letters to be forgotten", Ids, () =>
        redis.run(["zrange", MAILS_DEAD, "-inf", now - DEAD_MAIL_TTL, "byscore", "limit", 0, limit]),
      );
      if (ids.length === 0) return;
      const writes = ids.flatMap((id) => [write.del(mailKey(id)), write.zrem(MAILS_DEAD, id)]);
      await apply(redis, "forget dead letters", [], writes);
    },

    /** It is not to leave any more: its data is forgotten, and it is no dead letter. */
    async dropMail(id: string): Promise<void> {
      await apply(redis, "drop a mail", [], dropped(id));
    },

    /**
     * Counts one mail to an unconfirmed mailbox (its hash) in an hour; false when `max` have been counted already, or, of those,
     * `share.max` that the same visitor caused.
     */
    async countMail(
      mailbox: string,
      hour: string | number,
      max: number,
      share?: { readonly sender: string; readonly max: number },
    ): Promise<boolean> {
      const counts = [{ key: mailCountKey(mailbox, String(hour)), max }];
      if (share) counts.push({ key: mailCountKey(mailbox, String(hour), share.sender), max: share.max });
      const [status] = await apply(
        redis,
        "count a mail",
        counts.map((count) => guard.atMost(count.key, count.max - 1, count.key)),
        counts.map((count) => write.incr(count.key, 1, 2 * HOUR)),
      );
      return status === "committed";
    },
  };
}
