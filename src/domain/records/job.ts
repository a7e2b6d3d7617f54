import { Person } from "../people/person.ts";
import { MaybeAppeal } from "./appeal.ts";
import * as z from "zod/mini";
import { CATEGORIES } from "./category.ts";
import { Id, Edits, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";
import { PLACES } from "./place.ts";
import { JoinedReward } from "./joined-reward.ts";
import { Reward } from "./reward.ts";
import { ThankYou } from "./thank-you.ts";

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

/** Why a poster takes a favour back; names are in `copy/names.ts`. */
export const WITHDRAW_REASONS = ["resuelto-aqui", "resuelto-fuera", "ya-no", "otra"] as const;
export type WithdrawReason = (typeof WITHDRAW_REASONS)[number];

export const MISSING_REWARD_STATES = ["claimed", "settled", "upheld"] as const;
export type MissingRewardState = (typeof MISSING_REWARD_STATES)[number];

/** The day that both sides of an agreement settled on, and who wants to hear of it the day before. */
export const AgreedDay = z.object({
  /** `YYYY-MM-DD` in Europe/Madrid. */
  date: Text,
  /** `HH:MM` in Europe/Madrid; null: no hour was said. */
  time: MaybeText,
  remind: z.array(z.enum(["poster", "helper"])),
  /** When they were reminded; null: not yet. */
  remindedAt: MaybeWhole,
});
export type AgreedDay = z.infer<typeof AgreedDay>;

/** A favour, as it is stored: one JSON value per record. Times are milliseconds since 1970. */
export const Job = z.object({
  id: Id,
  /** Goes up by one with every stored change; the commit's guard names it. */
  version: Whole,
  /** Goes up when the poster edits what helpers read; an offer remembers the revision it answered. */
  revision: Whole,
  state: z.enum(JOB_STATES),
  /** Where `hidden` and a report's `held` go back to; of an erased one, how it had ended. */
  stateBefore: z.nullable(z.enum(JOB_STATES)),
  title: Text,
  description: Text,
  category: z.enum(CATEGORIES),
  place: z.enum(PLACES),
  town: MaybeText,
  /** Last day that the favour is of use, `YYYY-MM-DD` in Europe/Madrid. */
  deadline: MaybeText,
  /** The poster's own reward. */
  reward: Reward,
  /** What others add to it: confirmed ones, those that have ended too. Favours of before December 2026 have none. */
  joined: z._default(z.array(JoinedReward), []),
  poster: Person,
  /** Keyed hash of the poster's mailbox (`mailboxOf`), to count people by. Favours of before December 2026 have none. */
  mailbox: z._default(MaybeText, null),
  /** Whether the poster wants their standing to be shown beside it. */
  standing: z._default(z.boolean(), false),
  createdAt: Whole,
  publishedAt: MaybeWhole,
  expiresAt: Whole,
  /** True while at least one offer is live; kept in the record because the board filters by it. */
  hasOffers: z.boolean(),
  /** How long after publishing the first offer came, in milliseconds. Null: none yet, or of before December 2026. */
  firstOfferAfter: z._default(MaybeWhole, null),
  assignedOffer: z.nullable(Id),
  assignedAt: MaybeWhole,
  /** Null: no day was said. Favours of before December 2026 have none. */
  agreed: z._default(z.nullable(AgreedDay), null),
  deliveredAt: MaybeWhole,
  /** When the poster last said that it was not done. Absent: never. */
  disputedAt: z.optional(Whole),
  /** Until when the calendar has sent its reminders; what it would have sent before is not sent any more. Absent: none. */
  remindedAt: z.optional(Whole),
  closedAt: MaybeWhole,
  /** Who did it, once it is done, with the keyed hash of their mailbox. Favours that were done before December 2026 have none. */
  doneBy: z._default(z.nullable(z.extend(Person, { mailbox: MaybeText })), null),
  /** What both sides say of each other since. */
  thanks: z._default(z.array(ThankYou), []),
  /** The helper of a favour that is done misses the reward; it counts for nobody's standing until that is settled. Null: never said. */
  missingReward: z._default(
    z.nullable(z.object({ state: z.enum(MISSING_REWARD_STATES), reason: Text, at: Whole })),
    null,
  ),
  /** What made it suspicious, as codes of `spam.ts`. */
  signals: z.array(Text),
  /** A moderator looked at it: reports alone can't hold it again. */
  cleared: z.boolean(),
  /** Why it was hidden, withdrawn or dropped: a code or the moderator's own words. */
  reason: MaybeText,
  appeal: MaybeAppeal,
  /** One of the examples of a first local start: marked on the page, never in feeds or structured data. */
  example: z.boolean(),
  edits: Edits,
});
export type Job = z.infer<typeof Job>;
