import * as z from "zod/mini";
import { CATEGORIES } from "./category.ts";
import { Id } from "./id.ts";
import { PLACES } from "./place.ts";
import { Reward } from "./reward.ts";

export const JOB_STATES = [
  "unconfirmed",
  "open",
  "held",
  "assigned",
  "delivered",
  "done",
  "expired",
  "withdrawn",
  "hidden",
  "erased",
] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Somebody who left a name and an address. Everything but `name` is private and never leaves in a public answer. */
export const Person = z.object({
  name: z.string(),
  email: z.string(),
  phone: z.nullable(z.string()),
  /** Keyed hash of the address (`links.ts`): counts and compares without holding the address itself. */
  address: z.string(),
});
export type Person = z.infer<typeof Person>;

/** A favour, as it is stored: one JSON value per record. Times are milliseconds since 1970. */
export const Job = z.object({
  id: Id,
  /** Goes up by one with every stored change; the commit's guard names it. */
  version: z.int(),
  /** Goes up when the poster edits what helpers read; an offer remembers the revision it answered. */
  revision: z.int(),
  state: z.enum(JOB_STATES),
  /** Where `hidden` and a report's `held` go back to. */
  stateBefore: z.nullable(z.enum(JOB_STATES)),
  title: z.string(),
  description: z.string(),
  category: z.enum(CATEGORIES),
  place: z.enum(PLACES),
  town: z.nullable(z.string()),
  /** Last day that the favour is of use, `YYYY-MM-DD` in Europe/Madrid. */
  deadline: z.nullable(z.string()),
  /** The poster's own reward; a reward that somebody else joins with will be a record of its own. */
  reward: Reward,
  poster: Person,
  createdAt: z.int(),
  publishedAt: z.nullable(z.int()),
  expiresAt: z.int(),
  /** True while at least one offer is live; kept in the record because the board filters by it. */
  hasOffers: z.boolean(),
  assignedOffer: z.nullable(Id),
  assignedAt: z.nullable(z.int()),
  deliveredAt: z.nullable(z.int()),
  closedAt: z.nullable(z.int()),
  /** What made it suspicious, as codes of `spam.ts`. */
  signals: z.array(z.string()),
  /** A moderator looked at it: reports alone can't hold it again. */
  cleared: z.boolean(),
  /** Why it was hidden, withdrawn or dropped: a code or the moderator's own words. */
  reason: z.nullable(z.string()),
  /** One of the examples of a first local start: marked on the page, never in feeds or structured data. */
  example: z.boolean(),
});
export type Job = z.infer<typeof Job>;
