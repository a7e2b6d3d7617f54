import type { MailEvent } from "../../../src/domain/records/mail-event.ts";
import type { MailQueue } from "../../../src/domain/kernel/mail-queue.ts";
import type { Millis } from "../../../src/domain/kernel/time.ts";
import type { OutboxStore } from "../../../src/mail/outbox.ts";

interface Entry {
  readonly event: MailEvent;
  readonly firstAt: Millis;
  attempts: number;
  dueAt: Millis;
  dead: string | null;
}

/** The rules of the real store's outbox on a Map, to watch the logic of sending; the store's own tests prove the real one. */
export function createMapStore() {
  const entries = new Map<string, Entry>();
  const sent: string[] = [];
  const counts = new Map<string, number>();
  const queues = new Map<string, MailQueue>();
  const suppressed = new Map<string, "bounced" | "complained">();
  const store: OutboxStore = {
    suppressed: ({ bounced, complained }) =>
      Promise.resolve(
        suppressed.get(complained) === "complained"
          ? "complained"
          : suppressed.get(bounced) === "bounced"
            ? "bounced"
            : null,
      ),
    dropMail(id) {
      entries.delete(id);
      return Promise.resolve();
    },
    mailQueue: (name) => Promise.resolve(queues.get(name) ?? { version: 0, waiting: [], left: [] }),
    moveQueue(name, seen, { waiting, left, hold, drop }) {
      queues.set(name, { version: seen.version + 1, waiting, left });
      const entry = hold && entries.get(hold.id);
      if (hold && entry) entry.dueAt = hold.until;
      for (const id of drop) entries.delete(id);
      return Promise.resolve(true);
    },
    dueMails: (now, limit) =>
      Promise.resolve(
        [...entries.values()]
          .filter((entry) => entry.dead === null && entry.dueAt <= now)
          .slice(0, limit)
          .map((entry) => entry.event.id),
      ),
    claimMail(id, now, leaseMs) {
      const entry = entries.get(id);
      if (!entry || entry.dead !== null || entry.dueAt > now) return Promise.resolve(null);
      entry.attempts += 1;
      entry.dueAt = now + leaseMs;
      return Promise.resolve({ ...entry.event, attempts: entry.attempts, firstAt: entry.firstAt });
    },
    mailSent(id) {
      sent.push(id);
      entries.delete(id);
      return Promise.resolve();
    },
    mailFailed(id, now, retryAt, error) {
      const entry = entries.get(id);
      if (entry) {
        entry.dueAt = retryAt ?? now;
        entry.dead = retryAt === null ? error : null;
      }
      return Promise.resolve();
    },
    countMail(address, hour, max) {
      const key = `${address}/${String(hour)}`;
      const count = (counts.get(key) ?? 0) + 1;
      if (count > max) return Promise.resolve(false);
      counts.set(key, count);
      return Promise.resolve(true);
    },
    thingsOf: () => Promise.resolve([]),
    allOf: () =>
      Promise.resolve({ things: [], deeds: [], notices: [], messages: [], reports: [], decisions: [] }),
    read: () => Promise.resolve(null),
    noticeWithAnswers: () => Promise.resolve({ notice: null, answers: [] }),
    digestWithJobs: () => Promise.resolve({ digest: null, jobs: [] }),
    commit: () => Promise.resolve({ status: "committed" }),
  };
  return {
    store,
    sent,
    /** By hash. */
    suppressed,
    add(event: MailEvent, now: Millis): void {
      entries.set(event.id, { event, firstAt: now, attempts: 0, dueAt: now, dead: null });
    },
    dueAt: (id: string) => entries.get(id)?.dueAt,
    deadLetter: (id: string) => entries.get(id)?.dead ?? null,
  };
}
