import * as z from "zod/mini";
import { MaybeText, Text } from "./shapes.ts";
import { parseEmail } from "./email.ts";
import type { FieldCode, FieldErrors } from "./errors.ts";
import { errorsOf } from "./form.ts";
import type { FormValues } from "./form.ts";
import { NAME_MAX_LENGTH, NAME_MIN_LENGTH, PHONE_MAX_LENGTH, PHONE_MIN_LENGTH } from "./limits.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { checkLength, cleanLine, lengthOf } from "./text-field.ts";

/** As it is stored and may stand in a letter: digits and what groups them, the country's number in brackets or not. */
export const PHONE_PATTERN = /^\(?\+?[\d ().\/-]+$/;
/** Dashes of every length, the minus sign and the hyphen that never breaks a line. */
const DASHES = /[\p{Pd}\u2212]/gu;

/** Somebody who left a name and an address. Everything but `name` is private and never leaves in a public answer. */
export const Person = z.object({
  name: Text,
  email: Text,
  phone: MaybeText,
  /** Keyed hash of the address (`links.ts`): counts and compares without holding the address itself. */
  address: Text,
});
export type Person = z.infer<typeof Person>;

/** Somebody as a form gives them: the keyed hash of the address is made outside. */
export type PersonDraft = Omit<Person, "address">;

/** Reads `name`, `email` and `phone?`. */
export function parsePerson(values: FormValues): Result<PersonDraft, FieldErrors> {
  const name = parseName(values["name"]);
  const email = parseEmail(values["email"] ?? "");
  const phone = parsePhone(values["phone"]);
  if (name.ok && email.ok && phone.ok) {
    return ok({ name: name.value, email: email.value, phone: phone.value });
  }
  return err(errorsOf({ name, email, phone }));
}

/** Scripts in which one sign is a whole word, and often a whole name. */
const WORD_IN_ONE_SIGN =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}]$/u;

export function parseName(text: string | undefined): Result<string, FieldCode> {
  const name = cleanLine(text ?? "");
  if (WORD_IN_ONE_SIGN.test(name)) return ok(name);
  return checkLength(name, {
    min: NAME_MIN_LENGTH,
    max: NAME_MAX_LENGTH,
    missing: "nameMissing",
    tooShort: "nameTooShort",
    tooLong: "nameTooLong",
  });
}

/** A phone as it was typed, with plain digits, blanks and hyphens; null when it was left empty. */
export function parsePhone(text: string | undefined): Result<string | null, FieldCode> {
  const phone = cleanLine((text ?? "").normalize("NFKC").replace(DASHES, "-"));
  if (phone === "") return ok(null);
  const digits = phone.replace(/\D/g, "").length;
  const fits = digits >= PHONE_MIN_LENGTH && lengthOf(phone) <= PHONE_MAX_LENGTH;
  return fits && PHONE_PATTERN.test(phone) ? ok(phone) : err("phoneInvalid");
}

/** `consent` has to be ticked: the address goes to the person that is accepted. */
export function parseConsent(text: string | undefined): Result<"on", FieldCode> {
  return text === "on" ? ok("on") : err("consentMissing");
}

/** Somebody nothing is known of any more. */
export const NOBODY: Person = { name: "", email: "", phone: null, address: "" };
