import type { Entry } from "./content-entries.ts";
import { allBelow, attributesOf, isElement, rangeOf } from "./mdx-body.ts";

/** A stretch of a file that readers see, as it is written there. */
export interface ShownText {
  readonly raw: string;
  /** Its offset in the file. */
  readonly start: number;
  /** Somebody else's name or title, in whatever language. */
  readonly quoted?: boolean;
}

/** Fields whose words nobody sees, or that aren't words. */
const UNSEEN = new Set([
  ...[
    "alsoAsked",
    "aliases",
    "url",
    "file",
    "format",
    "id",
    "author",
    "topics",
    "topic",
    "theme",
    "comments",
  ],
  ...["resources", "questions", "articles", "seeAlso", "publishedAt", "updatedAt", "reviewBy", "linkAs"],
]);
/** Attributes of components that a reader sees. */
const SEEN_ATTRIBUTES = new Set(["title", "caption", "alt", "source", "author"]);

/** The words of a text that readers see: its header's, its body's and those of its components. Code isn't words. */
export function shownTexts(entry: Entry): ShownText[] {
  const { text, path } = entry;
  const inHeader = text.scalars
    .filter(({ path: at }) => path.every((step, index) => at[index] === step))
    .filter(({ path: at }) => !at.some((step) => typeof step === "string" && UNSEEN.has(step)))
    .map(({ path: at, start, end }) => ({
      ...unquoted(text.text, start, end),
      quoted: at.some((step) => step === "sources" || step === "source"),
    }));
  return [...inHeader, ...textsOfBody(entry)];
}

function textsOfBody({ text, tree }: Entry): ShownText[] {
  if (tree === null) return [];
  return allBelow(tree).flatMap((node) => {
    const { start, end } = rangeOf(text, node);
    if (node.type === "text") return [{ raw: text.text.slice(start, end), start }];
    if (!isElement(node)) return [];
    const tag = text.text.slice(start, end);
    return [...attributesOf(node)].flatMap(([name, value]) => {
      const at = value === null ? -1 : tag.indexOf(`${name}="${value}"`);
      if (value === null || at === -1 || !SEEN_ATTRIBUTES.has(name)) return [];
      const quoted = name === "source" || name === "author";
      return [{ raw: value, start: start + at + name.length + 2, quoted }];
    });
  });
}

function unquoted(text: string, start: number, end: number): ShownText {
  const raw = text.slice(start, end);
  const quoted = /^(["'])[\s\S]*\1$/.test(raw);
  return quoted ? { raw: raw.slice(1, -1), start: start + 1 } : { raw, start };
}
