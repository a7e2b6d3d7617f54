import * as z from "zod/mini";

/** What a page says of itself, as text. */
export interface PageWords {
  readonly author: string | null;
  readonly title: string | null;
  readonly text: string | null;
}

/** A tag with an address; what stands between `<` and `>` has neither of them. */
const LINKED = /<(?:a|area|link)\s[^<>]*?(?<![\w-])href\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)'|([^\s"'<>]+))/gi;
const BASE = /<base\s[^<>]*?\bhref\s*=\s*["']?([^\s"'<>]+)/i;
const TITLE = /<title[^<>]*>([^<]*)<\/title/i;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Whether a page links to this address, whatever part of it. */
export function linksTo(html: string, page: string, target: URL): boolean {
  const base = URL.parse(BASE.exec(html)?.[1] ?? "", page) ?? page;
  for (const [, double, single, bare] of html.matchAll(LINKED)) {
    const url = URL.parse(decode(double ?? single ?? bare ?? "").trim(), base);
    if (url?.host === target.host && url.pathname === target.pathname) return true;
  }
  return false;
}

/**
 * The words of a page's first `h-entry` (microformats2), else its title alone. No markup comes out, and what can't be read has no
 * words: a moderator sees the address in any case.
 */
export async function wordsOf(html: string, page: string): Promise<PageWords> {
  const title = cleaned(decode(TITLE.exec(html)?.[1] ?? ""));
  const nothing = { author: null, title, text: null };
  if (!isTame(html)) return nothing;
  try {
    const { mf2 } = await import("microformats-parser");
    const entry = firstEntry(z.parse(Items, mf2(html, { baseUrl: page }).items));
    if (entry === null) return nothing;
    const { author, name, content, summary } = entry.properties;
    const [text] = [content, summary, name].flatMap((values) => textOf(values) ?? []);
    return { author: textOf(author), title: textOf(name) ?? title, text: text ?? null };
  } catch {
    // No document at all.
    return nothing;
  }
}

/** Tags that nest, end tags too; what closes by itself or holds nothing isn't among them. */
const NESTING =
  /<(\/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|td|th|tr|track|wbr)\b)([a-z][a-z0-9]*)/gi;
/** What HTML's rules open again in each paragraph where it was left open. */
const FORMATTING = /^(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)$/i;
/** Deeper than any page that a person reads; what is nested so costs a parser the square of it. */
const DEPTH_MAX = 200;
const FORMATTING_MAX = 20;

/** Whether a page can be parsed in a time and room that its length foretells. */
function isTame(html: string): boolean {
  let depth = 0;
  let formatting = 0;
  for (const [, slash, name = ""] of html.matchAll(NESTING)) {
    const step = slash === "/" ? -1 : 1;
    depth = Math.max(0, depth + step);
    if (FORMATTING.test(name)) formatting = Math.max(0, formatting + step);
    if (depth > DEPTH_MAX || formatting > FORMATTING_MAX) return false;
  }
  return true;
}

const Value = z.union([z.string(), z.looseObject({})]);
const Values = z.optional(z.array(Value));
const Item = z.object({
  type: z._default(z.array(z.string()), []),
  properties: z.object({ author: Values, name: Values, content: Values, summary: Values }),
  children: z._default(z.array(z.unknown()), []),
});
const Items = z.array(Item);
type Entry = z.infer<typeof Item>;

/** Alone, or the first of a feed. */
function firstEntry(items: readonly Entry[]): Entry | null {
  const inside = items.flatMap(({ children }) => z.safeParse(Items, children).data ?? []);
  return [...items, ...inside].find(({ type }) => type.includes("h-entry")) ?? null;
}

/** Of a text, of embedded markup, or of a card that has a name. */
function textOf(values: z.infer<typeof Values>): string | null {
  const [first] = values ?? [];
  if (first === undefined) return null;
  if (typeof first === "string") return cleaned(first);
  const card = z.safeParse(z.object({ properties: z.object({ name: z.array(z.string()) }) }), first);
  if (card.success) return cleaned(card.data.properties.name[0] ?? "");
  const marked = z.safeParse(z.object({ value: z.string() }), first);
  return marked.success ? cleaned(marked.data.value) : null;
}

function cleaned(text: string): string | null {
  const line = text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line === "" ? null : line;
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? "");
}
