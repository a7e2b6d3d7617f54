import type { LinkRef } from "../domain/records/mails/parts.ts";
import { cleanLine } from "../domain/kernel/clean.ts";
import { maskContactData } from "../language/contact-data.ts";
import { defuse } from "../language/defuse.ts";
import { excerpt } from "../language/excerpt.ts";

declare const words: unique symbol;

/** A sentence of ours. What it takes over from visitors has been made harmless by `say`. */
export type Words = string & { readonly [words]: true };

/** Text of our own (an editor's title, a date) that goes into a sentence as it is. */
export interface Own {
  readonly own: string;
}

/** One piece of a letter; `letter-text.ts` and `letter-html.ts` draw each of them. */
export type Part =
  | { readonly type: "paragraph"; readonly text: Words }
  | { readonly type: "list"; readonly items: readonly Words[] }
  | { readonly type: "facts"; readonly rows: readonly (readonly [label: string, value: Words])[] }
  /** What a visitor wrote, shown as theirs under `caption`. */
  | { readonly type: "quote"; readonly caption: Words; readonly text: string }
  | { readonly type: "button"; readonly label: string; readonly url: string }
  | { readonly type: "link"; readonly label: string; readonly url: string };

export interface Attachment {
  readonly filename: string;
  /** UTF-8 text. */
  readonly content: string;
  readonly contentType: string;
}

export interface Letter {
  /** Never holds a visitor's text: it is a header. */
  readonly subject: Words;
  readonly parts: readonly Part[];
  readonly replyTo?: string;
  /** Of a subscription: the link that ends it, in one click from the letter's head (RFC 8058) and below its text. */
  readonly unsubscribe?: LinkRef;
  readonly attachments?: readonly Attachment[];
}

/** Longest piece of a visitor's text inside a sentence, in code points. */
const MAX_INSERT_LENGTH = 240;

/**
 * Writes a sentence. Whatever is put in is taken for a visitor's: one line, no contact data, no address that could be
 * clicked; what is ours goes in through `own`.
 *
 * @example say`Tu favor «${job.title}» se verá hasta el ${own(formatDate(expiresAt))}.`
 */
export function say(literals: TemplateStringsArray, ...values: readonly (string | Own)[]): Words {
  const sentence = literals.map((literal, at) => {
    const value = values[at];
    if (value === undefined) return literal;
    return literal + (typeof value === "string" ? harmless(value) : value.own);
  });
  return sentence.join("") as Words; // The brand exists only in types: this is the one place that gives it.
}

export function own(text: string): Own {
  return { own: text };
}

/** Masked before it is cut: half a telephone is found by nobody. */
function harmless(text: string): string {
  return defuse(excerpt(maskContactData(cleanLine(text)), MAX_INSERT_LENGTH));
}
