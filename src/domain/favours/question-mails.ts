import type { Person } from "../people/person.ts";
import type { AskedQuestion, Side } from "../records/asked-question.ts";
import type { Change, Context } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef, moderatorLink } from "../records/new-links.ts";
import type { Offer } from "../records/offer.ts";
import { mailJob } from "./mails.ts";

interface Asked {
  readonly question: AskedQuestion;
  readonly offer: Offer;
  readonly job: Job;
}

/** Who wrote a message. */
export function askerOf({ question: { by }, offer, job }: Asked): Person {
  return personOf(by, { offer, job });
}

/** Who gets it. */
export function askedOf({ question: { by }, offer, job }: Asked): Person {
  return personOf(otherSide(by), { offer, job });
}

export function otherSide(side: Side): Side {
  return side === "poster" ? "helper" : "poster";
}

function personOf(side: Side, { offer, job }: Pick<Asked, "offer" | "job">): Person {
  return side === "poster" ? job.poster : offer.helper;
}

/** Relays a message to the other side, whose link leads to the conversation. Not told together: none of them may get lost. */
export function questionAskedMail(asked: Asked): MailEvent {
  const { question, offer, job } = asked;
  const role = otherSide(question.by);
  return {
    id: mailId("questionAsked", question),
    name: "questionAsked",
    to: askedOf(asked).email,
    data: {
      link: manageRef(role === "poster" ? job.id : offer.id),
      job: mailJob(job),
      role,
      name: askerOf(asked).name,
      text: question.text,
    },
  };
}

/** To who wrote it: a moderator did not let it through, and why. */
export function questionRejectedMail(asked: Asked, reason: string): MailEvent {
  const { question, offer, job } = asked;
  return {
    id: mailId("questionRejected", question),
    name: "questionRejected",
    to: askerOf(asked).email,
    data: { link: manageRef(question.by === "poster" ? job.id : offer.id), job: mailJob(job), reason },
  };
}

/** Tells every moderator of a message that waits; each gets a link of their own. */
export function moderateQuestionMails(
  asked: Asked,
  { moderators, newId, now }: Context,
): { changes: Change[]; mails: MailEvent[] } {
  const { question, job } = asked;
  const waiting = moderators.map((to, index) => {
    const link = moderatorLink({ kind: "question", id: question.id, jobId: job.id }, to, newId, now);
    const mail: MailEvent = {
      id: mailId("moderateQuestion", question, index + 1),
      name: "moderateQuestion",
      to,
      data: {
        link: link.ref,
        job: mailJob(job),
        name: askerOf(asked).name,
        text: question.text,
        signals: [...question.signals],
      },
    };
    return { change: link.change, mail };
  });
  return { changes: waiting.map(({ change }) => change), mails: waiting.map(({ mail }) => mail) };
}
