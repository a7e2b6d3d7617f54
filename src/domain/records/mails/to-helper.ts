import * as z from "zod/mini";
import { Text } from "../../kernel/shapes.ts";
import { LinkRef, namedJob, blockedUntil, canAppeal } from "./parts.ts";
import { agreement } from "./agreement.ts";

/** To who offers to do a favour. */
export const TO_HELPER = {
  /** To the helper: a person will read it before the poster does; with the helper's own link. */
  offerHeld: () => z.object({ link: LinkRef, job: namedJob, blockedUntil }),
  /** To the helper, after a moderator refused it: it was not sent, and why. */
  offerRejected: () => z.object({ link: LinkRef, job: namedJob, reason: Text, canAppeal }),
  /** To the helper: it has been sent; with the helper's own link. */
  offerSent: () => z.object({ link: LinkRef, job: namedJob }),
  contactForHelper: agreement,
  /** To the other helpers: somebody else was accepted; they are told if it opens again. */
  offerStandby: () => z.object({ link: LinkRef, job: namedJob }),
  /** To standby helpers when it opens again. */
  offerInvitedAgain: () => z.object({ link: LinkRef, job: namedJob }),
  /** To helpers with live offers after an edit: read it again and reconfirm. */
  offerOutdated: () => z.object({ link: LinkRef, job: namedJob }),
  /** The honest last mail of an offer. */
  offerEnded: () =>
    z.object({
      job: namedJob,
      why: z.enum([
        "declined",
        "withdrawn",
        "expired",
        "notChosen",
        "jobWithdrawn",
        "jobExpired",
        "jobHidden",
        "lapsed",
      ]),
    }),
  /** To the helper: the poster says it is not done, with the reason. */
  jobDisputed: () => z.object({ link: LinkRef, job: namedJob, reason: Text }),
} as const;
