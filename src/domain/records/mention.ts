import * as z from "zod/mini";
import { Id, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

export const MENTION_STATES = ["received", "held", "approved", "rejected", "deleted"] as const;
export type MentionState = (typeof MENTION_STATES)[number];

/** What another site says of an article (W3C Webmention), as it is stored. Its id is a keyed hash of `source` and `article`. */
export const Mention = z.object({
  id: Id,
  version: Whole,
  article: Text,
  /** Address of the page that links to the article. */
  source: Text,
  state: z.enum(MENTION_STATES),
  /** What the page says of itself, as text: null until it was read, and once it is gone. */
  author: MaybeText,
  title: MaybeText,
  text: MaybeText,
  createdAt: Whole,
  /** Since when its words wait for a moderator; null: they never did. */
  heldAt: MaybeWhole,
  /** When it was first public; keeps its place in the list. */
  publishedAt: MaybeWhole,
  /** When its page is to be read (again); null: nothing to do until somebody says that it changed. */
  checkAt: MaybeWhole,
  /** How often in a row it could not be read. */
  tries: Whole,
  signals: z.array(Text),
  reason: MaybeText,
});
export type Mention = z.infer<typeof Mention>;
