import * as z from "zod/mini";
import { err, fail } from "../kernel/errors.ts";
import { fieldsOf } from "../kernel/form.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import { Job, type JobState } from "../records/job.ts";
import { appealBack, type Verdict } from "../records/verdict.ts";
import { jobChange } from "./changes.ts";
import { JOB_WORDS } from "./job-form.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags, visibility } from "./job-states.ts";
import { posterMail } from "./mails.ts";

/**
 * Takes a moderator's decision about a favour back, as long as nothing happened since. Offers that the decision ended stay
 * ended: their helpers were told. Errors: `undoTooLate`, `jobChanged`, the favour's state.
 */
export function undoJob(
  { job, version }: Pick<Shown, "version"> & { readonly job: Job },
  verdict: Verdict | null,
  { now }: Context,
): Decided<JobState> {
  if (verdict === null || now > verdict.expiresAt) return err(fail("undoTooLate"));
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  if (verdict.made !== job.version) return err(fail("jobChanged"));
  const was = z.parse(Job, { ...job, ...verdict.before });
  const action = job.state === "hidden" ? "restore" : was.state === "hidden" ? "hide" : "undo";
  if (!allows(JOB_TRANSITIONS, job.state, action, "moderator")) return err(jobRefusal(job, now));
  const { state, stateBefore, reason, signals, cleared, publishedAt, expiresAt } = was;
  const back = { state, stateBefore, reason, signals, cleared, publishedAt, expiresAt };
  const undone = jobChange(job, { ...back, appeal: appealBack(job, verdict) });
  const [wasPublic, isPublic] = [visibility(job) === "public", visibility(undone.job) === "public"];
  const news = isPublic ? "jobApproved" : "jobHeld";
  return decided(job.id, state, {
    changes: [undone.change, { kind: "verdict", before: verdict, after: null }],
    mails: wasPublic !== isPublic && state !== "hidden" ? [posterMail(news, undone.job)] : [],
    purge: jobTags(job),
  });
}

/** Contact data leave the stored text too. What is masked can't be brought back. Errors: `jobChanged`. */
export function maskJob(
  { job, version }: Pick<Shown, "version"> & { readonly job: Job },
  mask: (text: string) => string,
): Decided<JobState> {
  const another = readAnother(job, version, "jobChanged");
  if (another !== null) return err(another);
  const masked = jobChange(job, fieldsOf(JOB_WORDS, job, mask));
  const isSame = masked.job.title === job.title && masked.job.description === job.description;
  if (isSame && masked.job.town === job.town) return alreadyDone(job.id, job.state);
  return decided(job.id, job.state, { changes: [masked.change], purge: jobTags(job) });
}
