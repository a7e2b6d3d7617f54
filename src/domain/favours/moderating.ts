import { mailId, type MailEvent } from "../records/mail-event.ts";
import { jobChange } from "./changes.ts";
import type { Job, JobState } from "../records/job.ts";
import { firstExpiry } from "./expiry.ts";
import { mailJob, posterMail, helperMail, offerEndedMail } from "./mails.ts";
import { isContactForgotten } from "./due.ts";
import { JOB_TRANSITIONS, LIVE_JOB_STATES, jobRefusal, jobTags, visibility } from "./job-states.ts";
import { lapseJoined } from "./joined-effects.ts";
import { manageRef } from "../records/new-links.ts";
import { endOffers, inviteAgain, offersGuard, type JobOffers } from "./offer-effects.ts";
import { assignedOffer } from "./offer-states.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { err } from "../kernel/errors.ts";
import { lostAppeal, wonAppeal } from "../records/appeal.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";

/**
 * A moderator lets a held favour through: to the board, or back to where reports took it from. Reports alone can't hold it
 * again, and what it was held for is settled. Errors: the favour's state, `jobChanged`.
 */
export function approveJob(input: JobOffers & Pick<Shown, "version">, { now }: Context): Decided<JobState> {
  const { job } = input;
  if (job.cleared && visibility(job) === "public") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "approve", "moderator")) return err(jobRefusal(job, now));
  const another = readAnother(job, input.version, "jobChanged");
  if (another !== null) return err(another);
  const state = job.stateBefore ?? "open";
  if (isBeyondReach(job, state)) return err(jobRefusal(job, now));
  const approved = jobChange(job, {
    state,
    stateBefore: null,
    cleared: true,
    signals: [],
    appeal: wonAppeal(job),
    ...(job.publishedAt === null && { publishedAt: now, expiresAt: firstExpiry(job.deadline, now) }),
  });
  const isBack = job.stateBefore === null;
  const news = isBack ? editNews(input, approved.job) : [];
  // Who stood by when an agreement failed and the favour was held.
  const invited =
    isBack && now <= approved.job.expiresAt
      ? inviteAgain({ ...input, job: approved.job }, "moderator", now)
      : { changes: [], mails: [] };
  return decided(job.id, state, {
    guards: [offersGuard(input)],
    changes: [approved.change, ...invited.changes],
    mails: [posterMail("jobApproved", approved.job), ...news, ...invited.mails],
    purge: jobTags(job),
  });
}

/** Helpers could not read a held edit; now that they can, they are asked to. */
function editNews({ offers }: JobOffers, job: Job): MailEvent[] {
  return offers
    .filter(({ state }) => state === "outdated")
    .map((offer) => helperMail("offerOutdated", offer, job));
}

/**
 * A moderator takes a favour away from everybody's sight; the poster is told why. Offers that wait are over. An accepted
 * one stays, so that the favour can go back to the state it had, but its helper is told too: they know the poster.
 * Errors: the favour's state, `jobChanged`.
 */
export function hideJob(
  input: JobOffers & Pick<Shown, "version"> & { readonly reason: string },
  { now }: Context,
): Decided<JobState> {
  const { job, offers, reason } = input;
  if (job.state === "hidden") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "hide", "moderator")) return err(jobRefusal(job, now));
  const another = readAnother(job, input.version, "jobChanged");
  if (another !== null) return err(another);
  const helper =
    job.state === "assigned" || job.state === "delivered" ? assignedOffer(job, offers) : undefined;
  // Whoever agreed with a helper keeps their word, in case the favour goes back to the state it had.
  const lapsed =
    helper === undefined
      ? lapseJoined(job, "jobHidden", "moderator", now)
      : { joined: job.joined, mails: [] };
  const hidden = jobChange(job, {
    joined: lapsed.joined,
    state: "hidden",
    stateBefore: job.state === "held" ? (job.stateBefore ?? "held") : job.state,
    hasOffers: helper !== undefined,
    // Nobody's contact data are kept for ever in case it comes back.
    closedAt: job.closedAt ?? now,
    reason,
    appeal: lostAppeal(job),
  });
  const ended = endOffers(
    input,
    { action: "jobHidden", by: "moderator", to: "notChosen", why: "jobHidden" },
    now,
  );
  const warning = helper === undefined ? [] : [offerEndedMail(helper, job, "jobHidden")];
  return decided(job.id, "hidden", {
    guards: [offersGuard(input)],
    changes: [hidden.change, ...ended.changes],
    mails: [hiddenMail(hidden.job, reason), ...warning, ...lapsed.mails, ...ended.mails],
    purge: jobTags(job),
  });
}

/** A moderator undoes a `hide`: back to the state it had. Errors: the favour's state, `jobChanged`. */
export function restoreJob(
  { job, version }: Pick<Shown, "version"> & { readonly job: Job },
  { now }: Context,
): Decided<JobState> {
  if (job.cleared && visibility(job) === "public") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "restore", "moderator")) return err(jobRefusal(job, now));
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  const state = job.stateBefore ?? "held";
  if (isBeyondReach(job, state)) return err(jobRefusal(job, now));
  const restored = jobChange(job, {
    state,
    stateBefore: null,
    reason: null,
    cleared: state !== "held",
    closedAt: LIVE_JOB_STATES.includes(state) ? null : job.closedAt,
  });
  const isBack = visibility(restored.job) === "public";
  return decided(job.id, state, {
    changes: [restored.change],
    mails: isBack ? [posterMail("jobApproved", restored.job)] : [],
    purge: jobTags(job),
  });
}

/** There is nobody left who could be written to. */
function isBeyondReach(job: Job, state: JobState): boolean {
  return LIVE_JOB_STATES.includes(state) && isContactForgotten(job);
}

function hiddenMail(job: Job, reason: string): MailEvent {
  const about = { link: manageRef(job.id), job: mailJob(job), reason };
  const data = { ...about, canAppeal: job.appeal === null };
  return { id: mailId("jobHidden", job), name: "jobHidden", to: job.poster.email, data };
}
