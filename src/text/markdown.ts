import { cleanText } from "../domain/text-field.ts";
import { type Block, parseBlocks } from "./markdown-blocks.ts";
import { pairEmphasis } from "./markdown-emphasis.ts";
import { type Token, tokenize } from "./markdown-tokens.ts";
import { type SafeHtml, escapeHtml, joinHtml, markSafe } from "./safe-html.ts";

/** `em` and `strong` inside one another; deeper marks vanish. */
const MAX_EMPHASIS = 6;

/**
 * The small Markdown of comments as HTML: paragraphs, line breaks, emphasis, strong, code, quotes, lists and http(s)
 * links. The only tags are `p br em strong code pre blockquote ul ol li a`, the only attributes `start` of `ol` and
 * `href rel` of `a`; whatever else was typed is shown as it was typed.
 *
 * Our own rather than a library: markdown-it 14 can be narrowed down to this, but its 98 kB add 6 to 7 ms to every cold
 * start; these 7 kB add none that can be measured.
 *
 * @example renderComment("Hola, **Ana**") // <p>Hola, <strong>Ana</strong></p>
 */
export function renderComment(text: string): SafeHtml {
  return blocksToHtml(parseBlocks(cleanText(text)));
}

/** The same text without its marks, for text mails and feeds: links keep their address behind them in brackets. */
export function plainText(text: string): string {
  return blocksToText(parseBlocks(cleanText(text)));
}

function blocksToHtml(blocks: readonly Block[], tight = false): SafeHtml {
  return joinHtml(
    blocks.map((block) => blockToHtml(block, tight)),
    tight ? "" : "\n",
  );
}

function blockToHtml(block: Block, tight: boolean): SafeHtml {
  switch (block.type) {
    case "paragraph": {
      const inline = inlineToHtml(block.text);
      return tight ? inline : markSafe(`<p>${inline}</p>`);
    }
    case "code":
      return markSafe(`<pre><code>${escapeHtml(block.text)}</code></pre>`);
    case "quote":
      return markSafe(`<blockquote>${blocksToHtml(block.blocks)}</blockquote>`);
    case "list": {
      const items = block.items.map((item) => `<li>${blocksToHtml(item, isTight(item))}</li>`).join("");
      if (block.start === null) return markSafe(`<ul>${items}</ul>`);
      const start = block.start === 1 ? "" : ` start="${String(block.start)}"`;
      return markSafe(`<ol${start}>${items}</ol>`);
    }
  }
}

function isTight(item: readonly Block[]): boolean {
  return item.filter((block) => block.type === "paragraph").length < 2;
}

function inlineToHtml(source: string): SafeHtml {
  const tokens = tokenize(source);
  pairEmphasis(tokens);
  let depth = 0;
  let html = "";
  const open = (tag: string): void => {
    depth += 1;
    if (depth <= MAX_EMPHASIS) html += `<${tag}>`;
  };
  const close = (tag: string): void => {
    if (depth <= MAX_EMPHASIS) html += `</${tag}>`;
    depth -= 1;
  };
  for (const token of tokens) {
    if (token.type === "run") {
      token.closes.forEach(close);
      html += token.character.repeat(token.left);
      token.opens.forEach(open);
    } else html += tokenToHtml(token);
  }
  return markSafe(html);
}

function tokenToHtml(token: Exclude<Token, { type: "run" }>): string {
  switch (token.type) {
    case "text":
      return escapeHtml(token.text);
    case "code":
      return `<code>${escapeHtml(token.text)}</code>`;
    case "break":
      return "<br>\n";
    case "link":
      return `${linkTag(token.href)}${escapeHtml(token.text)}</a>`;
    case "linkStart":
      return linkTag(token.href);
    case "linkEnd":
      return "</a>";
  }
}

function linkTag(href: string): string {
  return `<a href="${escapeHtml(href)}" rel="ugc nofollow noopener">`;
}

function blocksToText(blocks: readonly Block[], separator = "\n\n"): string {
  return blocks.map(blockToText).join(separator);
}

function blockToText(block: Block): string {
  switch (block.type) {
    case "paragraph":
      return inlineToText(block.text);
    case "code":
      return block.text;
    case "quote":
      return blocksToText(block.blocks).replace(/^/gm, "> ");
    case "list":
      return block.items
        .map((item, at) => {
          const mark = block.start === null ? "- " : `${String(block.start + at)}. `;
          return mark + blocksToText(item, "\n").replaceAll("\n", `\n${" ".repeat(mark.length)}`);
        })
        .join("\n");
  }
}

function inlineToText(source: string): string {
  const tokens = tokenize(source);
  pairEmphasis(tokens);
  return tokens
    .map((token) => {
      if (token.type === "run") return token.character.repeat(token.left);
      if (token.type === "break") return "\n";
      if (token.type === "linkStart") return "";
      return token.type === "linkEnd" ? ` (${token.href})` : token.text;
    })
    .join("");
}
