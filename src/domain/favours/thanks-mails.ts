import type { Person } from "../people/person.ts";
import type { Side } from "../records/asked-question.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
import type { ThankYou } from "../records/thank-you.ts";
import { NOBODY } from "../people/person.ts";
import { mailJob } from "./mails.ts";
import { otherSide } from "./question-mails.ts";

interface Thanked {
  readonly thanks: ThankYou;
  readonly job: Job;
}

/** Who wrote it. */
export function thankerOf({ thanks: { by }, job }: Thanked): Person {
  return personOf(by, job);
}

/** Whom it thanks. */
export function thankedOf({ thanks: { by }, job }: Thanked): Person {
  return personOf(otherSide(by), job);
}

function personOf(side: Side, { poster, doneBy }: Job): Person {
  return side === "poster" ? poster : (doneBy ?? NOBODY);
}

function refOf(side: Side, job: Job) {
  return manageRef(linkOf(side, job));
}

function linkOf(side: Side, { id, assignedOffer }: Job): string {
  return side === "poster" ? id : (assignedOffer ?? id);
}

/** The id of the link of who wrote it. */
export function thankerLinkOf({ thanks, job }: Thanked): string {
  return linkOf(thanks.by, job);
}

/** To whom it thanks: their link says whether it may be public. */
export function thanksWrittenMail({ thanks, job }: Thanked): MailEvent {
  return {
    id: mailId("thanksWritten", thanks),
    name: "thanksWritten",
    to: thankedOf({ thanks, job }).email,
    data: {
      link: refOf(otherSide(thanks.by), job),
      job: mailJob(job),
      name: thankerOf({ thanks, job }).name,
      text: thanks.text,
    },
  };
}

/** To who wrote it: it is public. */
export function thanksPublishedMail({ thanks, job }: Thanked): MailEvent {
  return {
    id: mailId("thanksPublished", thanks),
    name: "thanksPublished",
    to: thankerOf({ thanks, job }).email,
    data: { link: refOf(thanks.by, job), job: mailJob(job) },
  };
}

/** To who wrote it: a moderator did not let it through, or took it away. */
export function thanksRejectedMail({ thanks, job }: Thanked, reason: string): MailEvent {
  return {
    id: mailId("thanksRejected", thanks),
    name: "thanksRejected",
    to: thankerOf({ thanks, job }).email,
    data: { link: refOf(thanks.by, job), job: mailJob(job), reason, canAppeal: thanks.appeal === null },
  };
}

/** To who wrote it: it was reported, and a moderator looks at it. */
export function thanksHeldMail({ thanks, job }: Thanked): MailEvent {
  return {
    id: mailId("thanksHeld", thanks),
    name: "thanksHeld",
    to: thankerOf({ thanks, job }).email,
    data: { link: refOf(thanks.by, job), job: mailJob(job) },
  };
}
