import * as z from "zod/mini";
import { cleanLine, lengthOf } from "../kernel/clean.ts";
import { err, ok, type Result } from "../kernel/errors.ts";
import type { FieldCode } from "../kernel/field-codes.ts";
import { checkLength, field, FIELDS, lengths, optional } from "../kernel/fields.ts";
import {
  NAME_MAX_LENGTH,
  NAME_MIN_LENGTH,
  PHONE_MAX_LENGTH,
  PHONE_MIN_LENGTH,
  EMAIL_LOCAL_PART_MAX_LENGTH,
  EMAIL_MAX_LENGTH,
} from "../kernel/limits.ts";
import { MaybeText, Text } from "../kernel/shapes.ts";

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

/** Who signs something, and where they prove it. */
export const ADDRESS_FORM = z.object({
  name: field(parseName, lengths(NAME_MIN_LENGTH, NAME_MAX_LENGTH)).register(FIELDS, { isMasked: true }),
  email: field(parseEmail, { format: "email", maxLength: EMAIL_MAX_LENGTH }),
});
/** Somebody whose contact data go to whom they agree with. */
export const PERSON_FORM = z.extend(ADDRESS_FORM, {
  phone: optional(field(parsePhone, lengths(PHONE_MIN_LENGTH, PHONE_MAX_LENGTH)), null),
});

/** `consent` has to be ticked: the address goes to the person that is accepted. */
export const CONSENT = field((typed) => (typed === "on" ? ok("on") : err("consentMissing")), { const: "on" });

/** Scripts in which one sign is a whole word, and often a whole name. */
const WORD_IN_ONE_SIGN =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Yi}]$/u;

function parseName(text: string): Result<string, FieldCode> {
  const name = cleanLine(text);
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
function parsePhone(text: string): Result<string | null, FieldCode> {
  const phone = cleanLine(text.normalize("NFKC").replace(DASHES, "-"));
  if (phone === "") return ok(null);
  const digits = phone.replace(/\D/g, "").length;
  const fits = digits >= PHONE_MIN_LENGTH && lengthOf(phone) <= PHONE_MAX_LENGTH;
  return fits && PHONE_PATTERN.test(phone) ? ok(phone) : err("phoneInvalid");
}

/** Somebody nothing is known of any more. */
export const NOBODY: Person = { name: "", email: "", phone: null, address: "" };

/** Somebody whom nobody can reach any more. The name stays where it is public, the hash for who wants it all erased. */
export function withoutContact(person: Person): Person {
  return { ...person, email: "", phone: null };
}

/** Dot-atom of RFC 5322 §3.2.3: no quoted local parts, which nobody has and headers could be broken with. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN_LETTERS = /^[\p{L}\p{M}\p{N}.-]+$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;

/** An e-mail address as it is stored: the domain in lower case and in ASCII, the local part as it was typed. */
export function parseEmail(text: string): Result<string, FieldCode> {
  const line = cleanLine(text);
  if (line === "") return err("emailMissing");
  const at = line.lastIndexOf("@");
  const local = line.slice(0, Math.max(at, 0));
  const domain = asciiDomain(line.slice(at + 1));
  if (at < 1 || domain === null || !LOCAL_PART.test(local)) return err("emailInvalid");
  const email = `${local}@${domain}`;
  if (email.length > EMAIL_MAX_LENGTH || local.length > EMAIL_LOCAL_PART_MAX_LENGTH)
    return err("emailTooLong");
  return ok(email);
}

/** Whether an address is one of a list, however its letters are written. */
export function isAmong(email: string, addresses: readonly string[]): boolean {
  const lower = email.trim().toLowerCase();
  return addresses.some((address) => address.trim().toLowerCase() === lower);
}

/** Letters, digits, hyphens and points, and nothing that is written in another alphabet. */
const PLAIN_DOMAIN = /^(?!.*xn--)[a-z0-9.-]+$/i;

/** The platform's own URL parser turns `españa.es` into what the domain name system knows it as; most domains need no turning. */
function asciiDomain(domain: string): string | null {
  if (PLAIN_DOMAIN.test(domain)) {
    const lower = domain.toLowerCase();
    return DOMAIN.test(lower) ? lower : null;
  }
  if (!DOMAIN_LETTERS.test(domain) || !URL.canParse(`http://${domain}/`)) return null;
  const ascii = new URL(`http://${domain}/`).hostname;
  return DOMAIN.test(ascii) ? ascii : null;
}
