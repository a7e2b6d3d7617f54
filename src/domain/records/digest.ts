import * as z from "zod/mini";
import { Id, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

/** How often an alert is mailed. */
export const FREQUENCIES = ["daily", "weekly"] as const;
export type Frequency = (typeof FREQUENCIES)[number];

export const DIGEST_STATES = ["unconfirmed", "on", "off"] as const;
export type DigestState = (typeof DIGEST_STATES)[number];

/**
 * An alert: the new favours under one filter of the board, by mail. Its id is a keyed hash of the address and the filter, so that asking
 * for the same again makes no second one; it stands in keys and links alone.
 */
export const Digest = z.object({
  id: Id,
  version: Whole,
  state: z.enum(DIGEST_STATES),
  /** The filter as the board's address has it; empty: every favour. */
  filter: Text,
  frequency: z.enum(FREQUENCIES),
  /** What its confirm link makes the frequency; null: nothing waits to be confirmed. */
  asked: z.nullable(z.enum(FREQUENCIES)),
  /** Empty once it is off. */
  email: Text,
  /** Keyed hash of the address; empty once it is off. */
  address: Text,
  createdAt: Whole,
  /** Favours that were published up to here have been told, or were there before. */
  toldUntil: Whole,
  /** When the next letter is due; null: none. */
  dueAt: MaybeWhole,
  /** The link that the letters carry at present; null: none was made yet. */
  link: z.nullable(z.object({ id: Id, version: Whole, expiresAt: Whole })),
});
export type Digest = z.infer<typeof Digest>;
