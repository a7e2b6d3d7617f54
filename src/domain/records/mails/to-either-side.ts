import * as z from "zod/mini";
import { Text, Whole } from "../../kernel/shapes.ts";
import { LinkRef, namedJob, role, day, canAppeal } from "./parts.ts";

/** To one of the two sides of an offer, or to each: the data say to which. */
export const TO_EITHER_SIDE = {
  /** To who asked for it, the day before what was agreed. */
  dayReminder: () => z.object({ link: LinkRef, job: namedJob, role, day }),
  /** To the other side of an offer: what was asked or answered. `role`: whose letter it is. */
  questionAsked: () => z.object({ link: LinkRef, job: namedJob, role, name: Text, text: Text }),
  /** To who asked it: a moderator did not let it through. */
  questionRejected: () => z.object({ link: LinkRef, job: namedJob, reason: Text }),
  /** To whom a thank-you thanks, who says whether it may be public. */
  thanksWritten: () => z.object({ link: LinkRef, job: namedJob, name: Text, text: Text }),
  /** To who wrote it: it is public. */
  thanksPublished: () => z.object({ link: LinkRef, job: namedJob }),
  /** To who wrote it: a moderator did not let it through, or took it away. */
  thanksRejected: () => z.object({ link: LinkRef, job: namedJob, reason: Text, canAppeal }),
  /** To who wrote it: enough people reported it, and nobody sees it until a moderator has looked. */
  thanksHeld: () => z.object({ link: LinkRef, job: namedJob }),
  /** To the other side, when who posted or who was accepted drops out. */
  droppedOut: () =>
    z.object({ link: LinkRef, job: namedJob, by: z.enum(["poster", "helper"]), reason: Text }),
  /** To both: done. `by`: because the poster said nothing. */
  jobDone: () => z.object({ link: LinkRef, job: namedJob, role, by: z.optional(z.literal("sweeper")) }),
  /** To both: nobody said anything of what was agreed; it lapses then. */
  agreementWarned: () => z.object({ link: LinkRef, job: namedJob, role, lapsesAt: Whole }),
  /** To both: how that ended. */
  missingDecided: () => z.object({ job: namedJob, role, state: z.enum(["settled", "upheld"]) }),
} as const;
