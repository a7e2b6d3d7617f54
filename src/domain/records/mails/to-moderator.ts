import * as z from "zod/mini";
import { MaybeText, Text, Whole } from "../../kernel/shapes.ts";
import { WRITTEN_KINDS } from "../link.ts";
import { REPORT_REASONS } from "../report.ts";
import { Reward } from "../reward.ts";
import { LinkRef } from "./parts.ts";

/** What can wait for a moderator. */
const WAITING_KINDS = [...WRITTEN_KINDS, "mention"] as const;
/** Something that waits for a moderator. `link`: null where only the desk decides about it. */
const TellsOfThing = z.object({
  link: z.nullable(LinkRef),
  kind: z.enum(WAITING_KINDS),
  why: z.enum(["held", "report", "appeal", "missing"]),
  /** Of the favour or of the article. */
  title: Text,
  /** Who wrote it. */
  name: Text,
  text: MaybeText,
  reward: z.nullable(Reward),
  /** Of the report. */
  reason: z.nullable(z.enum(REPORT_REASONS)),
  signals: z.array(Text),
});
export type TellsOfThing = z.infer<typeof TellsOfThing>;
const alone = () => z.object({ link: LinkRef });

/** To each moderator. */
export const TO_MODERATOR = {
  /** To a moderator who asked for it: the link that signs in. */
  signIn: () => z.object({ link: LinkRef }),
  /** To each moderator: what waits. `total`: all of it; `fresh`: since the last letter; of these `urgent`; `things`: those that it shows. */
  moderateQueue: () => z.object({ total: Whole, fresh: Whole, urgent: Whole, things: z.array(TellsOfThing) }),
  /** The same about one thing: letters of before December 2026. */
  moderateJob: alone,
  moderateOffer: alone,
  moderateReward: alone,
  moderateMissing: alone,
  moderateQuestion: alone,
  moderateComment: alone,
  moderateAppeal: alone,
} as const;
