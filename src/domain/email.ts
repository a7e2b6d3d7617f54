import type { FieldCode } from "./errors.ts";
import { EMAIL_LOCAL_PART_MAX_LENGTH, EMAIL_MAX_LENGTH } from "./limits.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { cleanLine } from "./text-field.ts";

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
