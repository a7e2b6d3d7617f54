import type { Person } from "../people/person.ts";
import type { Comment } from "../records/comment.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward } from "../records/joined-reward.ts";
import type { ThingKind } from "../records/link.ts";
import type { Offer } from "../records/offer.ts";
import { askerOf } from "../favours/question-mails.ts";
import { thankerOf } from "../favours/thanks-mails.ts";
import type { AskedQuestion } from "../records/asked-question.ts";
import type { ThankYou } from "../records/thank-you.ts";
import type { Linked } from "./row.ts";

/** What somebody wrote, be it for everybody or for one reader. */
export type WrittenKind = ThingKind | "question" | "thanks";

/** The record itself, of something that somebody wrote. */
export function recordOf(
  thing: Linked<WrittenKind>,
): Job | Offer | JoinedReward | Comment | AskedQuestion | ThankYou {
  switch (thing.kind) {
    case "job":
      return thing.job;
    case "offer":
      return thing.offer;
    case "reward":
      return thing.reward;
    case "comment":
      return thing.comment;
    case "question":
      return thing.question;
    case "thanks":
      return thing.thanks;
  }
}

/** Who wrote it, with the address that its links prove. */
export function writerOf(thing: Linked<WrittenKind>): Person {
  switch (thing.kind) {
    case "job":
      return thing.job.poster;
    case "offer":
      return thing.offer.helper;
    case "reward":
      return thing.reward.joiner;
    case "comment":
      return thing.comment.writer;
    case "question":
      return askerOf(thing);
    case "thanks":
      return thankerOf(thing);
  }
}
