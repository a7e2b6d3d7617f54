import { jobChange } from "./changes.ts";
import type { JobState } from "./job.ts";
import { posterMail } from "./job-mails.ts";
import { JOB_TRANSITIONS } from "./job-transitions.ts";
import { jobRefusal, jobTags } from "./job-view.ts";
import { endOffers, offersGuard } from "./offer-effects.ts";
import type { JobOffers } from "./offer-effects.ts";
import { alreadyDone, decided } from "./outcome.ts";
import type { Context, Decided } from "./outcome.ts";
import { err } from "./result.ts";
import { allows } from "./transitions.ts";

/**
 * A favour that ran out: the poster can renew it, its helpers are told that it is over. Errors: the favour's state, which is
 * `jobOpen` as long as it has not run out.
 */
export function expireJob(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job } = input;
  if (job.state === "expired") return alreadyDone(job.id, job.state);
  const isOver = now > job.expiresAt;
  if (!isOver || !allows(JOB_TRANSITIONS, job.state, "expire", "sweeper")) return err(jobRefusal(job, now));
  const expired = jobChange(job, { state: "expired", closedAt: now, hasOffers: false });
  const ended = endOffers(
    input,
    { action: "jobExpired", by: "sweeper", to: "expired", why: "jobExpired" },
    now,
  );
  return decided(job.id, "expired", {
    guards: [offersGuard(input)],
    changes: [expired.change, ...ended.changes],
    mails: [posterMail("jobExpired", expired.job), ...ended.mails],
    purge: jobTags(job),
  });
}
