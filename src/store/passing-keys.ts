/** Names of what only passes through Redis: forms, visits, letters. The table of all keys stands in `keys.ts`. */

/** The answer a form got, for as long as `FormKey` says. */
export function onceKey(key: string): string {
  return `once:${key}`;
}

/** A form that came back with errors, kept 30 minutes. */
export function formKey(id: string): string {
  return `form:${id}`;
}

/** Uses in the running window of a rate limit. */
export function rateKey(name: string): string {
  return `rate:${name}`;
}

/** How many texts with this mark (its keyed hash) were sent lately. */
export function echoKey(mark: string): string {
  return `echo:${mark}`;
}

/** The day's random key for visitor HMACs, kept 48 h. */
export function visitorKeyKey(day: string): string {
  return `visitor-key:${day}`;
}

/** One mail that has not left yet, or never will (dead letter), as JSON text. */
export function mailKey(id: string): string {
  return `mail:${id}`;
}

/** Says that a mail has left; kept 30 days so that the same event never sends twice. */
export function sentKey(id: string): string {
  return `mail-sent:${id}`;
}

/** Mails that left for one unconfirmed mailbox (its hash) in one hour: all, or those that one visitor (hash) caused. */
export function mailCountKey(mailbox: string, hour: string, sender?: string): string {
  return sender === undefined ? `mail-count:${mailbox}:${hour}` : `mail-count:${mailbox}:${sender}:${hour}`;
}

/** What waits and what left of mails that take turns, as JSON text. Its name holds hashes and ids. */
export function mailQueueKey(name: string): string {
  return `mail-queue:${name}`;
}

/** Sorted set of the mailboxes (hashes) that a visitor (hash) had letters sent to in one hour. */
export function mailboxesKey(visitor: string, hour: number): string {
  return `mailboxes-of:${visitor}:${hour}`;
}
