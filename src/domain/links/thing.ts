import type { Person } from "../people/person.ts";
import type { Comment } from "../records/comment.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward } from "../records/joined-reward.ts";
import type { ThingKind } from "../records/link.ts";
import type { Offer } from "../records/offer.ts";
import type { Linked } from "./row.ts";

/** The record itself, of something that somebody wrote. */
export function recordOf(thing: Linked<ThingKind>): Job | Offer | JoinedReward | Comment {
  switch (thing.kind) {
    case "job":
      return thing.job;
    case "offer":
      return thing.offer;
    case "reward":
      return thing.reward;
    case "comment":
      return thing.comment;
  }
}

/** Who wrote it, with the address that its links prove. */
export function writerOf(thing: Linked<ThingKind>): Person {
  switch (thing.kind) {
    case "job":
      return thing.job.poster;
    case "offer":
      return thing.offer.helper;
    case "reward":
      return thing.reward.joiner;
    case "comment":
      return thing.comment.writer;
  }
}

/** Whatever words of its writer stand in it, name included. */
export function textOf(thing: Linked<ThingKind>): string {
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
  }
}
