import * as z from "zod/mini";
import { MaybeText, Text, Whole } from "../../kernel/shapes.ts";
import { WRITTEN_KINDS } from "../link.ts";
import { REPORT_KINDS } from "../report.ts";
import { LinkRef, namedJob, article } from "./parts.ts";

/** One of the things whose link was lost. */
const LostThing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("job"), link: LinkRef, job: namedJob }),
  z.object({ kind: z.literal("offer"), link: LinkRef, job: namedJob }),
  z.object({ kind: z.literal("reward"), link: LinkRef, job: namedJob }),
  z.object({ kind: z.literal("comment"), link: LinkRef, createdAt: Whole }),
  z.object({ kind: z.literal("digest"), link: LinkRef, filter: Text }),
]);
export type LostThing = z.infer<typeof LostThing>;

/** To whoever typed an address, or somebody else's: to confirm something, or because of what they sent. */
export const TO_ANYBODY = {
  /** To who asks: confirm this favour. Carries none of the visitor's text. */
  confirmJob: () => z.object({ link: LinkRef }),
  /** To who offers: confirm this offer. Carries none of the visitor's text. */
  confirmOffer: () => z.object({ link: LinkRef }),
  /** To who adds a reward: confirm it. Carries none of the visitor's text. */
  confirmReward: () => z.object({ link: LinkRef }),
  /** To who comments: confirm this comment. Carries none of the visitor's text. */
  confirmComment: () => z.object({ link: LinkRef, article }),
  /** To who reports something: the receipt, whose link makes it count. Carries none of the visitor's text. */
  confirmReport: () => z.object({ link: LinkRef, kind: z.enum(REPORT_KINDS) }),
  /** To who asks for an alert of new favours: confirm it. Carries none of the visitor's text. */
  confirmDigest: () => z.object({ link: LinkRef }),
  /** To who reported something: what a moderator decided. */
  reportDecided: () => z.object({ kind: z.enum(REPORT_KINDS), state: z.enum(["upheld", "dismissed"]) }),
  /** To who appealed against what was decided: what came of it. `title`: of the favour or of the article. */
  appealDecided: () =>
    z.object({
      link: LinkRef,
      kind: z.enum(WRITTEN_KINDS),
      title: Text,
      decided: z.enum(["won", "lost"]),
      reason: MaybeText,
      /** A message whose offer waits for no answer any more: it reaches nobody all the same. */
      isTooLate: z.optional(z.boolean()),
    }),
  /** To whose mailbox a moderator blocked: until when everything of it is held. */
  mailboxBlocked: () => z.object({ blockedUntil: Whole }),
  /**
   * To who lost a link: those of everything alive under the `address` (its keyed hash). What there is, is looked up when the letter
   * leaves (`domain/links/lost.ts`); where there is nothing, none does.
   */
  lostLinks: () => z.object({ address: Text, things: z.array(LostThing) }),
  /**
   * To who asked what is kept under their `address` (its keyed hash): the link to it. Whether there is anything is looked up when the
   * letter leaves; where there is nothing, none does.
   */
  myData: () => z.object({ address: Text, link: LinkRef }),
  /** To who had everything erased: the receipt. `kept`: rewards that are part of an agreement under way. */
  dataErased: () => z.object({ kept: Whole }),
  /** To the sender; repeats none of their text. */
  contactReceipt: () => z.object({}),
} as const;
