import type { Person } from "../people/person.ts";
import type { Appeal } from "../records/appeal.ts";
import type { Comment } from "../records/comment.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward } from "../records/joined-reward.ts";
import type { ThingKind, WrittenKind } from "../records/link.ts";
import type { Mention } from "../records/mention.ts";
import type { Offer } from "../records/offer.ts";
import { askerOf } from "../favours/question-mails.ts";
import { thankerOf } from "../favours/thanks-mails.ts";
import type { AskedQuestion } from "../records/asked-question.ts";
import type { ThankYou } from "../records/thank-you.ts";
import type { Linked } from "./linked.ts";

/** The record itself, of something that somebody wrote. */
export function recordOf(thing: Linked<ThingKind>): Job | Offer | JoinedReward | Comment;
export function recordOf(
  thing: Linked<WrittenKind>,
): Job | Offer | JoinedReward | Comment | AskedQuestion | ThankYou;
export function recordOf(
  thing: Linked<WrittenKind | "mention">,
): Job | Offer | JoinedReward | Comment | AskedQuestion | ThankYou | Mention;
export function recordOf(
  thing: Linked<WrittenKind | "mention">,
): Job | Offer | JoinedReward | Comment | AskedQuestion | ThankYou | Mention {
  switch (thing.kind) {
    case "job":
      return thing.job;
    case "offer":
      return thing.offer;
    case "reward":
      return thing.reward;
    case "comment":
      return thing.comment;
    case "mention":
      return thing.mention;
    case "question":
      return thing.question;
    case "thanks":
      return thing.thanks;
  }
}

export function idOf(thing: Linked<WrittenKind | "mention" | "digest">): string {
  return thing.kind === "digest" ? thing.digest.id : recordOf(thing).id;
}

/** What was said against what was decided about it; nobody signs a mention, so that nobody appeals. */
export function appealOf(thing: Linked<WrittenKind | "mention">): Appeal | null {
  return thing.kind === "mention" ? null : recordOf(thing).appeal;
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

/** Whatever words of its writer stand in it, name included. */
export function textOf(thing: Linked<WrittenKind | "mention">): string {
  if (thing.kind === "mention") {
    const { author, title, text, source } = thing.mention;
    return [author, title, text, source].join(" ");
  }
  const { name } = writerOf(thing);
  switch (thing.kind) {
    case "job":
      return `${name} ${thing.job.title} ${thing.job.description} ${thing.job.town ?? ""}`;
    case "offer":
      return `${name} ${thing.offer.message}`;
    case "reward":
      return `${name} ${thing.reward.reward.text ?? ""}`;
    case "comment":
      return `${name} ${thing.comment.text}`;
    case "question":
      return `${name} ${thing.question.text}`;
    case "thanks":
      return `${name} ${thing.thanks.text}`;
  }
}
