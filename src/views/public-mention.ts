import type { Mention } from "../domain/records/mention.ts";
import { maskContactData } from "../language/contact-data.ts";

/** What another site says of an article, as everybody may see it. */
export interface PublicMention {
  readonly id: string;
  /** Absolute address of the page that says it. */
  readonly source: string;
  readonly host: string;
  readonly author: string | null;
  /** Its own, or its host's name. */
  readonly title: string;
  readonly text: string | null;
}

export function publicMention({ id, source, author, title, text }: Mention): PublicMention {
  const host = sourceName(source);
  return {
    id,
    source,
    host,
    author: author && maskContactData(author),
    title: title ? maskContactData(title) : host,
    text: text && maskContactData(text),
  };
}

/** The name of the site that a page is on, as people say it. */
export function sourceName(source: string): string {
  return new URL(source).host.replace(/^www\./, "");
}
