import { cleanText } from "../domain/kernel/clean.ts";

/** What programs read as the dot of a domain, ideographic and full-width ones included (UTS 46). */
const DOT = "[.\u2024\u3002\uff0e\uff61]";
const DOMAIN_DOT = new RegExp(`(?<=[^\\s.,;:!?…([{«"'“])${DOT}(?=[\\p{L}\\p{M}])`, "gu");
const AT = /(?<=[^\s[])[@\uff20\ufe6b](?=[^\s\]])/gu;
const SCHEME =
  /(?<=[a-z0-9])[:\uff1a](?=\/\/|\\\\)|(?<=(?:mailto|tel|sms|callto|javascript|data|whatsapp|tg))[:\uff1a]/giu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064]/gu;

/**
 * Text of a visitor in which no mail program finds an address to make clickable: `https[:]//ejemplo[.]com`,
 * `ana[@]ejemplo[.]com`. A person can still read and copy it; prices, times and numbers stay as they were.
 * Zero-width joiners of emoji go as well: they could stand between the letters of an address.
 */
export function defuse(text: string): string {
  return cleanText(text)
    .replace(INVISIBLE, "")
    .replace(SCHEME, "[:]")
    .replace(AT, "[@]")
    .replace(DOMAIN_DOT, "[.]");
}
