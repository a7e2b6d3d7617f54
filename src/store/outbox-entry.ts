import * as z from "zod/mini";
import { MAIL_DATA, type MailEvent, type MailName, type MailTerms } from "../domain/records/mail-event.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { write, type WriteStep } from "./instructions.ts";
import { MAILS_DUE } from "./keys.ts";
import { mailKey, sentKey } from "./passing-keys.ts";
import { recordText } from "./records.ts";

/** A mail in the outbox: the event, never a body, and how sending it went so far. */
const OutboxEntry = z.object({
  /** Goes up with every change, so that only one of two who want it at once gets it. */
  version: z.int(),
  event: z.object({
    id: z.string(),
    name: z.string(),
    to: z.string(),
    data: z.unknown(),
    // Entries of earlier versions have none of these.
    dueAt: z.optional(z.int()),
    goodUntil: z.optional(z.int()),
    group: z.optional(z.string()),
    urgent: z.optional(z.literal(true)),
    first: z.optional(z.literal(true)),
    sender: z.optional(z.string()),
  }),
  /** How often somebody set out to send it. */
  attempts: z.int(),
  /** When it came into the outbox. */
  firstAt: z.int(),
  /** Somebody is sending it until then; 0: nobody. */
  leasedUntil: z.int(),
  /** Nobody may take it before; entries of earlier versions don't say. */
  dueAt: z._default(z.int(), 0),
  /** When it was given up; null: not given up. */
  deadAt: z.nullable(z.int()),
  /** What went wrong last. */
  error: z.nullable(z.string()),
});
export type OutboxEntry = Omit<z.infer<typeof OutboxEntry>, "event"> & { readonly event: MailEvent };

/** The version of a mail that nobody has set out to send yet. */
export const FIRST_VERSION = 1;

/** Puts an event into the outbox, due at once or when it says, unless the same event is in there or has left. */
export function enqueueMail(event: MailEvent, now: Millis): WriteStep {
  const entry: OutboxEntry = {
    version: FIRST_VERSION,
    event,
    attempts: 0,
    firstAt: now,
    leasedUntil: 0,
    dueAt: event.dueAt ?? 0,
    deadAt: null,
    error: null,
  };
  const keys = { mail: mailKey(event.id), sent: sentKey(event.id), due: MAILS_DUE };
  return write.mail(keys, Math.max(now, entry.dueAt), event.id, recordText(entry));
}

/** The steps that forget a mail. Somebody who is just sending it finds nothing to write down afterwards. */
export function dropped(id: string): WriteStep[] {
  return [write.del(mailKey(id)), write.zrem(MAILS_DUE, id)];
}

/** @throws SyntaxError, ZodError or TypeError when this is no entry of the outbox. */
export function parseEntry(text: string): OutboxEntry {
  const { event, ...entry } = z.parse(OutboxEntry, JSON.parse(text));
  if (!isMailEvent(event)) throw new TypeError("The outbox holds a mail with data of another shape");
  return { ...entry, event };
}

function isMailEvent(
  event: MailTerms & { id: string; name: string; to: string; data: unknown },
): event is MailEvent {
  return isMailName(event.name) && z.safeParse(MAIL_DATA[event.name](), event.data).success;
}

function isMailName(name: string): name is MailName {
  return Object.hasOwn(MAIL_DATA, name);
}
