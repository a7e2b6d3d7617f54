import { Address } from "./address.ts";
import { Comment } from "./comment.ts";
import { ContactMessage } from "./contact-message.ts";
import { Job } from "./job.ts";
import { Link } from "./link.ts";
import { Offer } from "./offer.ts";

/** Every kind of record that is remembered, with the schema that what comes back from Redis is parsed with. */
export const RECORD_SCHEMAS = {
  job: Job,
  offer: Offer,
  comment: Comment,
  contact: ContactMessage,
  link: Link,
  address: Address,
} as const;

export interface RecordOf {
  job: Job;
  offer: Offer;
  comment: Comment;
  contact: ContactMessage;
  link: Link;
  address: Address;
}
export type RecordKind = keyof RecordOf;
