import * as z from "zod/mini";
import { Id, MaybeText, Text, Whole } from "../../kernel/shapes.ts";

/** Names the link whose token the renderer makes when the mail is sent; no token is ever stored. */
export const LinkRef = z.object({ id: Id, version: Whole });
export type LinkRef = z.infer<typeof LinkRef>;

/** The favour that a letter is about. */
export const namedJob = z.object({ id: Id, title: Text });
export const article = z.object({ slug: Text, title: Text });
export const role = z.enum(["poster", "helper"]);
export const signals = z.array(Text);
/** Whether an appeal is left; mails from before there were appeals don't say. */
export const canAppeal = z.optional(z.boolean());
/** It is held because its mailbox is blocked, until then. */
export const blockedUntil = z.optional(Whole);
/** What was agreed: `YYYY-MM-DD` and, if it was said, `HH:MM`. Mails from before it could be have none. */
export const day = z.object({ date: Text, time: MaybeText });
