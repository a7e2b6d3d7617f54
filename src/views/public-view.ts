import { commentIn, favourPath } from "../urls.ts";
import type { JobWithOffers, PublicJob } from "../domain/favours/board.ts";
import type { Standing } from "../domain/favours/standing.ts";
import type { Side } from "../domain/records/asked-question.ts";
import type { Comment } from "../domain/records/comment.ts";
import type { Job } from "../domain/records/job.ts";
import type { Offer } from "../domain/records/offer.ts";
import type { Reward } from "../domain/records/reward.ts";
import { shownJoined } from "../domain/favours/joined-states.ts";
import { JOB_WORDS } from "../domain/favours/job-form.ts";
import { OFFER_WORDS } from "../domain/favours/offer-form.ts";
import { REWARD_FORM, rewardFields, rewardOf } from "../domain/favours/reward-form.ts";
import { fieldsOf } from "../domain/kernel/form.ts";
import { ADDRESS_FORM, type Person } from "../domain/people/person.ts";
import type { Millis } from "../domain/kernel/time.ts";
import { maskContactData } from "../language/contact-data.ts";
import type { SafeHtml } from "../markdown/safe-html.ts";
import { slugify } from "../language/slug.ts";

/** A comment as everybody may see it: the JSON of `/api/comments`. */
export interface PublicComment {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  readonly role: Comment["role"];
  /** Made by `text/` from the small Markdown; safe to show. */
  readonly html: SafeHtml;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly example: boolean;
  /** A tombstone: it was public and no longer is, but answers hang from it. Its name and its HTML are empty. */
  readonly removed: boolean;
  readonly url: string;
}

/** One page of the board. */
export interface PublicBoard {
  readonly jobs: readonly PublicJob[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** A favour that was done, as a line of a list. */
export interface DoneJob extends Pick<PublicJob, "id" | "title" | "url"> {
  /** ISO 8601, UTC. */
  readonly closedAt: string;
}

/** A thank-you as everybody may read it. */
export interface PublicThanks {
  readonly id: string;
  readonly by: Side;
  readonly name: string;
  readonly text: string;
}

/** A root comment with what is shown below it. */
export interface PublicBranch {
  readonly root: PublicComment;
  readonly replies: readonly PublicComment[];
  /** How many more replies the branch's own page shows. */
  readonly hiddenReplies: number;
}

export interface PublicThread {
  readonly branches: readonly PublicBranch[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

/** A favour that is not for everybody (yet) is not found; an erased one was there, and a page must say so. */
export type JobEntry =
  | {
      readonly status: "public";
      readonly job: PublicJob;
      readonly thanks: readonly PublicThanks[];
      /** What is told of its poster; null: they don't want it to be, or there is too little. */
      readonly standing: Standing | null;
    }
  | { readonly status: "notPublic" | "erased" };

/** Absolute path of a favour's page; `/favores/<id>-<slug>/` splits at the first hyphen. */
export function jobPath(job: { readonly id: string; readonly title: string }): string {
  return favourPath(job.id, slugify(maskContactData(job.title)));
}

/**
 * Absolute path of a comment. With `root` (null: it is one itself) it leads to the branch, which always shows it however long
 * its thread grows; without, to the first page of the thread.
 */
export function commentPath(comment: {
  readonly id: string;
  readonly article: string;
  readonly root?: string | null;
}): string {
  const { id, article, root } = comment;
  return commentIn(article, id, root === undefined ? undefined : (root ?? id));
}

/**
 * A favour as everybody may see it. Every public path (page, JSON, feed) goes through here: private fields stay behind and
 * contact details typed into public text are masked.
 */
export function publicJob({ job, offers }: JobWithOffers, now: Millis): PublicJob {
  const name = publicName(job.poster);
  return {
    id: job.id,
    ...fieldsOf(JOB_WORDS, job, maskContactData),
    // Expiry is what the clock says, whether or not the sweeper has been by.
    state: job.state === "open" && now > job.expiresAt ? "expired" : job.state,
    rewards: [
      { ...publicReward(job.reward), name },
      ...shownJoined(job).map(({ reward, joiner }) => ({
        ...publicReward(reward),
        name: publicName(joiner),
      })),
    ],
    offers,
    name,
    createdAt: new Date(job.createdAt).toISOString(),
    expiresAt: new Date(job.expiresAt).toISOString(),
    example: job.example,
    url: jobPath(job),
  };
}

/** A favour that was done; what is public of its title. */
export function doneJob(job: Job): DoneJob {
  const { id, title } = { id: job.id, ...fieldsOf(JOB_WORDS, job, maskContactData) };
  return { id, title, url: jobPath(job), closedAt: new Date(job.closedAt ?? job.createdAt).toISOString() };
}

/**
 * An offer as who posted the favour may see it before accepting it: with the message, name and reward that were typed, contact
 * details masked. The accepted one is shown as it is.
 */
export function maskedOffer(offer: Offer): Offer {
  return {
    ...offer,
    ...fieldsOf(OFFER_WORDS, offer, maskContactData),
    reward: offer.reward && publicReward(offer.reward),
    helper: { ...offer.helper, name: publicName(offer.helper) },
  };
}

/** A reward as everybody may see it, and a helper before the agreement. */
export function publicReward(reward: Reward): Reward {
  return rewardOf(fieldsOf(REWARD_FORM, rewardFields(reward), maskContactData));
}

/** A name as everybody may see it. */
export function publicName(person: Pick<Person, "name" | "email">): string {
  return fieldsOf(ADDRESS_FORM, person, maskContactData).name;
}
