import { mailId } from "./mail-event.ts";
import { CONTACT_MESSAGE_TTL_DAYS } from "./contact-message.ts";
import type { ContactMessage } from "./contact-message.ts";
import { UNCONFIRMED_TTL_HOURS } from "./limits.ts";
import { decided } from "./outcome.ts";
import type { Context, Decided } from "./outcome.ts";
import type { ContactDraft } from "./parse-contact.ts";
import { DAY, HOUR } from "./time.ts";

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
