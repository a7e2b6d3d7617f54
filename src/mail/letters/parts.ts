import type { MailEvent, MailName } from "../../domain/records/mail-event.ts";
import { jobPath } from "../../views/public-view.ts";
import { type Letter, type Part, say, type Words } from "../letter.ts";
import type { MailContext } from "../mail-context.ts";

/** The data of one kind of mail. */
export type DataOf<N extends MailName> = Extract<MailEvent, { name: N }>["data"];
/** Writes one kind of letter. */
export type LetterWriter<N extends MailName> = (data: DataOf<N>, context: MailContext) => Letter;
/** Writers of some kinds of mail, by name. */
export type LetterWriters<N extends MailName> = { readonly [K in N]: LetterWriter<K> };

export function paragraph(text: Words): Part {
  return { type: "paragraph", text };
}

export function list(...items: readonly Words[]): Part {
  return { type: "list", items };
}

export function facts(...rows: readonly (readonly [label: string, value: Words])[]): Part {
  return { type: "facts", rows };
}

/** What a visitor wrote, marked as theirs. */
export function quote(caption: Words, text: string): Part {
  return { type: "quote", caption, text };
}

export function button(label: string, url: string): Part {
  return { type: "button", label, url };
}

export function link(label: string, url: string): Part {
  return { type: "link", label, url };
}

/** What is left to whoever something was decided against. Undefined: in letters of before there were appeals, whose links have them by now. */
export function appealWords(canAppeal: boolean | undefined): Words {
  return canAppeal === false
    ? say`Hemos leído también lo que nos contaste al recurrir, así que aquí ya no se puede recurrir otra vez. Esto no te quita el derecho a reclamar por otras vías, también ante los tribunales.`
    : say`¿Crees que nos hemos equivocado? Puedes recurrir una vez desde tu enlace, contándonos por qué. Lo volverá a mirar una persona y te escribiremos con lo que decida.`;
}

/** Address of a favour's page. */
export function jobUrl(
  job: { readonly id: string; readonly title: string },
  { siteUrl }: MailContext,
): string {
  return `${siteUrl}${jobPath(job)}`;
}
