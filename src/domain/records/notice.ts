import * as z from "zod/mini";
import { Id, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

/** Which answers somebody wants to hear of, and how soon. */
export const HEARD_CHOICES = ["each", "daily", "author"] as const;
export type HeardChoice = (typeof HEARD_CHOICES)[number];

export const NOTICE_STATES = ["on", "off"] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/**
 * What one address is told of one conversation. That it wants to be told stands with its comments there (`notify`), and so does where letters
 * go; this says how far it has been told, and what was said by a letter's link since. Its id is a keyed hash of address and conversation.
 */
export const Notice = z.object({
  id: Id,
  version: Whole,
  state: z.enum(NOTICE_STATES),
  choice: z.enum(HEARD_CHOICES),
  /** When a letter's link changed or ended it: comments of before say no more what is wanted. Null: none did. */
  saidAt: MaybeWhole,
  article: Text,
  /** The first comment of the conversation. */
  root: Id,
  /** Keyed hash of the address. */
  address: Text,
  createdAt: Whole,
  /** Answers that were published up to here have been told, or were there before. */
  toldUntil: Whole,
  /** When the next letter is due; null: nothing is new. */
  dueAt: MaybeWhole,
  /** The link that the letters carry at present; null: none was made yet. */
  link: z.nullable(z.object({ id: Id, version: Whole, expiresAt: Whole })),
});
export type Notice = z.infer<typeof Notice>;
