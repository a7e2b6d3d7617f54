import {
  CONTACT_MESSAGE_TTL_DAYS,
  CONTACT_MESSAGE_MAX_LENGTH,
  CONTACT_MESSAGE_MIN_LENGTH,
  UNCONFIRMED_TTL_HOURS,
} from "../kernel/limits.ts";
import * as z from "zod/mini";
import { FIELDS, choice, text } from "../kernel/fields.ts";
import type { FieldsOf } from "../kernel/form.ts";
import { DAY, HOUR } from "../kernel/time.ts";
import { ADDRESS_FORM } from "../people/person.ts";
import { CONTACT_SUBJECTS, type ContactMessage } from "../records/contact-message.ts";
import { type Context, type Decided, decided } from "../records/decision.ts";
import { mailId } from "../records/mail-event.ts";

/** The form of `/api/contact`. */
export const CONTACT_FORM = z.object({
  ...ADDRESS_FORM.shape,
  subject: choice(CONTACT_SUBJECTS, "subjectMissing", "subjectUnknown"),
  message: text({
    min: CONTACT_MESSAGE_MIN_LENGTH,
    max: CONTACT_MESSAGE_MAX_LENGTH,
    missing: "contactMessageMissing",
    tooShort: "contactMessageTooShort",
    tooLong: "contactMessageTooLong",
  }).register(FIELDS, { isSuspect: true }),
});
/** A contact message as the form gives it. */
export type ContactDraft = FieldsOf<typeof CONTACT_FORM.shape>;

interface Message {
  /** Keyed hash of the sender's address. */
  readonly address: string;
  readonly draft: ContactDraft;
  readonly signals: readonly string[];
  /** Address of the site's owner. */
  readonly owner: string;
}

/** Somebody writes to the owner: it goes out at once, and the sender gets a receipt without any of its text. Never fails. */
export function sendContact(
  { draft, address, signals, owner }: Message,
  { newId, now }: Context,
): Decided<"received"> {
  const contact: ContactMessage = {
    ...draft,
    address,
    id: newId(),
    version: 1,
    createdAt: now,
    signals: [...signals],
  };
  const { name, email, subject, message } = contact;
  return decided(contact.id, "received", {
    changes: [
      { kind: "contact", before: null, after: contact, forgetAt: now + CONTACT_MESSAGE_TTL_DAYS * DAY },
    ],
    mails: [
      {
        id: mailId("contactMessage", contact),
        name: "contactMessage",
        to: owner,
        data: { name, replyTo: email, subject, message, signals: [...signals] },
      },
      {
        id: mailId("contactReceipt", contact),
        name: "contactReceipt",
        to: email,
        data: {},
        goodUntil: now + UNCONFIRMED_TTL_HOURS * HOUR,
      },
    ],
  });
}
