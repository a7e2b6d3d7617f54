import { Person } from "../people/person.ts";
import { MaybeAppeal } from "./appeal.ts";
import * as z from "zod/mini";
import { HEARD_CHOICES } from "./notice.ts";
import { Id, Edits, MaybeText, MaybeWhole, Text, Whole } from "../kernel/shapes.ts";

export const COMMENT_STATES = ["unconfirmed", "held", "approved", "rejected", "spam", "deleted"] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** Of which answers in its conversation its writer wants to hear. */
export const NOTIFY_CHOICES = ["none", ...HEARD_CHOICES] as const;
export const COMMENT_ROLES = ["author", "moderator"] as const;

/** A comment under an article, as it is stored. */
export const Comment = z.object({
  id: Id,
  version: Whole,
  /** The article's slug: names the thread. */
  article: Text,
  /** The comment it answers. */
  parent: z.nullable(Id),
  /** The first comment of its branch; null for a root. */
  root: z.nullable(Id),
  state: z.enum(COMMENT_STATES),
  text: Text,
  writer: Person,
  role: z.nullable(z.enum(COMMENT_ROLES)),
  notify: z.enum(NOTIFY_CHOICES),
  createdAt: Whole,
  publishedAt: MaybeWhole,
  editedAt: MaybeWhole,
  signals: z.array(Text),
  reason: MaybeText,
  appeal: MaybeAppeal,
  example: z.boolean(),
  /** A moderator looked at it: reports alone can't hold it again. Comments of before December 2026 don't say. */
  cleared: z._default(z.boolean(), false),
  edits: Edits,
});
export type Comment = z.infer<typeof Comment>;
