import { Person } from "../people/person.ts";
import { MaybeAppeal } from "./appeal.ts";
import * as z from "zod/mini";
import { Id, Edits, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";
import { AskedQuestion, SIDES } from "./asked-question.ts";
import { Reward } from "./reward.ts";

export const OFFER_STATES = [
  "unconfirmed",
  "held",
  "sent",
  "accepted",
  "declined",
  "withdrawn",
  "standby",
  "outdated",
  "expired",
  "notChosen",
  "rejected",
] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** "Me ofrezco": what a helper wrote to the poster, as it is stored. Only its number is public. */
export const Offer = z.object({
  id: Id,
  version: Whole,
  jobId: Id,
  /** The job's `revision` that this offer answers. */
  jobRevision: Whole,
  state: z.enum(OFFER_STATES),
  message: Text,
  /** A counter-proposal; null accepts the reward as it stands. */
  reward: z.nullable(Reward),
  helper: Person,
  /** Keyed hash of the helper's mailbox (`mailboxOf`), to count by; offers of before December 2026 have none. */
  mailbox: z.optional(Text),
  /** Whether the helper wants their standing to be shown with it. */
  standing: z._default(z.boolean(), false),
  createdAt: Whole,
  sentAt: MaybeWhole,
  expiresAt: Whole,
  closedAt: MaybeWhole,
  /** When the poster was last reminded of it. Absent: never. */
  remindedAt: z.optional(Whole),
  signals: z.array(Text),
  reason: MaybeText,
  appeal: MaybeAppeal,
  /** What both sides asked each other, oldest first. Offers of before December 2026 have none. */
  questions: z._default(z.array(AskedQuestion), []),
  /** Who wants no more of them. */
  questionsClosed: z._default(z.array(z.enum(SIDES)), []),
  /** The version from which on nothing but the questions has changed: whoever read it read the offer as it stands. Null: this one. */
  sameSince: z._default(MaybeWhole, null),
  edits: Edits,
});
export type Offer = z.infer<typeof Offer>;
