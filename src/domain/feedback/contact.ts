import { CONTACT_MESSAGE_TTL_DAYS } from "../kernel/limits.ts";
import { decided, type Context, type Decided } from "../records/decision.ts";
import { type FieldErrors, err, ok, type Result } from "../kernel/errors.ts";
import { errorsOf, partErrors, type FormValues, checkLength, cleanText, oneOf } from "../kernel/form.ts";
import {
  CONTACT_MESSAGE_MAX_LENGTH,
  CONTACT_MESSAGE_MIN_LENGTH,
  UNCONFIRMED_TTL_HOURS,
} from "../kernel/limits.ts";
import { DAY, HOUR } from "../kernel/time.ts";
import { mailId } from "../records/mail-event.ts";
import { parsePerson } from "../people/person.ts";
import { CONTACT_SUBJECTS, type ContactMessage } from "../records/contact-message.ts";

/** A contact message as the form gives it. */
export type ContactDraft = Pick<ContactMessage, "name" | "email" | "subject" | "message">;

/** Reads the form of `/api/contact`. */
export function parseContactForm(values: FormValues): Result<ContactDraft, FieldErrors> {
  const sender = parsePerson({ ...values, phone: "" });
  const subject = oneOf(values["subject"], CONTACT_SUBJECTS, "subjectMissing", "subjectUnknown");
  const message = checkLength(cleanText(values["message"] ?? ""), {
    min: CONTACT_MESSAGE_MIN_LENGTH,
    max: CONTACT_MESSAGE_MAX_LENGTH,
    missing: "contactMessageMissing",
    tooShort: "contactMessageTooShort",
    tooLong: "contactMessageTooLong",
  });
  if (sender.ok && subject.ok && message.ok) {
    const { name, email } = sender.value;
    return ok({ name, email, subject: subject.value, message: message.value });
  }
  return err({ ...partErrors(sender), ...errorsOf({ subject, message }) });
}

interface Message {
  readonly draft: ContactDraft;
  readonly signals: readonly string[];
  /** Address of the site's owner. */
  readonly owner: string;
}

/** Somebody writes to the owner: it goes out at once, and the sender gets a receipt without any of its text. Never fails. */
export function sendContact(
  { draft, signals, owner }: Message,
  { newId, now }: Context,
): Decided<"received"> {
  const contact: ContactMessage = {
    ...draft,
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
