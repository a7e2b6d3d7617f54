import * as z from "zod/mini";
import { Id, MaybeText, Text, Whole } from "../kernel/shapes.ts";
import { MaybeAppeal } from "./appeal.ts";

export const QUESTION_STATES = ["held", "sent", "rejected"] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** The two sides of an offer. */
export const SIDES = ["poster", "helper"] as const;
export type Side = (typeof SIDES)[number];

/** What one side of an offer asks or answers the other through us, before the poster decides. Nothing of it is ever public. */
export const AskedQuestion = z.object({
  /** `questionId`: it begins with the id of its offer. */
  id: Id,
  version: Whole,
  state: z.enum(QUESTION_STATES),
  by: z.enum(SIDES),
  text: Text,
  /** The form that it was sent with: the same one counts once. */
  formId: MaybeText,
  signals: z.array(Text),
  createdAt: Whole,
  /** Why a moderator did not let it through. */
  reason: MaybeText,
  appeal: MaybeAppeal,
});
export type AskedQuestion = z.infer<typeof AskedQuestion>;

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Of the `n`th message (from 0) of one side. Whoever has it finds the offer without a list of messages. */
export function questionId(offerId: string, by: Side, n: number): string {
  return `${offerId}${by.charAt(0)}${LETTERS.charAt(n)}`;
}

/** The offer that a question's id names. */
export function offerOfQuestion(id: string): string {
  return id.slice(0, -2);
}
