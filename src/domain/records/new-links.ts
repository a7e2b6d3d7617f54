import type { Trust } from "./address.ts";
import type { Change } from "./decision.ts";
import { SUBSCRIPTION_LINK_MIN_DAYS } from "../kernel/digest-limits.ts";
import type { NewId } from "../kernel/shapes.ts";
import {
  CONFIRM_LINK_TTL_HOURS,
  MANAGE_LINK_TTL_DAYS,
  MODERATION_LINK_TTL_DAYS,
  RECEIPT_TTL_MINUTES,
} from "../kernel/limits.ts";
import { MY_DATA_LINK_TTL_HOURS } from "../kernel/own-data-limits.ts";
import { ROLE_ACTIONS, type Link, type LinkAction, type LinkKind, type LinkRole } from "./link.ts";
import type { LinkRef } from "./mails/parts.ts";
import type { Receipt } from "./receipt.ts";
import { DAY, HOUR, MINUTE, type Millis } from "../kernel/time.ts";

type LinkObject = Link["object"];

/** What has a page of its own for who left it. */
const MANAGE_ROLES = {
  job: "poster",
  offer: "helper",
  reward: "joiner",
  comment: "commenter",
  digest: "subscriber",
  notice: "subscriber",
} as const;

/** The actions that a new link gets: all that its role has for such a thing. */
function actionsFor(role: LinkRole, kind: LinkKind): LinkAction[] {
  const kinds: Partial<Record<LinkKind, readonly LinkAction[]>> = ROLE_ACTIONS[role];
  return [...(kinds[kind] ?? [])];
}

export interface NewLink {
  readonly change: Change;
  readonly ref: LinkRef;
  /** When it stops working. */
  readonly expiresAt: Millis;
}

/**
 * The link that confirms something. It confirms for 48 hours; its record stays as long as a manage link, so that opening
 * the mail again still says that it was done.
 */
export function confirmLink(object: LinkObject, newId: NewId, now: Millis): NewLink {
  const link: Link = {
    id: newId(),
    version: 1,
    role: "confirm",
    object,
    actions: actionsFor("confirm", object.kind),
    expiresAt: now + CONFIRM_LINK_TTL_HOURS * HOUR,
  };
  return newLink(link, now + MANAGE_LINK_TTL_DAYS * DAY);
}

/**
 * The link with which somebody manages what is theirs. It has the id of the thing itself, so that every later mail can
 * name it; the id is no secret, since a token is made with the site's key.
 */
export function manageLink(
  object: LinkObject & { readonly kind: keyof typeof MANAGE_ROLES },
  now: Millis,
): NewLink {
  const expiresAt = now + MANAGE_LINK_TTL_DAYS * DAY;
  const role = MANAGE_ROLES[object.kind];
  const actions = actionsFor(role, object.kind);
  const { id, version } = manageRef(object.id);
  return newLink({ id, version, role, object, actions, expiresAt }, expiresAt);
}

/** What a new link says of whose it is, so that what is kept of them is read along with what it leads to. */
export function ownerOf(trust: Trust | undefined): Pick<LinkObject, "address" | "mailbox"> {
  return trust === undefined ? {} : { address: trust.address, mailbox: trust.mailbox };
}

/** What a letter says to who is blocked. */
export function toldBlock(trust: Trust | undefined): { readonly blockedUntil?: Millis } {
  return trust === undefined || trust.blockedUntil === null ? {} : { blockedUntil: trust.blockedUntil };
}

/** Names the manage link of a favour, an offer, a joined reward or a comment; of an alert the one that is asked for anew. */
export function manageRef(objectId: string): LinkRef {
  return { id: objectId, version: 1 };
}

/**
 * The link in every letter of a subscription, to end it. Each letter's works for `SUBSCRIPTION_LINK_MIN_DAYS` at the least: one that has
 * longer than that to live is used again.
 * @param present the one of the last letter, if there was any
 */
export function subscriptionLink(
  object: LinkObject,
  newId: NewId,
  now: Millis,
  present: (LinkRef & { readonly expiresAt: Millis }) | null = null,
): Omit<NewLink, "change"> & { readonly changes: readonly Change[] } {
  if (present !== null && present.expiresAt - now > SUBSCRIPTION_LINK_MIN_DAYS * DAY) {
    const { expiresAt, ...ref } = present;
    return { ref, expiresAt, changes: [] };
  }
  const expiresAt = now + MANAGE_LINK_TTL_DAYS * DAY;
  const actions = actionsFor("subscriber", object.kind);
  const link: Link = { id: newId(), version: 1, role: "subscriber", object, actions, expiresAt };
  const { change, ref } = newLink(link, expiresAt);
  return { ref, expiresAt, changes: [change] };
}

/** The link in the mail to one moderator, who alone may use it. */
export function moderatorLink(
  object: LinkObject,
  recipient: string,
  newId: NewId,
  now: Millis,
  expiresAt: Millis = now + MODERATION_LINK_TTL_DAYS * DAY,
): NewLink {
  const actions = actionsFor("moderator", object.kind);
  const link: Link = { id: newId(), version: 1, role: "moderator", object, actions, expiresAt, recipient };
  return newLink(link, expiresAt);
}

/** The link to everything of an address, made under the id that its letter names. */
export function dataLink(id: string, address: string, now: Millis): NewLink {
  const expiresAt = now + MY_DATA_LINK_TTL_HOURS * HOUR;
  const object = { kind: "data", id, address } as const;
  return newLink(
    { id, version: 1, role: "owner", object, actions: actionsFor("owner", "data"), expiresAt },
    expiresAt,
  );
}

function newLink(link: Link, forgetAt: Millis): NewLink {
  const { id, version, expiresAt } = link;
  return { change: { kind: "link", before: null, after: link, forgetAt }, ref: { id, version }, expiresAt };
}

/** The receipt for something that this link confirms. */
export function newReceipt(
  object: LinkObject,
  link: NewLink,
  newId: NewId,
  now: Millis,
): { readonly id: string; readonly change: Change } {
  const expiresAt = now + RECEIPT_TTL_MINUTES * MINUTE;
  const receipt: Receipt = { id: newId(), version: 1, object, link: link.ref, expiresAt };
  return {
    id: receipt.id,
    change: { kind: "receipt", before: null, after: receipt, forgetAt: expiresAt },
  };
}
