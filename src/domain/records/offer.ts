import { Person } from "../people/person.ts";
import * as z from "zod/mini";
import { Id, Edits, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";
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
  createdAt: Whole,
  sentAt: MaybeWhole,
  expiresAt: Whole,
  closedAt: MaybeWhole,
  /** When the poster was last reminded of it. Absent: never. */
  remindedAt: z.optional(Whole),
  signals: z.array(Text),
  reason: MaybeText,
  edits: Edits,
});
export type Offer = z.infer<typeof Offer>;
