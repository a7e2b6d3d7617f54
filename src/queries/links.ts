import { type Side } from "../domain/records/asked-question.ts";
import type { Person } from "../domain/people/person.ts";
import type { Job } from "../domain/records/job.ts";
import type { JoinedReward } from "../domain/records/joined-reward.ts";
import { type Link, type LinkAction, THING_KINDS, type ThingKind } from "../domain/records/link.ts";
import { shownJoined } from "../domain/favours/joined-states.ts";
import { isForPoster } from "../domain/favours/offer-states.ts";
import type { Standing } from "../domain/favours/standing.ts";
import { isDeclineUntold } from "../domain/favours/undoing.ts";
import { actionsOf, isLinkAlive } from "../domain/links/actions.ts";
import type { Linked } from "../domain/links/linked.ts";
import { writerOf } from "../domain/links/thing.ts";
import { mailboxOf } from "../domain/people/mailbox.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { getServices, type Services } from "../services.ts";
import { type DeskItem, deskItems } from "./desk-items.ts";
import { lookAtData, type OwnView } from "./own-data.ts";
import { questionsFor } from "../views/questions.ts";
import { maskedOffer } from "../views/public-view.ts";
import { type LedTo, readLedTo } from "./linked.ts";

/** How to reach somebody: shown to the other side of an agreement and to nobody else. */
export type Contact = Pick<Person, "name" | "email" | "phone">;

/** What stands behind a magic link, for whoever holds it. Never cached, never logged. */
export interface LinkView {
  readonly token: string;
  readonly link: Link;
  readonly linked: LedTo;
  /** What can be done now: the buttons of the page. */
  readonly actions: readonly LinkAction[];
  /**
   * Every offer that has reached them, for who posted the favour; empty for anybody else. Contact details in it are masked until it is accepted.
   */
  readonly offers: readonly Offer[];
  /** What is told of those helpers who want it to be, by offer. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** What others joined with, for the helper who was accepted: how to reach them. Empty for anybody else. */
  readonly joined: readonly JoinedReward[];
  /** The other side, once an offer is accepted and as long as the agreement stands. */
  readonly contact: Contact | null;
  /** For a moderator, what a report is about, as it is now; null: it is gone, or the link is about something else. */
  readonly reported: DeskItem | null;
  readonly now: Millis;
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
  if (link.object.kind === "data") {
    const own = await lookAtData(token, link, services);
    return own === null ? { status: "gone" } : { status: "own", own };
  }
  const linked = await readLedTo(link, store, time);
  if (linked === null || !isLinkAlive(link, linked, time, config.moderators)) return { status: "gone" };
  const heard = linked.kind === "comment" && isOwners(link) ? noticeIdOf(linked.comment, signer) : null;
  const [{ offers: all }, mailbox, notice] = await Promise.all([
    linked.kind === "job" && link.role === "poster" ? store.offersOf(linked.job.id, time) : { offers: [] },
    isThing(linked) && isOwners(link)
      ? store.read("address", signer.addressId(mailboxOf(writerOf(linked).email)))
      : null,
    heard === null ? null : store.read("notice", heard),
  ]);
  const known: Linked = isThing(linked)
    ? { ...linked, mailbox, ...(heard !== null && { heard: { id: heard, before: notice } }) }
    : linked;
  const own = known.kind === "offer" ? ({ ...known, offer: ofSide(known.offer, "helper") } as const) : known;
  const offers = all.filter(isForPoster);
  const standings = await standingsOf(offers, store);
  const contact = contactFor(link, linked, offers);
  const reported =
    linked.kind === "report" && link.role === "moderator"
      ? await reportedItem(linked.report.id, services)
      : null;
  const isKnown = ({ id }: Offer): boolean =>
    contact !== null && linked.kind === "job" && id === linked.job.assignedOffer;
  return {
    status: "ok",
    view: {
      token,
      link,
      linked: beforeItIsTold(own, link, time),
      actions: actionsOf(link, known, time),
      offers: offers.map((offer) => ofSide(isKnown(offer) ? offer : maskedOffer(offer), "poster")),
      standings,
      joined: linked.kind === "offer" && contact !== null ? shownJoined(linked.job) : [],
      contact,
      reported,
      now: time,
    },
  };
}

const THINGS: ReadonlySet<string> = new Set<ThingKind>(THING_KINDS);

async function reportedItem(id: string, services: Services): Promise<DeskItem | null> {
  const { store, now } = services;
  const [item = null] = await deskItems(services, await store.thingsWaiting([`report ${id}`], now()));
  return item;
}

function isThing(linked: Linked): linked is Linked<ThingKind> {
  return THINGS.has(linked.kind);
}

/** Under which id it is kept what the writer of a comment is told of answers. */
function noticeIdOf({ writer, root, id }: Comment, signer: Services["signer"]): string {
  return signer.noticeId(writer.address, root ?? id);
}

/** Whether its holder manages something of theirs, whose block they could appeal against. */
function isOwners({ role }: Link): boolean {
  return role !== "confirm" && role !== "moderator";
}

async function standingsOf(
  offers: readonly Offer[],
  store: Services["store"],
): Promise<Map<string, Standing>> {
  const told = offers.filter(({ standing }) => standing);
  const standings = await store.standings(told.map(({ helper }) => helper.address));
  return new Map(
    told.flatMap(({ id }, at) => {
      const standing = standings[at];
      return standing ? [[id, standing] as const] : [];
    }),
  );
}

/** What was asked, as this side of the offer may read it. */
function ofSide(offer: Offer, side: Side): Offer {
  return { ...offer, questions: questionsFor(offer, side) };
}

/** That an offer was declined is not told to its helper while it can be undone: their page says what it said before. */
function beforeItIsTold(linked: LedTo, { role }: Link, now: Millis): LedTo {
  if (role !== "helper" || linked.kind !== "offer") return linked;
  return isDeclineUntold(linked.offer, now)
    ? { ...linked, offer: { ...linked.offer, state: "sent", closedAt: null } }
    : linked;
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
