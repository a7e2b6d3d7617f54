import type { LinkRef } from "../domain/records/mails/parts.ts";
import type { Millis } from "../domain/kernel/time.ts";

/** What a letter needs beyond the event's own data. */
export interface MailContext {
  /** Where every link begins, without a slash at the end. */
  readonly siteUrl: string;
  /** Address of the page behind a magic link; the token is made here and stored nowhere. */
  tokenUrl(link: LinkRef): string;
  /** Where a mail program posts, without showing anything, to end a subscription (RFC 8058); a browser is led to its page. */
  oneClickUrl(link: LinkRef): string;
  /** Who writes, and the public address for questions. */
  readonly owner: { readonly name: string; readonly email: string };
  /** When the event came into the outbox: the same for every attempt, so that each renders the same mail. */
  readonly at: Millis;
}
