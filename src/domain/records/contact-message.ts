import * as z from "zod/mini";
import { Id, Text, Whole } from "../kernel/shapes.ts";

export const CONTACT_SUBJECTS = ["duda", "problema", "articulo", "datos", "prensa", "otra"] as const;
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number];

/** A message to the owner. It needs no confirmation to be received. */
export const ContactMessage = z.object({
  id: Id,
  version: Whole,
  name: Text,
  email: Text,
  /** Keyed hash of the address, to find it by; messages of before December 2026 have none. */
  address: z.optional(Text),
  subject: z.enum(CONTACT_SUBJECTS),
  message: Text,
  createdAt: Whole,
  signals: z.array(Text),
});
export type ContactMessage = z.infer<typeof ContactMessage>;
