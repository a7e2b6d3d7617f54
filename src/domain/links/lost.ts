import { isAliveJoined } from "../favours/joined-states.ts";
import { LIVE_OFFER_STATES } from "../favours/offer-states.ts";
import { LOST_LINKS_WAIT_HOURS } from "../kernel/limits.ts";
import { HOUR, type Millis } from "../kernel/time.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { type Change, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job, JobState } from "../records/job.ts";
import type { Link, ThingKind } from "../records/link.ts";
import { mailId } from "../records/mail-event.ts";
import type { LostThing } from "../records/mails/to-anybody.ts";
import { manageLink, manageRef } from "../records/new-links.ts";
import type { Offer, OfferState } from "../records/offer.ts";
import type { Linked } from "./linked.ts";
import { idOf, writerOf } from "./thing.ts";

/** Something that somebody manages by a link. */
export type Thing = Linked<ThingKind | "digest">;

/** States in which a link still leads to something to be done or waited for. Nothing unconfirmed: it has proven no address. */
const ALIVE_JOBS: readonly JobState[] = ["open", "held", "assigned", "delivered", "expired", "hidden"];
const ALIVE_OFFERS: readonly OfferState[] = [...LIVE_OFFER_STATES, "held"];
/** What was not published can be appealed against. */
const ALIVE_COMMENTS: readonly CommentState[] = ["held", "approved", "rejected", "spam"];

export function isAliveJob({ state }: Job): boolean {
  return ALIVE_JOBS.includes(state);
}

export function isAliveOffer({ state }: Offer): boolean {
  return ALIVE_OFFERS.includes(state);
}

export function isAliveComment({ state }: Comment): boolean {
  return ALIVE_COMMENTS.includes(state);
}

/**
 * Somebody asks for their lost links. What is decided is the same for every address: whether there is anything is looked up when the
 * letter leaves, behind the answer. Never fails.
 */
export function askForLinks(
  { email, address }: { readonly email: string; readonly address: string },
  { newId, now }: Context,
): Decided<"asked"> {
  return decided("", "asked", {
    changes: [],
    mails: [
      {
        id: mailId("lostLinks", { id: newId(), version: 1 }),
        name: "lostLinks",
        to: email,
        data: { address, things: [] },
        goodUntil: now + LOST_LINKS_WAIT_HOURS * HOUR,
        first: true,
      },
    ],
  });
}

/** What the letter says of each, and the links that have died and are made anew. */
export function lostLinks(
  things: readonly { readonly thing: Thing; readonly link: Link | null }[],
  address: string,
  now: Millis,
): { readonly told: readonly LostThing[]; readonly renewed: readonly Change[] } {
  const found = things.filter(({ thing }) => isOwnAndAlive(thing, address));
  return {
    told: found.map(({ thing }) => toldOf(thing)),
    renewed: found
      .filter(({ link }) => link === null)
      .map(({ thing }) => manageLink(objectOf(thing), now).change),
  };
}

function isOwnAndAlive(thing: Thing, address: string): boolean {
  const own = thing.kind === "digest" ? thing.digest.address : writerOf(thing).address;
  if (own !== address) return false;
  switch (thing.kind) {
    case "job":
      return isAliveJob(thing.job);
    case "offer":
      return isAliveOffer(thing.offer);
    case "reward":
      return isAliveJoined(thing.reward);
    case "comment":
      return isAliveComment(thing.comment);
    case "digest":
      return thing.digest.state === "on";
  }
}

/** As links name it. */
export function objectOf(thing: Thing): Link["object"] & { readonly kind: Thing["kind"] } {
  return thing.kind === "offer" || thing.kind === "reward"
    ? { kind: thing.kind, id: idOf(thing), jobId: thing.job.id }
    : { kind: thing.kind, id: idOf(thing) };
}

function toldOf(thing: Thing): LostThing {
  const link = manageRef(idOf(thing));
  if (thing.kind === "digest") return { kind: "digest", link, filter: thing.digest.filter };
  if (thing.kind === "comment") return { kind: "comment", link, createdAt: thing.comment.createdAt };
  const { id, title } = thing.job;
  return { kind: thing.kind, link, job: { id, title } };
}
