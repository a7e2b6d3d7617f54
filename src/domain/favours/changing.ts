import { toldBlock } from "../records/new-links.ts";
import type { WithdrawReason, Job, JobState } from "../records/job.ts";
import { jobChange, offerChange } from "./changes.ts";
import type { Address } from "../records/address.ts";
import { type Change, alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { addressDroppedOut, isAgreedUpon } from "./drop-outs.ts";
import { fail, err } from "../kernel/errors.ts";
import { canRenew, editedExpiry, lastExpiry, renewedExpiry, wasRenewed } from "./expiry.ts";
import { posterMail, helperMail } from "./mails.ts";
import { liveJobsGuard } from "./asking.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { lapseJoined } from "./joined-effects.ts";
import { endOffers, offersGuard, type JobOffers, withoutQuestions } from "./offer-effects.ts";
import { OFFER_TRANSITIONS } from "./offer-states.ts";
import { BLANK_JOB, type JobEdit } from "./job-form.ts";
import { NOBODY } from "../people/person.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { shouldHold } from "../suspicion/signals.ts";
import type { Millis } from "../kernel/time.ts";
import { outcomeWhenErased } from "./outcome.ts";
import { allows } from "../kernel/transitions.ts";

const ENDED_BY_POSTER = {
  action: "jobWithdrawn",
  by: "poster",
  to: "notChosen",
  why: "jobWithdrawn",
} as const;

/**
 * The poster changes what helpers read: who offered is asked to read it again. If the edit is suspicious, a moderator
 * looks first, and the helpers are told once it is public again (`approveJob`). Errors: the favour's state, `jobChanged`.
 */
export function editJob(
  input: JobOffers & Pick<Shown, "version"> & { readonly edit: JobEdit; readonly signals: readonly string[] },
  context: Context,
): Decided<JobState> {
  const { job, edit, signals } = input;
  const { name, phone, standing = job.standing, ...words } = edit;
  const text = { ...words, standing };
  const poster = { ...job.poster, name, phone };
  if (!allows(JOB_TRANSITIONS, job.state, "edit", "poster") || context.now > job.expiresAt) {
    return err(jobRefusal(job, context.now));
  }
  if (isSame({ ...text, poster }, job)) return alreadyDone(job.id, job.state);
  const another = readAnother(job, input.version, "jobChanged");
  if (another !== null) return err(another);
  // No helper has to read anything again for it.
  if (isSame({ ...text, poster, standing: job.standing }, job)) {
    const shown = jobChange(job, { standing });
    return decided(job.id, job.state, { changes: [shown.change], purge: jobTags(job) });
  }

  const held = shouldHold(signals, context.trust);
  const edited = jobChange(job, {
    ...text,
    poster,
    revision: job.revision + 1,
    state: held ? "held" : "open",
    signals: [...signals],
    expiresAt: editedExpiry(job, text.deadline),
    // Who has just written when it ends need not be told.
    ...(text.deadline !== job.deadline && { remindedAt: context.now }),
  });
  const outdated = input.offers
    .filter((offer) => allows(OFFER_TRANSITIONS, offer.state, "jobEdited", "poster"))
    .map((offer) => offerChange(offer, { state: "outdated" }));
  const news = held
    ? [posterMail("jobHeld", edited.job, toldBlock(context.trust))]
    : outdated.map(({ offer }) => helperMail("offerOutdated", offer, edited.job));
  return decided(job.id, edited.job.state, {
    guards: [offersGuard(input)],
    changes: [edited.change, ...outdated.map(({ change }) => change)],
    mails: news,
    purge: jobTags(job),
  });
}

/** What leaving a favour needs to know of who leaves: taking it back from somebody who was accepted breaks an agreement. */
interface Leaving extends JobOffers {
  /** What is remembered of the poster's address. */
  readonly address?: Address | null;
}

/** The poster takes the favour back: every helper who still hoped is told. Errors: the favour's state. */
export function withdrawJob(
  input: Leaving & { readonly reason: WithdrawReason },
  { now }: Context,
): Decided<JobState> {
  const { job, reason } = input;
  if (job.state === "withdrawn") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "withdraw", "poster")) return err(jobRefusal(job, now));
  const lapsed = lapseJoined(job, "jobWithdrawn", "poster", now);
  const withdrawn = jobChange(job, {
    joined: lapsed.joined,
    state: "withdrawn",
    closedAt: now,
    hasOffers: false,
    reason,
  });
  const ended = endOffers(input, ENDED_BY_POSTER, now);
  return decided(job.id, "withdrawn", {
    guards: [offersGuard(input)],
    changes: [withdrawn.change, ...ended.changes, ...countLeaving(input, now)],
    mails: [...lapsed.mails, ...ended.mails],
    purge: jobTags(job),
  });
}

/**
 * The poster gives a favour that expired, or is about to, another 30 days. Errors: the favour's state; `renewTooLate` more than 30 days after it
 * expired; `renewalsUsedUp` 90 days after it was published; the commit's `limit`.
 */
export function renewJob({ job }: { job: Job }, context: Context): Decided<JobState> {
  const { now } = context;
  const isOpen = job.state === "open";
  if (isOpen && !canRenew(job, now) && wasRenewed(job)) return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "renew", "poster")) return err(jobRefusal(job, now));
  if (!canRenew(job, now)) {
    if (isOpen) return err(jobRefusal(job, now));
    return err(fail(now > lastExpiry(job) ? "renewalsUsedUp" : "renewTooLate"));
  }
  const renewed = jobChange(job, {
    state: "open",
    closedAt: null,
    remindedAt: now,
    ...renewedExpiry(job, now),
  });
  return decided(job.id, "open", {
    // One that is open counts already.
    guards: isOpen ? [] : liveJobsGuard(job, context),
    changes: [renewed.change],
    purge: jobTags(job),
  });
}

/**
 * The poster has everything typed and everything private removed. What stays is a tombstone, so that its page can answer
 * that it is gone. Helpers who still hoped are told. Never fails.
 */
export function eraseJob(input: Leaving, { now }: Context): Decided<JobState> {
  const { job } = input;
  if (!allows(JOB_TRANSITIONS, job.state, "erase", "poster")) return alreadyDone(job.id, job.state);
  const ended = endOffers(input, ENDED_BY_POSTER, now);
  const lapsed = lapseJoined(job, "jobWithdrawn", "poster", now);
  return decided(job.id, "erased", {
    guards: [offersGuard(input)],
    changes: [
      jobChange(job, tombstone(job, now)).change,
      ...withoutQuestions(input.offers, ended.changes),
      ...countLeaving(input, now),
    ],
    // Whoever hoped for a hidden favour was told when it was hidden.
    mails: [...lapsed.mails, ...(job.state === "hidden" ? [] : ended.mails)],
    purge: jobTags(job),
  });
}

function countLeaving({ job, address = null }: Leaving, now: Millis): Change[] {
  return isAgreedUpon(job) ? [addressDroppedOut(job, address, now)] : [];
}

function tombstone(
  job: Job,
  now: Millis,
): Omit<Job, "id" | "version" | "revision" | "createdAt" | "example" | "cleared" | "firstOfferAfter"> {
  return {
    state: "erased",
    stateBefore: outcomeWhenErased(job),
    ...BLANK_JOB,
    joined: [],
    missingReward: null,
    poster: NOBODY,
    mailbox: null,
    standing: false,
    doneBy: null,
    thanks: [],
    publishedAt: null,
    expiresAt: now,
    hasOffers: false,
    assignedOffer: null,
    assignedAt: null,
    agreed: null,
    deliveredAt: null,
    closedAt: now,
    signals: [],
    reason: null,
    appeal: null,
  };
}

function isSame(edited: Partial<Job>, job: Job): boolean {
  return JSON.stringify({ ...job, ...edited }) === JSON.stringify(job);
}
