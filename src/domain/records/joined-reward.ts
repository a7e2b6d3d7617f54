import { Person } from "../people/person.ts";
import { MaybeAppeal } from "./appeal.ts";
import * as z from "zod/mini";
import { Id, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";
import { Reward } from "./reward.ts";

export const JOINED_REWARD_STATES = [
  "unconfirmed",
  "held",
  "joined",
  "revoked",
  "rejected",
  "used",
  "lapsed",
] as const;
export type JoinedRewardState = (typeof JOINED_REWARD_STATES)[number];

/**
 * "Sumo una recompensa": what somebody adds to another person's favour. Until its address is confirmed it is a record of its own; from
 * then on it stands in the favour's record, so that whatever happens to the favour happens to it in the same commit.
 */
export const JoinedReward = z.object({
  id: Id,
  version: Whole,
  jobId: Id,
  state: z.enum(JOINED_REWARD_STATES),
  reward: Reward,
  /** Once it has ended nothing is left of it but the name and the keyed hash of the address; a rejected one can be appealed until its favour has ended. */
  joiner: Person,
  createdAt: Whole,
  closedAt: MaybeWhole,
  signals: z.array(Text),
  /** Why a moderator rejected it. */
  reason: MaybeText,
  appeal: MaybeAppeal,
});
export type JoinedReward = z.infer<typeof JoinedReward>;
