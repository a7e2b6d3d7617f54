import { findIbans } from "./ibans.ts";
import { findPhones } from "./phones.ts";
import { hasEscapes, type Readable, readText } from "./readable.ts";

export const CONTACT_KINDS = ["email", "iban", "phone", "handle"] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** A piece of contact data in a text: `text.slice(start, end)`. */
export interface ContactSpan {
  readonly kind: ContactKind;
  readonly start: number;
  readonly end: number;
}

type Span = Omit<ContactSpan, "kind">;

export const CONTACT_MASK = "[dato de contacto oculto]";

/** Made when a text is first looked at: who never masks one doesn't wait for its large classes of letters. */
function makePatterns() {
  const at = String.raw`(?:@\s{0,2}|\s{1,2}@\s{1,2}|\s{0,2}[([{<]\s?(?:@|arroba|at)\s?[)\]}>]\s{0,2}|\sarroba\s)`;
  const dot = String.raw`(?:[.·•]|\s\.\s?|\s?[([{<]\s?(?:\.|punto|dot)\s?[)\]}>]\s?|\spunto\s)`;
  const chat = String.raw`(?:telegram|tlgrm|tg|wh?ats?app|wh?assap|wasap|guasap|wsp|whats|signal)`;
  return {
    email: new RegExp(
      String.raw`(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+'-]{1,64}${at}(?:(?:[\p{L}\p{N}-]{1,63}${dot}){1,4}[\p{L}]{2,24}|(?:gmail|hotmail|outlook|yahoo|icloud|proton(?:mail)?)(?![\p{L}\p{N}]))`,
      "gu",
    ),
    // Also with a name before the host («pepito.t.me»), a port, or the dot of a whole domain name.
    chatLink:
      /(?<![\p{L}\p{N}.-])(?:https?:\/\/)?(?:[\w-]{1,40}\.){0,3}(?:wa\.(?:me|link)|t\.me|m\.me|telegram\.(?:me|dog)|signal\.(?:me|group)|(?:api|chat|web)\.whatsapp\.com)\.?(?::\d{1,5})?(?:\/[^\s)\]>]{0,199}[^\s)\]>.,;:!?»”’]|(?<=[\w-]\.t\.me)(?![\p{L}\p{N}-]))/gu,
    chatScheme: /(?<![\p{L}\p{N}])(?:tg|whatsapp|sgnl|viber|skype):\/{0,2}[^\s/)\]>][^\s)\]>]{2,199}/gu,
    // What follows the name of a chat is a handle if it begins with @, or if it follows a colon and isn't a plain word.
    handleAfter: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:${chat}[^@\n.!?]{0,30}(?=@)|${chat}\s{0,2}[:=]\s{0,2}(?=[a-z.]{0,32}[\d_])|mi\s${chat}\s{0,2}[:=]\s{0,2})(?<handle>@?[a-z0-9_][a-z0-9_.]{2,31})`,
      "dgu",
    ),
    handleBefore: new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?<handle>@[a-z0-9_][a-z0-9_.]{2,31})(?=[\s,(]{1,3}(?:(?:en|por|de|mi|al|el|es)\s){0,2}${chat}(?![\p{L}\p{N}]))`,
      "dgu",
    ),
  };
}
let patterns: ReturnType<typeof makePatterns> | null = null;

/**
 * Contact data that somebody typed into a public text: e-mail addresses (also with "arroba" and "punto"), Spanish and
 * international telephones in figures or words, WhatsApp and Telegram links and handles, account numbers. Spans come in
 * order and don't overlap. Prices, dates, times, measures and postal codes are left alone.
 */
export function findContactData(text: string): ContactSpan[] {
  const found = contactIn(readText(text, { decoded: false }));
  if (hasEscapes(text)) found.push(...contactIn(readText(text, { decoded: true })));
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  const apart: ContactSpan[] = [];
  for (const span of found) {
    const last = apart.at(-1);
    if (!last || span.start >= last.end) apart.push(span);
    else if (span.end > last.end) apart[apart.length - 1] = { ...last, end: span.end };
  }
  return apart;
}

/** The spans of one way to read a text, as places in what was typed. */
function contactIn(read: Readable): ContactSpan[] {
  const { email, chatLink, chatScheme, handleAfter, handleBefore } = (patterns ??= makePatterns());
  const found: ContactSpan[] = [];
  const add = (kind: ContactKind, spans: readonly Span[]): void => {
    for (const span of spans) {
      const typed = toTyped(read, span);
      if (!found.some((other) => typed.start < other.end && other.start < typed.end)) {
        found.push({ kind, ...typed });
      }
    }
  };
  add("handle", spansOf(read.text, chatLink));
  add("handle", spansOf(read.text, chatScheme));
  add("email", spansOf(read.text, email));
  add("iban", findIbans(read.text));
  add("phone", findPhones(read.text));
  add("handle", spansOf(read.text, handleAfter));
  add("handle", spansOf(read.text, handleBefore));
  return found;
}

/** The text as it is published: each piece of contact data gives way to `CONTACT_MASK`. */
export function maskContactData(text: string): string {
  let masked = "";
  let from = 0;
  for (const { start, end } of findContactData(text)) {
    masked += text.slice(from, start) + CONTACT_MASK;
    from = end;
  }
  return masked + text.slice(from);
}

/** Where the pattern matches: its group `handle` if it has one, otherwise the whole match. */
function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const handle = match.indices?.groups?.["handle"];
    return handle
      ? { start: handle[0], end: handle[1] }
      : { start: match.index, end: match.index + match[0].length };
  });
}

function toTyped(read: Readable, span: Span): Span {
  return { start: read.starts[span.start] ?? 0, end: read.ends[span.end - 1] ?? 0 };
}
