import * as z from "zod/mini";
import { MaybeText, Text } from "../../kernel/shapes.ts";
import { Reward } from "../reward.ts";
import { LinkRef, namedJob, blockedUntil } from "./parts.ts";

/** To who joins a favour with a reward of their own. */
export const TO_JOINER = {
  /** To who joined: it counts; with the link that takes it back. */
  rewardJoined: () => z.object({ link: LinkRef, job: namedJob, reward: Reward }),
  /** To who joined: a person will look at it first. */
  rewardHeld: () => z.object({ link: LinkRef, job: namedJob, reward: Reward, blockedUntil }),
  /** To who joined: a helper was accepted, who knows their address now. */
  rewardAgreed: () => z.object({ link: LinkRef, job: namedJob, reward: Reward, helper: Text }),
  /** The honest last mail of a joined reward. `reason`: of the moderator who rejected it; `link`: with which they can appeal. */
  rewardEnded: () =>
    z.object({
      link: z.optional(LinkRef),
      job: namedJob,
      reward: Reward,
      why: z.enum(["used", "revoked", "rejected", "heldTooLong", "jobWithdrawn", "jobExpired", "jobHidden"]),
      reason: MaybeText,
    }),
} as const;
