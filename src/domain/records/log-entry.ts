import * as z from "zod/mini";
import { Id, MaybeText, Text, Whole } from "../kernel/shapes.ts";

/** The kinds of things that a moderator decides about. */
export const MODERATED_KINDS = [
  "job",
  "offer",
  "reward",
  "comment",
  "question",
  "thanks",
  "mention",
  "report",
] as const;

/** What `/api/moderation` can be asked for, in the order of its buttons. */
export const DESK_ACTIONS = [
  "approve",
  "reject",
  "spam",
  "hide",
  "restore",
  "undo",
  "mask",
  "trust",
  "block",
  "settle",
  "uphold",
  "dismiss",
] as const;
export type DeskAction = (typeof DESK_ACTIONS)[number];

/** One decision of a moderator, written once and never changed. No text of a visitor stands in it. */
export const LogEntry = z.object({
  id: Id,
  version: Whole,
  at: Whole,
  /** Keyed hash of the moderator's address. */
  by: Text,
  kind: z.enum(MODERATED_KINDS),
  thing: Id,
  action: Text,
  /** The moderator's own words to who wrote it. */
  reason: MaybeText,
  /** What it made of an appeal; absent: there was none. */
  appeal: z.optional(z.enum(["won", "lost"])),
  /** Keyed hash of the address of who wrote it; empty for a page of another site. */
  address: Text,
  /** How long it had waited, in milliseconds; null for what did not wait. */
  waited: z.nullable(Whole),
});
export type LogEntry = z.infer<typeof LogEntry>;
