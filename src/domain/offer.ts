import * as z from "zod/mini";
import { Id } from "./id.ts";
import { Person } from "./job.ts";
import { Reward } from "./reward.ts";

export const OFFER_STATES = [
  "unconfirmed",
  "sent",
  "accepted",
  "declined",
  "withdrawn",
  "standby",
  "outdated",
  "expired",
  "notChosen",
] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** "Me ofrezco": what a helper wrote to the poster, as it is stored. Only its number is public. */
export const Offer = z.object({
  id: Id,
  version: z.int(),
  jobId: Id,
  /** The job's `revision` that this offer answers. */
  jobRevision: z.int(),
  state: z.enum(OFFER_STATES),
  message: z.string(),
  /** A counter-proposal; null accepts the reward as it stands. */
  reward: z.nullable(Reward),
  helper: Person,
  createdAt: z.int(),
  sentAt: z.nullable(z.int()),
  expiresAt: z.int(),
  closedAt: z.nullable(z.int()),
  signals: z.array(z.string()),
  reason: z.nullable(z.string()),
});
export type Offer = z.infer<typeof Offer>;
