import type { Person } from "../domain/people/person.ts";
import type { Job } from "../domain/records/job.ts";
import type { JoinedReward } from "../domain/records/joined-reward.ts";
import type { Link, LinkAction, LinkKind, ThingKind } from "../domain/records/link.ts";
import { shownJoined } from "../domain/favours/joined-states.ts";
import { undoableUntil } from "../domain/favours/undoing.ts";
import { actionsOf, isLinkAlive } from "../domain/links/actions.ts";
import type { Linked } from "../domain/links/row.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import type { Thing } from "../domain/links/lost.ts";
import type { Address } from "../domain/records/address.ts";
import type { ContactMessage } from "../domain/records/contact-message.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import { type Suppression, suppressionsOf } from "../domain/people/suppression.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import type { Report } from "../domain/records/report.ts";
import type { MyData } from "../domain/records/my-data.ts";
import { linkPage } from "../urls.ts";
import { getServices, type Services } from "../services.ts";
import { maskedOffer } from "../views/public-view.ts";

/** How to reach somebody: shown to the other side of an agreement and to nobody else. */
export type Contact = Pick<Person, "name" | "email" | "phone">;

/** What a link leads to that has a page about that thing. */
type LedTo = Linked<Exclude<LinkKind, "data">>;

/** What stands behind a magic link, for whoever holds it. Never cached, never logged. */
export interface LinkView {
  readonly token: string;
  readonly link: Link;
  readonly linked: LedTo;
  /** What can be done now: the buttons of the page. */
  readonly actions: readonly LinkAction[];
  /**
   * Every confirmed offer, for who posted the favour; empty for anybody else. Contact details in it are masked until it is accepted.
   */
  readonly offers: readonly Offer[];
  /** What others joined with, for the helper who was accepted: how to reach them. Empty for anybody else. */
  readonly joined: readonly JoinedReward[];
  /** The other side, once an offer is accepted and as long as the agreement stands. */
  readonly contact: Contact | null;
  readonly now: Millis;
}

/** Everything of an address, for whoever holds the link to it. */
export interface OwnView {
  readonly token: string;
  readonly link: Link;
  readonly data: MyData;
  /** What can be done now. */
  readonly actions: readonly LinkAction[];
  readonly things: readonly OwnThing[];
  readonly messages: readonly ContactMessage[];
  readonly reports: readonly Report[];
  readonly decisions: readonly LogEntry[];
  /** Until when everything of its mailbox is held; null: it is not. */
  readonly blockedUntil: Millis | null;
  /** Why no letter leaves for it; null: they do. */
  readonly silenced: Suppression["why"] | null;
  /** How many letters to it wait. */
  readonly letters: number;
  readonly address: Address | null;
  readonly more: boolean;
  readonly now: Millis;
}
export interface OwnThing {
  readonly thing: Thing;
  /** The page behind its own link; null where it has none. */
  readonly href: string | null;
}

/** `gone`: unknown, expired, forged or about something that is no longer there; which of them is nobody's business. */
export type LinkAnswer =
  | { readonly status: "ok"; readonly view: LinkView }
  | { readonly status: "own"; readonly own: OwnView }
  | { readonly status: "gone" | "down" };

/** Looks behind a magic link. Changes nothing: programs open links of mails, too. */
export async function behindLink(token: string): Promise<LinkAnswer> {
  try {
    const services = await getServices();
    return await look(token, services);
  } catch {
    return { status: "down" };
  }
}

async function look(token: string, services: Services): Promise<LinkAnswer> {
  const { store, signer, config, now } = services;
  const id = signer.idOf(token);
  const link = id === null ? null : await store.read("link", id);
  if (link === null || !signer.isValid(token, link)) return { status: "gone" };
  const time = now();
  if (link.object.kind === "data") return lookAtData(token, link, services);
  const linked: LedTo | null =
    link.object.kind === "session" ? { kind: "session", link } : await readLinked(link, store, time);
  if (linked === null || !isLinkAlive(link, linked, time, config.moderators)) return { status: "gone" };
  const offers =
    linked.kind === "job" && link.role === "poster" ? (await store.offersOf(linked.job.id, time)).offers : [];
  const contact = contactFor(link, linked, offers);
  const isKnown = ({ id }: Offer): boolean =>
    contact !== null && linked.kind === "job" && id === linked.job.assignedOffer;
  return {
    status: "ok",
    view: {
      token,
      link,
      linked: beforeItIsTold(linked, link, time),
      actions: actionsOf(link, linked, time),
      offers: offers.map((offer) => (isKnown(offer) ? offer : maskedOffer(offer))),
      joined: linked.kind === "offer" && contact !== null ? shownJoined(linked.job) : [],
      contact,
      now: time,
    },
  };
}

async function lookAtData(
  token: string,
  link: Link,
  { store, signer, config, now }: Services,
): Promise<LinkAnswer> {
  const time = now();
  const data = await store.read("myData", link.object.id);
  const linked = data && ({ kind: "data", data } as const);
  if (linked === null || !isLinkAlive(link, linked, time, config.moderators)) return { status: "gone" };
  const { email, address: hash } = linked.data;
  const [all, letters, address, mailbox, silenced] = await Promise.all([
    store.allOf(hash, time),
    store.lettersTo((to) => signer.addressId(to) === hash),
    store.read("address", hash),
    store.read("address", signer.addressId(mailboxOf(email))),
    store.suppressed(
      suppressionsOf(email, (name) => signer.addressId(name)),
      time,
    ),
  ]);
  const blockedUntil = mailbox?.blockedUntil ?? null;
  return {
    status: "own",
    own: {
      ...all,
      token,
      link,
      data: linked.data,
      actions: actionsOf(link, linked, time),
      things: all.things.map((found) => ({
        thing: found.thing,
        href: found.link && linkPage(signer.token(found.link)),
      })),
      blockedUntil: blockedUntil !== null && time <= blockedUntil ? blockedUntil : null,
      silenced,
      letters: letters.filter(({ name }) => name !== "myData").length,
      address,
      now: time,
    },
  };
}

/** That an offer was declined is not told to its helper while it can be undone: their page says what it said before. */
function beforeItIsTold(linked: LedTo, { role }: Link, now: Millis): LedTo {
  if (role !== "helper" || linked.kind !== "offer") return linked;
  const isUntold = now < (undoableUntil(linked.offer) ?? 0);
  return isUntold ? { ...linked, offer: { ...linked.offer, state: "sent", closedAt: null } } : linked;
}

export async function readLinked(
  link: Pick<Link, "object">,
  store: Services["store"],
  now: Millis,
): Promise<Linked<ThingKind> | null> {
  const { object } = link;
  if (object.kind === "comment") {
    const comment = await store.read("comment", object.id);
    return comment && { kind: "comment", comment };
  }
  if (object.kind === "job") {
    const job = await store.read("job", object.id);
    return job && { kind: "job", job };
  }
  if (object.jobId === undefined) return null;
  if (object.kind === "reward") {
    const [own, job] = await Promise.all([store.read("reward", object.id), store.read("job", object.jobId)]);
    const reward = job?.joined.find(({ id }) => id === object.id) ?? own;
    return reward && job && { kind: "reward", reward, job };
  }
  const [offer, job] = await Promise.all([
    store.readOffer(object.jobId, object.id, now),
    store.read("job", object.jobId),
  ]);
  return offer && job && { kind: "offer", offer, job };
}

function contactFor(link: Link, linked: Linked, offers: readonly Offer[]): Contact | null {
  if (linked.kind === "job" && link.role === "poster" && isAgreed(linked.job)) {
    const accepted = offers.find(({ id }) => id === linked.job.assignedOffer);
    return accepted ? contactOf(accepted.helper) : null;
  }
  const isAcceptedHelper =
    linked.kind === "offer" &&
    link.role === "helper" &&
    isAgreed(linked.job) &&
    linked.job.assignedOffer === linked.offer.id;
  return isAcceptedHelper ? contactOf(linked.job.poster) : null;
}

function isAgreed({ state }: Job): boolean {
  return state === "assigned" || state === "delivered" || state === "done";
}

function contactOf({ name, email, phone }: Person): Contact {
  return { name, email, phone };
}
