import * as z from "zod/mini";
import { Id } from "./id.ts";

export const CONTACT_SUBJECTS = ["duda", "problema", "articulo", "datos", "prensa", "otra"] as const;
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number];

/** How long a contact message is kept after it was received, in days. */
export const CONTACT_MESSAGE_TTL_DAYS = 30;

/** A message to the owner. It needs no confirmation to be received. */
export const ContactMessage = z.object({
  id: Id,
  version: z.int(),
  name: z.string(),
  email: z.string(),
  subject: z.enum(CONTACT_SUBJECTS),
  message: z.string(),
  createdAt: z.int(),
  signals: z.array(z.string()),
});
export type ContactMessage = z.infer<typeof ContactMessage>;
