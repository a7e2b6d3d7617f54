import * as z from "zod/mini";
import { Text, Whole } from "../../kernel/shapes.ts";
import { Reward } from "../reward.ts";
import { LinkRef, namedJob, canAppeal, blockedUntil } from "./parts.ts";
import { agreement } from "./agreement.ts";

/** To who asks for a favour. */
export const TO_POSTER = {
  /** To the poster, once open: the manage link. */
  jobPublished: () => z.object({ link: LinkRef, job: namedJob, expiresAt: Whole }),
  /** To the poster: a person will look at it first. With the manage link. */
  jobHeld: () =>
    z.object({
      link: LinkRef,
      job: namedJob,
      why: z.optional(z.enum(["dropOuts", "reports"])),
      blockedUntil,
    }),
  /** To the poster, after a moderator let it through. */
  jobApproved: () => z.object({ link: LinkRef, job: namedJob, expiresAt: Whole }),
  /** To the poster, after a moderator hid it. */
  jobHidden: () => z.object({ link: LinkRef, job: namedJob, reason: Text, canAppeal }),
  /** To the poster: it ends soon. `renewable`: the link can renew it now; if not, its own deadline ends it. */
  jobEnding: () => z.object({ link: LinkRef, job: namedJob, expiresAt: Whole, renewable: z.boolean() }),
  /** To the poster: it ran out; the link can renew it. */
  jobExpired: () => z.object({ link: LinkRef, job: namedJob }),
  /** To the poster: somebody offers. */
  offerReceived: () =>
    z.object({
      link: LinkRef,
      job: namedJob,
      helper: Text,
      message: Text,
      reward: z.nullable(Reward),
      /** Something about the message is suspicious: the poster is warned above it. */
      warned: z.optional(z.boolean()),
    }),
  /** To the poster: an offer waits for an answer, until then. */
  offerReminder: () => z.object({ link: LinkRef, job: namedJob, helper: Text, expiresAt: Whole }),
  /** To the poster: a helper withdrew a live offer. */
  offerWithdrawn: () => z.object({ link: LinkRef, job: namedJob, helper: Text }),
  contactForPoster: agreement,
  /** To the poster: the helper says it is done; please confirm. */
  jobDelivered: () => z.object({ link: LinkRef, job: namedJob, helper: Text }),
  /** To the poster: the helper said so days ago; if nobody objects it counts as done by then. */
  deliveryReminder: () => z.object({ link: LinkRef, job: namedJob, helper: Text, doneAt: Whole }),
  /** To the poster: it lapsed. The helper's last mail says so, too. */
  agreementLapsed: () => z.object({ link: LinkRef, job: namedJob }),
  /** To the poster: somebody adds a reward. */
  rewardReceived: () => z.object({ link: LinkRef, job: namedJob, name: Text, reward: Reward }),
  /** To the poster of a favour that is done: the helper misses the reward. */
  rewardMissing: () => z.object({ link: LinkRef, job: namedJob, helper: Text, reason: Text }),
} as const;
