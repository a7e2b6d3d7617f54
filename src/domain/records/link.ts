import * as z from "zod/mini";
import { Id } from "../kernel/shapes.ts";
import { Text, Whole } from "../kernel/shapes.ts";

export const LINK_ROLES = ["confirm", "poster", "helper", "commenter", "moderator"] as const;
export type LinkRole = (typeof LINK_ROLES)[number];

/** Every action that some magic link can ask for (`docs/api.md`). */
export const LINK_ACTIONS = [
  "confirm",
  "accept",
  "decline",
  "edit",
  "withdraw",
  "dropOut",
  "complete",
  "dispute",
  "renew",
  "erase",
  "reconfirm",
  "deliver",
  "delete",
  "approve",
  "reject",
  "spam",
] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];

/** A magic link is bound to one object, one role, a set of actions and an end. Neither its token nor a hash is stored. */
export const Link = z.object({
  id: Id,
  version: Whole,
  role: z.enum(LINK_ROLES),
  object: z.object({
    kind: z.enum(["job", "offer", "comment"]),
    id: Id,
    /** An offer's favour: named here so that both are read at once. */
    jobId: z.optional(Id),
    /** The keyed hash of the address that a comment's or a confirm link proves, for the same reason. */
    address: z.optional(Text),
  }),
  actions: z.array(z.enum(LINK_ACTIONS)),
  /** The moderator whom it was mailed to. Links of before December 2026 don't say; they live for 30 days. */
  recipient: z.optional(Text),
  expiresAt: Whole,
});
export type Link = z.infer<typeof Link>;
