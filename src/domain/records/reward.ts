import * as z from "zod/mini";
import { MaybeText } from "../kernel/shapes.ts";

/** The five kinds of reward, in the order in which a form offers them. */
export const REWARD_KINDS = ["money", "favour", "thing", "hours", "open"] as const;
export type RewardKind = (typeof REWARD_KINDS)[number];

/** Kinds that say nothing without a text. Rewards of before December 2026 may lack it. */
export const WORDED_KINDS: readonly string[] = ["favour", "thing", "hours"] satisfies RewardKind[];

/** What somebody offers for a favour. `amountCents` (EUR) is set for `money` and only then. */
export const Reward = z.object({
  kind: z.enum(REWARD_KINDS),
  amountCents: z.nullable(z.int().check(z.gte(1), z.lte(1_000_000))),
  text: MaybeText,
});
export type Reward = z.infer<typeof Reward>;
