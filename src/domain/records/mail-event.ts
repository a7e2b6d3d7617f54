import type * as z from "zod/mini";
import type { Millis } from "../kernel/time.ts";
import { TO_ANYBODY } from "./mails/to-anybody.ts";
import { TO_POSTER } from "./mails/to-poster.ts";
import { TO_HELPER } from "./mails/to-helper.ts";
import { TO_EITHER_SIDE } from "./mails/to-either-side.ts";
import { TO_JOINER } from "./mails/to-joiner.ts";
import { TO_COMMENTER } from "./mails/to-commenter.ts";
import { TO_SUBSCRIBER } from "./mails/to-subscriber.ts";
import { TO_MODERATOR } from "./mails/to-moderator.ts";
import { TO_OWNER } from "./mails/to-owner.ts";

/**
 * Every mail that can leave, by name and by who gets it, with exactly the data its text needs. What is committed is this, never a body: the
 * message and its links are made when it is sent. Each is a function, so that its schema is made when such a mail is read.
 */
export const MAIL_DATA = {
  ...TO_ANYBODY,
  ...TO_POSTER,
  ...TO_HELPER,
  ...TO_EITHER_SIDE,
  ...TO_JOINER,
  ...TO_COMMENTER,
  ...TO_SUBSCRIBER,
  ...TO_MODERATOR,
  ...TO_OWNER,
} as const;

export type MailName = keyof typeof MAIL_DATA;

/** Mails that anybody can have sent to anybody's address by typing it into a form. */
export const TO_UNCONFIRMED: ReadonlySet<MailName> = new Set<MailName>([
  "confirmJob",
  "confirmOffer",
  "confirmReward",
  "confirmComment",
  "confirmReport",
  "confirmDigest",
  "contactReceipt",
  "lostLinks",
  "myData",
]);

/** When and how a mail leaves. Mails that were stored before these fields existed have none of them. */
export interface MailTerms {
  /** It does not leave before. Absent: it may leave at once. */
  readonly dueAt?: Millis | undefined;
  /** When its link dies: what could not leave before is dropped, with its data. Absent: what can't leave becomes a dead letter. */
  readonly goodUntil?: Millis | undefined;
  /**
   * Mails of one group are told together: the newest takes the place of the one that waits, each name leaves once in
   * `GROUPED_MAILS_EVERY_MINUTES`, and the group `GROUPED_MAILS_A_DAY` times a day. All go to the same person.
   */
  readonly group?: string | undefined;
  /** Of a group, but never waits: it happens once, and makes what waits out of date. */
  readonly urgent?: true | undefined;
  /** Goes before others that wait for the same mailbox, because somebody asked for it again. */
  readonly first?: true | undefined;
  /** Hash of the visitor who typed the address of an unconfirmed mail; means nothing after 48 h. */
  readonly sender?: string | undefined;
}

/**
 * One mail to send. `id` is `<name>/<object id>/<version>` (with `/<n>` behind it for several receivers): the outbox key
 * and the mail service's idempotency key, so that the same event never sends twice.
 */
export type MailEvent = {
  [N in MailName]: MailTerms & {
    readonly id: string;
    readonly name: N;
    readonly to: string;
    readonly data: z.infer<ReturnType<(typeof MAIL_DATA)[N]>>;
  };
}[MailName];

/** The id of a mail about one version of one thing; `n` tells several receivers apart. */
export function mailId(name: string, about: { id: string; version: number }, n?: number): string {
  const id = `${name}/${about.id}/${String(about.version)}`;
  return n === undefined ? id : `${id}/${String(n)}`;
}

/** An event with how sending it went so far. */
export type ClaimedMail = MailEvent & {
  /** How often it was set out to be sent, this time included: 1 the first time. */
  readonly attempts: number;
  /** When it came into the outbox. */
  readonly firstAt: Millis;
};
