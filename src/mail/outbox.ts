import type { ClaimedMail, MailEvent } from "../domain/records/mail-event.ts";
import { MINUTE, type Millis } from "../domain/kernel/time.ts";
import { type Suppression, suppressionsOf } from "../domain/people/suppression.ts";
import type { Mailer, SendResult } from "./senders/mailer.ts";
import type { RenderedMail } from "./render.ts";
import { type DigestStore, withNewJobs } from "./digests.ts";
import { type NoticeStore, withAnswers } from "./notices.ts";
import { type LostStore, withLostLinks } from "./lost-links.ts";
import { type DataStore, opensData } from "./my-data.ts";
import { retryTime } from "./retry.ts";
import { lastMoment, takesTurn, type TurnStore } from "./turns.ts";

/** For so long nobody else takes a mail that is being sent: well beyond the mail service's time to answer. */
const LEASE: Millis = MINUTE;
/** Mails on their way at once: the mail service takes a few each second. */
const AT_ONCE = 3;
/** After so many failures in a row the mail service is taken to be down: the rest stays due for the next round. */
const FAILURES_IN_A_ROW = 5;

/** What the outbox has to remember, as far as sending needs it. Methods may throw when the store is down. */
export interface OutboxStore extends TurnStore, LostStore, DataStore, DigestStore, NoticeStore {
  dueMails(now: Millis, limit: number): Promise<string[]>;
  claimMail(id: string, now: Millis, leaseMs: Millis): Promise<ClaimedMail | null>;
  mailSent(id: string, now: Millis): Promise<void>;
  suppressed(
    hashes: Readonly<Record<Suppression["why"], string>>,
    now: Millis,
  ): Promise<Suppression["why"] | null>;
}

export interface OutboxParts {
  readonly store: OutboxStore;
  readonly mailer: Mailer;
  /** Makes the mail of an event; `at` is when it came into the outbox. */
  readonly render: (event: MailEvent, at: Millis) => RenderedMail | Promise<RenderedMail>;
  readonly now: () => Millis;
  /** Mails an hour to an unconfirmed mailbox; null: no limit. */
  readonly mailsPerHour: number | null;
  /** Keyed hash of an address, to count by. */
  readonly addressKey: (email: string) => string;
  /** Told of what went wrong, without addresses or text. */
  readonly report?: (problem: string) => void;
}

export interface Outbox {
  /** Sends these events now; what fails stays in the outbox for the scheduled retry. Never throws. */
  deliver(ids: readonly string[]): Promise<void>;
  /** Sends what is due; the number of mails that left. `failed` is told of each that did not. Never throws. */
  deliverDue(limit: number, failed?: () => void): Promise<number>;
}

type Outcome = "sent" | "failed" | "left alone";

/**
 * Sends what commits put into the outbox: each mail by one sender at a time, marked once it left, tried again for
 * 72 hours if it didn't. Satisfies `Outbox` of the handlers' ports. Nothing here throws: a mail that can't be sent now stays
 * where it is.
 */
export function createOutbox(parts: OutboxParts): Outbox {
  const { store, now, report = console.error } = parts;

  async function deliverOne(id: string): Promise<Outcome> {
    try {
      return await attempt(parts, id);
    } catch (cause) {
      // The lease runs out by itself and the mail is due again; the idempotency key keeps it from arriving twice.
      report(`Mail ${id} is left for later: ${kindOf(cause)}`);
      return "failed";
    }
  }

  async function deliverAll(ids: readonly string[], failed?: () => void): Promise<number> {
    const waiting = [...ids];
    let sent = 0;
    let failures = 0;
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const outcome = await deliverOne(id);
        if (outcome === "sent") sent += 1;
        if (outcome === "failed") failed?.();
        if (outcome !== "left alone") failures = outcome === "sent" ? 0 : failures + 1;
        if (failures >= FAILURES_IN_A_ROW) return;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return sent;
  }

  return {
    async deliver(ids) {
      await deliverAll(ids);
    },

    async deliverDue(limit, failed) {
      try {
        return await deliverAll(await store.dueMails(now(), limit), failed);
      } catch (cause) {
        failed?.();
        report(`The outbox can't be read: ${kindOf(cause)}`);
        return 0;
      }
    },
  };
}

async function attempt(parts: OutboxParts, id: string): Promise<Outcome> {
  const { store, now, report = console.error } = parts;
  const event = await store.claimMail(id, now(), LEASE);
  if (event === null) return "left alone";
  const suppressed = await suppressionOf(parts, event.to);
  if (suppressed !== null) {
    // No failure of ours, and no attempt: it takes nobody's turn and is never tried again.
    await store.mailFailed(id, now(), null, `not sent: the mailbox ${suppressed} before`);
    return "left alone";
  }
  if (!(await takesTurn(parts, event))) return "left alone";
  const filled = await filledIn(store, event, now());
  if (filled === null) {
    await store.dropMail(id);
    return "left alone";
  }

  const result = await send(parts, filled);
  if (result.ok) {
    await store.mailSent(id, now());
    return "sent";
  }
  // What was put in for later has its 72 hours from then on.
  const since = Math.max(event.firstAt, event.dueAt ?? 0);
  const retryAt = result.retry ? retryTime(event.attempts, since, now()) : null;
  if (retryAt !== null && retryAt >= lastMoment(event)) {
    await store.dropMail(id);
    return "failed";
  }
  report(
    `Mail ${id} did not leave${retryAt === null ? " and is given up" : ""}: attempt ${String(event.attempts)}`,
  );
  await store.mailFailed(id, now(), retryAt, result.error);
  return result.retry ? "failed" : "left alone";
}

/** What is looked up only when a letter leaves; null: there is nothing to tell, and none does. */
async function filledIn(store: OutboxStore, event: ClaimedMail, now: Millis): Promise<ClaimedMail | null> {
  if (event.name === "lostLinks") return withLostLinks(store, event, now);
  if (event.name === "myData") return (await opensData(store, event, now)) ? event : null;
  if (event.name === "digest") return withNewJobs(store, event, now);
  if (event.name === "answers") return withAnswers(store, event);
  return event;
}

function suppressionOf(
  { store, addressKey, now }: OutboxParts,
  to: string,
): Promise<Suppression["why"] | null> {
  return store.suppressed(suppressionsOf(to, addressKey), now());
}

/** A letter that can't be written is a mistake of ours: it is tried again, since a later version may mend it. */
async function send({ mailer, render }: OutboxParts, event: ClaimedMail): Promise<SendResult> {
  try {
    return await mailer.send({ ...(await render(event, event.firstAt)), id: event.id, to: event.to });
  } catch (cause) {
    return { ok: false, retry: true, error: describe(cause) };
  }
}

/** What may be logged of a failure: its message may quote an address or a text. */
function kindOf(cause: unknown): string {
  return cause instanceof Error ? cause.name : typeof cause;
}

function describe(cause: unknown): string {
  return cause instanceof Error ? cause.message : "unknown failure";
}
