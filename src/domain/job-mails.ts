import { mailId } from "./mail-event.ts";
import type { Change } from "./decision.ts";
import type { Job } from "./job.ts";
import { manageRef, moderatorLink } from "./link-records.ts";
import type { MailEvent } from "./mail-event.ts";
import type { Context } from "./outcome.ts";

/** What a mail says of the favour it is about. */
export function mailJob(job: Job): { id: string; title: string } {
  return { id: job.id, title: job.title };
}

type JobNews = "jobPublished" | "jobApproved" | "jobHeld" | "jobExpired";

/** News about a favour to its poster, with the manage link. `job` is as it is after the change. */
export function posterMail(name: JobNews, job: Job, why?: "dropOuts"): MailEvent {
  const about = { link: manageRef(job.id), job: mailJob(job) };
  const head = { id: mailId(name, job), to: job.poster.email };
  if (name === "jobHeld" && why !== undefined) return { ...head, name, data: { ...about, why } };
  if (name === "jobHeld" || name === "jobExpired") return { ...head, name, data: about };
  return { ...head, name, data: { ...about, expiresAt: job.expiresAt } };
}

/** Tells every moderator of a favour that waits; each gets a link of their own. */
export function moderateJobMails(
  job: Job,
  { moderators, newId, now }: Context,
): { changes: Change[]; mails: MailEvent[] } {
  const waiting = moderators.map((to, index) => {
    const link = moderatorLink({ kind: "job", id: job.id }, to, newId, now);
    const mail: MailEvent = {
      id: mailId("moderateJob", job, index + 1),
      name: "moderateJob",
      to,
      data: {
        link: link.ref,
        job: mailJob(job),
        description: job.description,
        name: job.poster.name,
        signals: [...job.signals],
      },
    };
    return { change: link.change, mail };
  });
  return { changes: waiting.map(({ change }) => change), mails: waiting.map(({ mail }) => mail) };
}
