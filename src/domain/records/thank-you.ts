import * as z from "zod/mini";
import { Id, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";
import { MaybeAppeal } from "./appeal.ts";
import { type Side, SIDES } from "./asked-question.ts";

export const THANK_YOU_STATES = ["written", "held", "published", "withheld", "hidden"] as const;
export type ThankYouState = (typeof THANK_YOU_STATES)[number];

/** What one side of a favour that is done says to the other. It is public once both agree: who writes it does so by writing it. */
export const ThankYou = z.object({
  /** `thankYouId`: it begins with the id of its favour. */
  id: Id,
  version: Whole,
  state: z.enum(THANK_YOU_STATES),
  by: z.enum(SIDES),
  text: Text,
  /** Whether whom it thanks wants it to be public. */
  agreed: z.boolean(),
  signals: z.array(Text),
  createdAt: Whole,
  publishedAt: MaybeWhole,
  /** A moderator looked at it: reports alone can't hold it again. */
  cleared: z.boolean(),
  /** Why a moderator did not let it through, or took it away. */
  reason: MaybeText,
  appeal: MaybeAppeal,
});
export type ThankYou = z.infer<typeof ThankYou>;

/** Each side thanks once. */
export function thankYouId(jobId: string, by: Side): string {
  return `${jobId}${by.charAt(0)}t`;
}

/** The favour that the id of a thank-you names. */
export function jobOfThankYou(id: string): string {
  return id.slice(0, -2);
}
