import { ElementType, parseDocument } from "htmlparser2";
import { DROPPED, isElement, rowsOf, wordsOf, type HtmlElement, type HtmlNode } from "./html-nodes.ts";
import {
  asLineStart,
  BREAK,
  escapeWords,
  fenced,
  inlineCode,
  joined,
  PARAGRAPH,
  withMarks,
} from "../../src/markdown/mdx-words.ts";

/** What turns one text's HTML into Markdown has to know, and is told. */
export interface Turning {
  /** Where a link of the old site leads now; null: nowhere that we know. */
  linkTo(href: string): string | null;
  /** What stands in an image's place. */
  image(image: { readonly src: string; readonly alt: string }): string;
  /** Told of what has no place in a text of ours. */
  leftOut(what: string): void;
}

/** Elements within elements that are looked into; deeper ones leave only their words. */
const MAX_DEPTH = 60;
const EMBEDDED = /^(?:iframe|video|audio)$/;
const BLOCKS =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|thead|tfoot|tr|td|th|ul)$/;
const MARKS: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  i: "*",
  em: "*",
  del: "~~",
  s: "~~",
  strike: "~~",
};
/** `[gallery ids="1,2"]`: what WordPress puts in the place of something it makes. */
const SHORTCODE =
  /\[\/?(?:caption|gallery|embed|playlist|audio|video|more)\b[^\]]*\]|\[\/?[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"]*"|'[^']*'|[^\s\]]+))+\s*\/?\]/g;

/** The Markdown that says what this HTML says. Whatever it is given, neither code nor a tag is in what comes out. */
export function htmlToMarkdown(html: string, turning: Turning): string {
  const state = { turning, above: 1 };
  return blocks(parseDocument(html).children, state, 0).join("\n\n");
}

interface State {
  readonly turning: Turning;
  /** The level of the last heading: none may skip. */
  above: number;
}

function isBlock(node: HtmlNode): boolean {
  return isElement(node) && (BLOCKS.test(node.name) || (!DROPPED.test(node.name) && holdsBlock(node)));
}

/** A link or a mark around whole paragraphs. */
function holdsBlock(element: HtmlElement): boolean {
  return element.children.some((child) => isElement(child) && BLOCKS.test(child.name));
}

function blocks(nodes: readonly HtmlNode[], state: State, depth: number): string[] {
  const found: string[] = [];
  let run: HtmlNode[] = [];
  const flush = (): void => {
    found.push(...paragraphs(inline(run, state, depth)));
    run = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    flush();
    if (isElement(node)) found.push(...block(node, state, depth + 1));
  }
  flush();
  return found.filter((text) => text !== "");
}

function paragraphs(words: string): string[] {
  return joined(words)
    .split(PARAGRAPH)
    .map((paragraph) =>
      paragraph
        .split(BREAK)
        .map((line) => asLineStart(line.trim()))
        .join("\\\n")
        .replace(/^(?:\\\n)+|(?:\\\n)+$/g, ""),
    )
    .filter((paragraph) => paragraph !== "");
}

function block(element: HtmlElement, state: State, depth: number): string[] {
  const { name, children } = element;
  if (depth > MAX_DEPTH) return paragraphs(escapeWords(wordsOf(children)));
  if (/^h[1-6]$/.test(name)) return heading(element, state, depth);
  switch (name) {
    case "hr":
      return ["---"];
    case "pre":
      return [fenced(wordsOf(children))];
    case "blockquote":
      return [prefixed(blocks(children, state, depth).join("\n\n"), "> ", "> ")];
    case "ul":
    case "ol":
      return [list(element, state, depth)];
    case "table":
      return table(element, state, depth);
    case "dt":
      return paragraphs(withMarks("**", inline(children, state, depth)));
    default:
      return blocks(children, state, depth);
  }
}

function heading({ name, children }: HtmlElement, state: State, depth: number): string[] {
  const words = inline(children, state, depth).replaceAll(PARAGRAPH, " ").replaceAll(BREAK, " ").trim();
  if (words === "") return [];
  const level = Math.max(2, Math.min(Number(name.slice(1)), state.above + 1));
  state.above = level;
  return [`${"#".repeat(level)} ${words}`];
}

function list({ name, children }: HtmlElement, state: State, depth: number): string {
  const items = children.filter((child) => isElement(child));
  return items
    .map((item, at) => {
      const mark = name === "ol" ? `${at + 1}. ` : "- ";
      const inside =
        item.name === "li" ? blocks(item.children, state, depth + 1) : blocks([item], state, depth + 1);
      return prefixed(inside.join("\n\n"), mark, " ".repeat(mark.length));
    })
    .join("\n");
}

function prefixed(text: string, first: string, others: string): string {
  return text
    .split("\n")
    .map((line, at) => `${at === 0 ? first : others}${line}`.trimEnd())
    .join("\n");
}

/** A table as GFM has it: one line for each row. What it can't hold is told. */
function table(element: HtmlElement, state: State, depth: number): string[] {
  const rows = rowsOf(element).map((row) =>
    row.children
      .filter((cell) => isElement(cell))
      .map((cell) =>
        inline(cell.children, state, depth + 1)
          .replaceAll(PARAGRAPH, " ")
          .replaceAll(BREAK, " ")
          .trim(),
      ),
  );
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns === 0) return [];
  if (columns === 1) return rows.flatMap(([cell = ""]) => paragraphs(cell));
  const lines = rows.map(
    (row) => `| ${Array.from({ length: columns }, (_, at) => row[at] ?? "").join(" | ")} |`,
  );
  lines.splice(1, 0, `| ${Array.from({ length: columns }, () => "---").join(" | ")} |`);
  return [lines.join("\n")];
}

function inline(nodes: readonly HtmlNode[], state: State, depth: number): string {
  return nodes.map((node) => inlineNode(node, state, depth)).join("");
}

function inlineNode(node: HtmlNode, state: State, depth: number): string {
  const { turning } = state;
  if (!isElement(node))
    return "data" in node && node.type === ElementType.ElementType.Text ? words(node.data, turning) : "";
  const { name, children, attribs } = node;
  if (depth > MAX_DEPTH) return escapeWords(wordsOf(children));
  if (DROPPED.test(name)) {
    turning.leftOut(`<${name}>`);
    return "";
  }
  if (EMBEDDED.test(name)) return embedded(node, turning);
  if (name === "br") return BREAK;
  if (name === "img") return turning.image({ src: attribs["src"] ?? "", alt: attribs["alt"] ?? "" });
  if (name === "code" || name === "kbd" || name === "tt") return inlineCode(wordsOf(children));
  const inside = inline(children, state, depth + 1);
  const mark = MARKS[name];
  if (mark !== undefined) return withMarks(mark, inside);
  return name === "a" && attribs["href"] !== undefined ? link(attribs["href"], inside, turning) : inside;
}

function words(text: string, turning: Turning): string {
  const without = text.replace(SHORTCODE, (shortcode) => {
    if (!/^\[\/?(?:caption|more)\b/.test(shortcode)) turning.leftOut(shortcode);
    return "";
  });
  return escapeWords(without);
}

function embedded({ name, attribs }: HtmlElement, turning: Turning): string {
  const address = (attribs["src"] ?? "").replace(/^\/\//, "https://");
  turning.leftOut(`<${name}> ${address}`);
  return /^https?:/i.test(address) ? link(address, "Vídeo o contenido incrustado", turning) : "";
}

function link(href: string, inside: string, turning: Turning): string {
  const words = inside.replaceAll(PARAGRAPH, " ").replaceAll(BREAK, " ");
  const to = turning.linkTo(href.trim());
  // A link within a link, such as that of a picture, is enough by itself.
  if (to === null || words.trim() === "" || /\]\(/.test(words)) return inside;
  const target = to.replace(
    /[\s()<>{}\\`|"]/g,
    (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
  const [, before = "", core = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  return `${before}[${core}](${target})${after}`;
}
