import type { Person } from "../people/person.ts";
import type { AskedQuestion, Side } from "../records/asked-question.ts";
import type { Job } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
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
