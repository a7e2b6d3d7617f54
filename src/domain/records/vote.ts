import * as z from "zod/mini";
import { MaybeText, Text, Whole } from "../kernel/shapes.ts";

/** «¿Te ha servido?»: whether an answer of the FAQ helped. */
export const VOTE_VALUES = ["yes", "no"] as const;
export type VoteValue = (typeof VOTE_VALUES)[number];

/**
 * One visitor's vote on one answer. Its id is a keyed hash of both, so the same visitor changes a vote instead of adding one. The
 * number that it adds to outlives it; whoever comes back with another day's key is a new visitor.
 */
export const Vote = z.object({
  id: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
  version: Whole,
  question: Text,
  value: z.enum(VOTE_VALUES),
  /** What this visitor told the editors last. */
  text: MaybeText,
  createdAt: Whole,
});
export type Vote = z.infer<typeof Vote>;
