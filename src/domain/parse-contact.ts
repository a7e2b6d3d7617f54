import { CONTACT_SUBJECTS } from "./contact-message.ts";
import type { ContactMessage } from "./contact-message.ts";
import type { FieldErrors } from "./errors.ts";
import { errorsOf, partErrors } from "./form.ts";
import type { FormValues } from "./form.ts";
import { CONTACT_MESSAGE_MAX_LENGTH, CONTACT_MESSAGE_MIN_LENGTH } from "./limits.ts";
import { parsePerson } from "./person.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { checkLength, cleanText, oneOf } from "./text-field.ts";

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
