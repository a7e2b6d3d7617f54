import { Address } from "./address.ts";
import { Comment } from "./comment.ts";
import { ContactMessage } from "./contact-message.ts";
import { Digest } from "./digest.ts";
import { Job } from "./job.ts";
import { JoinedReward } from "./joined-reward.ts";
import { LogEntry } from "./log-entry.ts";
import { Link } from "./link.ts";
import { Mention } from "./mention.ts";
import { MyData } from "./my-data.ts";
import { Notice } from "./notice.ts";
import { Offer } from "./offer.ts";
import { Receipt } from "./receipt.ts";
import { Report, Reported } from "./report.ts";
import { Session } from "./session.ts";
import { Verdict } from "./verdict.ts";
import { Vote } from "./vote.ts";

/** Every kind of record that is remembered, with the schema that what comes back from Redis is parsed with. */
export const RECORD_SCHEMAS = {
  job: Job,
  offer: Offer,
  reward: JoinedReward,
  comment: Comment,
  contact: ContactMessage,
  link: Link,
  address: Address,
  vote: Vote,
  receipt: Receipt,
  mention: Mention,
  myData: MyData,
  digest: Digest,
  notice: Notice,
  report: Report,
  reported: Reported,
  session: Session,
  logEntry: LogEntry,
  verdict: Verdict,
} as const;

export interface RecordOf {
  job: Job;
  offer: Offer;
  reward: JoinedReward;
  comment: Comment;
  contact: ContactMessage;
  link: Link;
  address: Address;
  vote: Vote;
  receipt: Receipt;
  mention: Mention;
  myData: MyData;
  digest: Digest;
  notice: Notice;
  report: Report;
  reported: Reported;
  session: Session;
  logEntry: LogEntry;
  verdict: Verdict;
}
export type RecordKind = keyof RecordOf;
