import { BLOCK_DAYS, TRUST_DAYS } from "../kernel/limits.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import type { Address, Trust } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import { type Change, type Decided, decided } from "../records/decision.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import type { Desk } from "./desk.ts";

/** Whether a moderator trusts this address now. */
export function isTrusted(address: Address | null, now: Millis): boolean {
  return now <= (address?.trustedUntil ?? 0);
}

/** Whether everything of this mailbox is held now. */
export function isBlocked(mailbox: Address | null, now: Millis): boolean {
  return now <= (mailbox?.blockedUntil ?? 0);
}

/** What counts now of what is kept of an address and of its mailbox, both read by their keyed hashes; `rejected`: how much of it was. */
export function trustOf(
  ids: Pick<Trust, "address" | "mailbox">,
  [address, mailbox]: readonly [Address | null, Address | null],
  rejected: number,
  now: Millis,
): Trust {
  const blockedUntil = isBlocked(mailbox, now) ? (mailbox?.blockedUntil ?? null) : null;
  const reputation = { approved: address?.approvedComments ?? 0, rejected };
  return { ...ids, trusted: isTrusted(address, now), blockedUntil, reputation };
}

/**
 * For `TRUST_DAYS` nothing of the address is held for being its first, nor for a signal that isn't fraud. A block of its
 * mailbox ends. Never fails.
 */
export function trustAddress(
  thing: string,
  { writer, mailbox }: Desk,
  { now }: { readonly now: Millis },
): Decided<"trusted"> {
  const trusted = until(writer, { trustedUntil: now + TRUST_DAYS * DAY, ...ends(writer, mailbox) }, now);
  const unblocked =
    mailbox.id !== writer.id && isBlocked(mailbox.address, now)
      ? [until(mailbox, { blockedUntil: null }, now)]
      : [];
  return decided(thing, "trusted", { changes: [trusted, ...unblocked] });
}

/**
 * For `BLOCK_DAYS` everything of the mailbox is held, never dropped; agreements under way go on. A block that stands is
 * renewed. Whoever writes from it is told until when. Never fails.
 */
export function blockMailbox(
  thing: string,
  { writer, mailbox }: Desk,
  { now, email }: { readonly now: Millis; readonly email: string },
): Decided<"blocked"> {
  const blockedUntil = now + BLOCK_DAYS * DAY;
  const blocked = until(mailbox, { blockedUntil, trustedUntil: null, blockAppealedAt: null }, now);
  const distrusted =
    mailbox.id !== writer.id && isTrusted(writer.address, now)
      ? [until(writer, { trustedUntil: null }, now)]
      : [];
  const told: MailEvent = {
    id: mailId("mailboxBlocked", { id: thing, version: (mailbox.address?.version ?? 0) + 1 }),
    name: "mailboxBlocked",
    to: email,
    data: { blockedUntil },
  };
  return decided(thing, "blocked", { changes: [blocked, ...distrusted], mails: [told] });
}

/** Whether everything of this mailbox is held and nobody has appealed against that. */
export function canAppealBlock(mailbox: Address | null, now: Millis): boolean {
  return isBlocked(mailbox, now) && mailbox?.blockAppealedAt === null;
}

/** The block was appealed against: it is once for each block. */
export function blockAppealed(mailbox: Address, now: Millis): Change {
  return until({ id: mailbox.id, address: mailbox }, { blockAppealedAt: now }, now);
}

/** The block of this mailbox ends, if there is one. */
export function liftBlock({ mailbox }: Pick<Desk, "mailbox">, now: Millis): Change[] {
  return isBlocked(mailbox.address, now) ? [until(mailbox, { blockedUntil: null }, now)] : [];
}

/** Where address and mailbox are the same, one record says both. */
function ends(writer: Desk["writer"], mailbox: Desk["mailbox"]): Partial<Address> {
  return writer.id === mailbox.id ? { blockedUntil: null } : {};
}

function until({ id, address }: Desk["writer"], patch: Partial<Address>, now: Millis): Change {
  if (address === null) {
    const after = { ...newAddress(id, now), ...patch };
    return {
      kind: "address",
      before: null,
      after,
      forgetAt: patch.trustedUntil ?? patch.blockedUntil ?? now,
    };
  }
  return { kind: "address", before: address, after: { ...address, ...patch, version: address.version + 1 } };
}
