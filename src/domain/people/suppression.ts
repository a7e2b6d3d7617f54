import * as z from "zod/mini";
import { BOUNCED_DAYS, COMPLAINED_DAYS } from "../kernel/limits.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { mailboxOf } from "./mailbox.ts";

/** Why nothing is sent to somebody for a while. */
export interface Suppression {
  readonly why: "bounced" | "complained";
  readonly until: Millis;
}

/** What the mail service tells: from now on nothing is sent to `email` for a while, or again. */
export type MailNews = { readonly email: string } & (
  ({ readonly type: "silence" } & Suppression) | { readonly type: "lift" }
);

/** What we look at of Resend's events; the rest of them may change as it likes. Made when it is asked for: every function that sends letters loads this file. */
const eventSchema = () =>
  z.object({
    type: z.string(),
    created_at: z.string(),
    data: z.object({
      to: z.optional(z.array(z.string())),
      email: z.optional(z.string()),
      bounce: z.optional(z.object({ type: z.string() })),
    }),
  });

/**
 * By what a suppression is known. A mailbox that complained is left alone with every tag. What bounced is the address as it was
 * written: a server without `+tag` refuses `ana+x@`, and so anybody could silence `ana@` by typing that into a form.
 */
export function suppressedName(why: Suppression["why"], email: string): string {
  return why === "complained" ? mailboxOf(email) : email.trim().toLowerCase();
}

/** Under which keyed hashes a suppression of an address would be. */
export function suppressionsOf(
  email: string,
  hashOf: (name: string) => string,
): Readonly<Record<Suppression["why"], string>> {
  const hash = (why: Suppression["why"]): string => hashOf(suppressedName(why, email));
  return { bounced: hash("bounced"), complained: hash("complained") };
}

/**
 * What an event of the mail service (signed, checked before) says about an address; null: nothing that matters here. A soft bounce (a
 * full mailbox) doesn't count. Our letters have one receiver each: of several nobody knows who refused, and the letter isn't ours.
 */
export function mailNewsOf(event: unknown, now: Millis): MailNews | null {
  const read = z.safeParse(eventSchema(), event);
  if (!read.success) return null;
  const { type, created_at: createdAt, data } = read.data;
  // The owner took it off the service's list by hand, which is how they say that letters may leave again.
  if (type === "suppression.removed" && data.email !== undefined) return { type: "lift", email: data.email };
  const why = reasonOf(type, data.bounce?.type);
  const [email, ...others] = data.to ?? [];
  if (why === null || email === undefined || others.length > 0) return null;
  const at = Date.parse(createdAt);
  // Told again it ends at the same moment; a clock that is ahead of ours lengthens nothing.
  const since = Number.isNaN(at) ? now : Math.min(at, now);
  const days = why === "complained" ? COMPLAINED_DAYS : BOUNCED_DAYS;
  return { type: "silence", why, email, until: since + days * DAY };
}

/** `email.suppressed`: the service did not even try, since it has the address on a list of its own. */
function reasonOf(type: string, bounce: string | undefined): Suppression["why"] | null {
  if (type === "email.complained") return "complained";
  if (type === "email.suppressed") return "bounced";
  return type === "email.bounced" && bounce?.toLowerCase() === "permanent" ? "bounced" : null;
}
