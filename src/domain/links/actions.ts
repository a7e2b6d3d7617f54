import * as z from "zod/mini";
import type { Comment } from "../records/comment.ts";
import { COMMENT_TRANSITIONS } from "../comments/states.ts";
import { renewableUntil } from "../favours/changing.ts";
import { JOB_TRANSITIONS, isOpenNow } from "../favours/job-states.ts";
import { type Job, WITHDRAW_REASONS } from "../records/job.ts";
import { OFFER_TRANSITIONS } from "../favours/offer-states.ts";
import type { Offer } from "../records/offer.ts";
import { choice, text } from "../kernel/fields.ts";
import { REASON_MAX_LENGTH } from "../kernel/limits.ts";
import { type Link, type LinkAction, LINK_ACTIONS } from "../records/link.ts";
import type { Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { isAmong } from "../people/person.ts";

/** What a link leads to, as it is now. */
export type Linked =
  | { readonly kind: "job"; readonly job: Job }
  | { readonly kind: "offer"; readonly offer: Offer; readonly job: Job }
  | { readonly kind: "comment"; readonly comment: Comment };

/**
 * Whether a link still leads anywhere. One that confirms runs out after 48 hours, unless it has been used: then it goes on
 * saying that it was done. A moderator's ends when its address is no longer one of `moderators`.
 */
export function isLinkAlive(
  link: Link,
  linked: Linked | null,
  now: Millis,
  moderators: readonly string[],
): boolean {
  if (linked === null) return false;
  if (link.recipient !== undefined && !isAmong(link.recipient, moderators)) return false;
  return now <= link.expiresAt || (link.role === "confirm" && stateOf(linked) !== "unconfirmed");
}

/** What the holder of a link can do now: the buttons of its page, in the order of the link's own actions. */
export function actionsOf(link: Link, linked: Linked, now: Millis): readonly LinkAction[] {
  if (now > link.expiresAt) return [];
  return link.actions.filter((action) => isPossible(action, link, linked, now));
}

function isPossible(action: LinkAction, { role }: Link, linked: Linked, now: Millis): boolean {
  switch (linked.kind) {
    case "job":
      if (role === "moderator") return moderatorCan(action, linked.job);
      return role === "confirm" ? isUnconfirmed(action, linked) : posterCan(action, linked.job, now);
    case "offer":
      return role === "confirm" ? isUnconfirmed(action, linked) : helperCan(action, linked, now);
    case "comment": {
      const by = role === "moderator" ? "moderator" : "writer";
      return allows(COMMENT_TRANSITIONS, linked.comment.state, action, by);
    }
  }
}

function isUnconfirmed(action: LinkAction, linked: Linked): boolean {
  return action === "confirm" && stateOf(linked) === "unconfirmed";
}

function moderatorCan(action: LinkAction, job: Job): boolean {
  return allows(JOB_TRANSITIONS, job.state, action === "reject" ? "hide" : action, "moderator");
}

function posterCan(action: LinkAction, job: Job, now: Millis): boolean {
  if (action === "accept" || action === "decline") return isOpenNow(job, now) && job.hasOffers;
  if (action === "edit") return isOpenNow(job, now);
  if (action === "renew" && now > renewableUntil(job)) return false;
  return allows(JOB_TRANSITIONS, job.state, action, "poster");
}

function helperCan(action: LinkAction, { offer, job }: { offer: Offer; job: Job }, now: Millis): boolean {
  const isAgreed = job.assignedOffer === offer.id;
  if (action === "deliver" || action === "dropOut") {
    return isAgreed && allows(JOB_TRANSITIONS, job.state, action, "helper");
  }
  if (action === "erase") return !(isAgreed && job.state === "assigned");
  const needsOpenJob = action === "edit" || action === "reconfirm";
  if (needsOpenJob && !isOpenNow(job, now)) return false;
  return allows(OFFER_TRANSITIONS, offer.state, action, "helper");
}

function stateOf(linked: Linked): string {
  switch (linked.kind) {
    case "job":
      return linked.job.state;
    case "offer":
      return linked.offer.state;
    case "comment":
      return linked.comment.state;
  }
}

/** The button that was pressed on the page behind a link. */
export const ACTION_FORM = z.object({ action: choice(LINK_ACTIONS, "actionMissing", "actionUnknown") });

/** Why a poster withdraws a favour. */
export const WITHDRAW_FORM = z.object({
  reason: choice(WITHDRAW_REASONS, "reasonMissing", "reasonUnknown"),
});

/** The reason of `dropOut`, `dispute` and `reject`, in the person's own words. */
export const REASON_FORM = z.object({
  reason: text({
    min: 1,
    max: REASON_MAX_LENGTH,
    missing: "reasonMissing",
    tooShort: "reasonMissing",
    tooLong: "reasonTooLong",
  }),
});
