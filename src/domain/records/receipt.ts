import * as z from "zod/mini";
import { Id, Text, Whole } from "../kernel/shapes.ts";
import { Link } from "./link.ts";
import { LinkRef } from "./mails/parts.ts";

/**
 * What its sender holds of something that waits to be confirmed: with it the mail is asked for again, and the thing is taken back. Its id
 * is nobody else's, so that who knows the thing's own can do neither.
 */
export const Receipt = z.object({
  id: Id,
  /** One more than how often the mail was asked for again. */
  version: Whole,
  object: Link.shape.object,
  /** The link that confirms it. */
  link: LinkRef,
  /** By what the same form would be known again (`FormKey`): who takes the thing back may send the same once more. */
  formKey: z.optional(Text),
  expiresAt: Whole,
});
export type Receipt = z.infer<typeof Receipt>;
