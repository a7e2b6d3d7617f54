import { Address } from "./people/address.ts";
import { Comment } from "./comments/comment.ts";
import { ContactMessage } from "./feedback/contact-message.ts";
import { Job } from "./favours/job.ts";
import { Link } from "./kernel/link.ts";
import { Offer } from "./favours/offer.ts";
import { Vote } from "./feedback/vote.ts";

/** Every kind of record that is remembered, with the schema that what comes back from Redis is parsed with. */
export const RECORD_SCHEMAS = {
  job: Job,
  offer: Offer,
  comment: Comment,
  contact: ContactMessage,
  link: Link,
  address: Address,
  vote: Vote,
} as const;

export interface RecordOf {
  job: Job;
  offer: Offer;
  comment: Comment;
  contact: ContactMessage;
  link: Link;
  address: Address;
  vote: Vote;
}
export type RecordKind = keyof RecordOf;
