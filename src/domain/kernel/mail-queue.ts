import type { Millis } from "./time.ts";

/** Mails that take turns, as the outbox remembers them. */
export interface MailQueue {
  /** Goes up with every change; 0: there is nothing yet. */
  readonly version: number;
  readonly waiting: readonly WaitingMail[];
  /** What was let go lately, oldest first. */
  readonly left: readonly LeftMail[];
}

export interface WaitingMail {
  readonly id: string;
  /** When it came into the outbox. */
  readonly at: Millis;
  /** Goes before the others. */
  readonly first: boolean;
}

export interface LeftMail {
  readonly id: string;
  readonly name: string;
  /** When it came into the outbox. */
  readonly at: Millis;
  readonly leftAt: Millis;
}

/** What becomes of a queue and of the mails in it. */
export interface QueueMove extends Pick<MailQueue, "waiting" | "left"> {
  /** The mail that asked, which the caller has claimed, waits: nobody takes it before. */
  readonly hold?: { readonly id: string; readonly until: Millis; readonly why: string };
  /** These are not to leave any more. */
  readonly drop: readonly string[];
  /** How long the queue is remembered, in milliseconds. */
  readonly ttl: Millis;
}
