import { err, fail } from "../kernel/errors.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job, JobState } from "../records/job.ts";
import { jobChange } from "./changes.ts";
import { isContactForgotten } from "./due.ts";
import { firstExpiry } from "./expiry.ts";
import { jobRefusal, jobTags, LIVE_JOB_STATES } from "./job-states.ts";

/** What somebody says against what was decided. */
export interface Appealing {
  readonly text: string;
  /** Everything of theirs is held, and nobody has appealed against that: it is enough, whatever this thing's own state. */
  readonly isBlocked: boolean;
}

/** Whether something was decided against a favour: a moderator hid it, or reports held it. */
export function isAgainstJob(job: Job): boolean {
  if (isContactForgotten(job)) return false;
  return job.state === "hidden" || (job.state === "held" && job.signals.includes("reports"));
}

/** The poster asks for another look, once. What was decided stands meanwhile. Errors: `appealUsed`, the favour's state. */
export function appealJob(input: Appealing & { readonly job: Job }, context: Context): Decided<JobState> {
  const { job, text, isBlocked } = input;
  if (isAppealed(job)) return alreadyDone(job.id, job.state);
  if (job.appeal !== null) return err(fail("appealUsed"));
  if (!isAgainstJob(job) && !isBlocked) return err(jobRefusal(job, context.now));
  const appeal = { text, at: context.now, decided: null };
  return decided(job.id, job.state, { changes: [jobChange(job, { appeal }).change] });
}

/**
 * The appeal is right: what was hidden is shown, where it was or on the board for the first time. One that was not hidden stays as it is.
 * Errors: the favour's state, `jobChanged`.
 */
export function grantJobAppeal(
  { job, version }: Pick<Shown, "version"> & { readonly job: Job },
  { now }: Context,
): Decided<JobState> {
  if (!isAppealed(job)) return err(jobRefusal(job, now));
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  const state = job.state === "hidden" ? stateToGoBackTo(job) : job.state;
  if (LIVE_JOB_STATES.includes(state) && isContactForgotten(job)) return err(jobRefusal(job, now));
  const isFirst = job.state === "hidden" && job.publishedAt === null;
  const granted = jobChange(job, {
    appeal: wonAppeal(job),
    ...(job.state === "hidden" && {
      state,
      stateBefore: null,
      reason: null,
      cleared: true,
      signals: [],
      closedAt: LIVE_JOB_STATES.includes(state) ? null : job.closedAt,
    }),
    ...(isFirst && { publishedAt: now, expiresAt: firstExpiry(job.deadline, now) }),
  });
  return decided(job.id, state, {
    changes: [granted.change],
    mails: [appealDecidedMail(aboutJob(granted.job), "won", null)],
    purge: jobTags(job),
  });
}

function stateToGoBackTo({ stateBefore }: Job): JobState {
  return stateBefore === null || stateBefore === "held" ? "open" : stateBefore;
}

/** What was decided stands, and the poster is told why. Errors: the favour's state, `jobChanged`. */
export function refuseJobAppeal(
  { job, version, reason }: Pick<Shown, "version"> & { readonly job: Job; readonly reason: string },
  { now }: Context,
): Decided<JobState> {
  if (job.appeal?.decided === "lost") return alreadyDone(job.id, job.state);
  if (!isAppealed(job)) return err(jobRefusal(job, now));
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  const isHidden = job.state === "hidden";
  const refused = jobChange(job, { appeal: lostAppeal(job), ...(isHidden && { reason }) });
  return decided(job.id, job.state, {
    changes: [refused.change],
    mails: [appealDecidedMail(aboutJob(refused.job), "lost", reason)],
  });
}

function aboutJob({ id, version, title, poster }: Job): AppealAbout {
  return { kind: "job", id, version, title, to: poster.email };
}
