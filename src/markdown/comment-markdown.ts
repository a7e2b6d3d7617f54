import type { Token } from "markdown-it";
import { parseMarkdown } from "./markdown-parser.ts";
import { hrefOf, maskTokens } from "./mask-tokens.ts";
import { type SafeHtml, escapeHtml, markSafe } from "./safe-html.ts";

/** `em` and `strong` inside one another; deeper marks vanish. */
const MAX_EMPHASIS = 6;

/**
 * The small Markdown of comments as HTML that everybody may see, contact data masked: paragraphs, line breaks, emphasis, strong,
 * code, quotes, lists and http(s) links. The only tags are `p br em strong code pre blockquote ul ol li a`, the only attributes
 * `start` of `ol` and `href rel` of `a`; whatever else was typed is shown as it was typed. Every public output of a comment is made
 * of this.
 *
 * @example renderComment("Hola, **Ana**") // <p>Hola, <strong>Ana</strong></p>
 */
export function renderComment(text: string): SafeHtml {
  const blocks = parseMarkdown(text);
  maskTokens(blocks);
  let html = "";
  let startsLine = true;
  for (const block of blocks) {
    if (block.nesting >= 0 && !startsLine && isApart(block)) html += "\n";
    html += blockToHtml(block);
    startsLine = block.nesting === 1 || (block.nesting === -1 && block.hidden);
    if (block.type === "inline") startsLine = true;
  }
  return markSafe(html);
}

/** Items of a list follow one another without a line end. */
function isApart({ type, hidden }: Token): boolean {
  return type !== "list_item_open" && type !== "inline" && !hidden;
}

function blockToHtml(block: Token): string {
  switch (block.type) {
    case "paragraph_open":
    case "paragraph_close":
      return block.hidden ? "" : tag(block);
    case "blockquote_open":
    case "blockquote_close":
    case "bullet_list_open":
    case "bullet_list_close":
    case "ordered_list_close":
    case "list_item_open":
    case "list_item_close":
      return tag(block);
    case "ordered_list_open": {
      const start = block.attrGet("start");
      return start === null ? "<ol>" : `<ol start="${escapeHtml(String(start))}">`;
    }
    case "fence":
      return `<pre><code>${escapeHtml(block.content.replace(/\n$/, ""))}</code></pre>`;
    case "inline":
      return inlineToHtml(block.children ?? []);
    default:
      return escapeHtml(block.content);
  }
}

/** The parser's own names of tags: every type that comes here has one of the list above. */
function tag({ tag: name, nesting }: Token): string {
  return nesting === 1 ? `<${name}>` : `</${name}>`;
}

function inlineToHtml(children: readonly Token[]): string {
  let emphasis = 0;
  let html = "";
  for (const token of withoutEmpty(children)) {
    switch (token.type) {
      case "em_open":
      case "strong_open":
        emphasis += 1;
        if (emphasis <= MAX_EMPHASIS) html += tag(token);
        break;
      case "em_close":
      case "strong_close":
        if (emphasis <= MAX_EMPHASIS) html += tag(token);
        emphasis -= 1;
        break;
      case "code_inline":
        html += `<code>${escapeHtml(token.content)}</code>`;
        break;
      case "softbreak":
      case "hardbreak":
        html += "<br>\n";
        break;
      case "link_open":
        html += `<a href="${escapeHtml(hrefOf(token))}" rel="ugc nofollow noopener">`;
        break;
      case "link_close":
        html += "</a>";
        break;
      default:
        html += escapeHtml(token.content);
    }
  }
  return html;
}

/** Marks around words that gave way to a mask vanish with them. */
function withoutEmpty(children: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (const token of children) {
    const isEmpty = token.nesting === 0 && token.content === "" && !token.type.endsWith("break");
    if (isEmpty) continue;
    if (token.nesting === -1 && kept.at(-1)?.nesting === 1) kept.pop();
    else kept.push(token);
  }
  return kept;
}

/** A block that holds others: how their texts are joined, and what is done with the whole. */
interface Container {
  readonly texts: string[];
  readonly separator: string;
  readonly finish: (text: string) => string;
}

/**
 * The comment as it was typed without its marks, contact data included, for who decides about it: links keep their address behind
 * them in brackets.
 */
export function plainText(text: string): string {
  const root: Container = { texts: [], separator: "\n\n", finish: (whole) => whole };
  const open: Container[] = [root];
  const numbers: (number | null)[] = [];
  for (const block of parseMarkdown(text)) {
    const inner = open.at(-1) ?? root;
    if (block.type === "ordered_list_open") numbers.push(Number(block.attrGet("start") ?? 1));
    if (block.type === "bullet_list_open") numbers.push(null);
    if (block.nesting === 1 && block.type !== "paragraph_open") open.push(containerOf(block, numbers));
    else if (block.nesting === -1 && block.type !== "paragraph_close") {
      open.pop();
      (open.at(-1) ?? root).texts.push(inner.finish(inner.texts.join(inner.separator)));
      if (block.type.endsWith("list_close")) numbers.pop();
    } else if (block.type === "inline") inner.texts.push(inlineToText(block));
    else if (block.nesting === 0) inner.texts.push(block.content.replace(/\n$/, ""));
  }
  return root.finish(root.texts.join(root.separator));
}

/** `numbers`: what the next item of each open list is marked with; null for bullets. */
function containerOf({ type }: Token, numbers: (number | null)[]): Container {
  if (type === "blockquote_open") {
    return { texts: [], separator: "\n\n", finish: (text) => text.replace(/^/gm, "> ") };
  }
  if (type !== "list_item_open") return { texts: [], separator: "\n", finish: (text) => text };
  const number = numbers.at(-1) ?? null;
  if (number !== null) numbers[numbers.length - 1] = number + 1;
  const mark = number === null ? "- " : `${String(number)}. `;
  const finish = (text: string): string => mark + text.replaceAll("\n", `\n${" ".repeat(mark.length)}`);
  return { texts: [], separator: "\n", finish };
}

function inlineToText({ children }: Token): string {
  let href = "";
  return (children ?? [])
    .map((token) => {
      if (token.type === "softbreak" || token.type === "hardbreak") return "\n";
      if (token.type === "link_open") href = token.info === "auto" ? "" : hrefOf(token);
      return token.type === "link_close" && href !== "" ? ` (${href})` : token.content;
    })
    .join("");
}
