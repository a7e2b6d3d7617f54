import type { Token } from "markdown-it";
import { parseMarkdown } from "./markdown-parser.ts";
import { hrefOf, maskTokens } from "./mask-tokens.ts";
import { asLineStart, escapeWords, fenced, inlineCode, withMarks } from "./mdx-words.ts";

/** A block that holds others: how they are joined, and what is done with the whole. */
interface Container {
  readonly blocks: string[];
  readonly separator: string;
  readonly finish: (text: string) => string;
}

/**
 * The small Markdown of a comment as a text of ours, contact data masked: what a reader sees of it and nothing else. Whatever MDX would
 * take for code, a tag, a heading or an import is words.
 *
 * @example commentAsMdx("**Sí**: <Aside />") // **Sí**: \<Aside /\>
 */
export function commentAsMdx(text: string): string {
  const blocks = parseMarkdown(text);
  maskTokens(blocks);
  const root: Container = { blocks: [], separator: "\n\n", finish: (whole) => whole };
  const open: Container[] = [root];
  const numbers: (number | null)[] = [];
  for (const block of blocks) {
    const inner = open.at(-1) ?? root;
    if (block.type === "ordered_list_open") numbers.push(Number(block.attrGet("start") ?? 1));
    if (block.type === "bullet_list_open") numbers.push(null);
    if (block.nesting === 1 && block.type !== "paragraph_open") open.push(containerOf(block, numbers));
    else if (block.nesting === -1 && block.type !== "paragraph_close") {
      open.pop();
      const whole = inner.blocks.filter((one) => one !== "").join(inner.separator);
      (open.at(-1) ?? root).blocks.push(inner.finish(whole));
      if (block.type.endsWith("list_close")) numbers.pop();
    } else if (block.type === "inline") inner.blocks.push(paragraph(block.children ?? []));
    else if (block.nesting === 0) inner.blocks.push(fenced(block.content));
  }
  return root.blocks.filter((one) => one !== "").join("\n\n");
}

/** `numbers`: what the next item of each open list is marked with; null for bullets. */
function containerOf({ type }: Token, numbers: (number | null)[]): Container {
  if (type === "blockquote_open") {
    return { blocks: [], separator: "\n\n", finish: (text) => text.replace(/^/gm, "> ") };
  }
  if (type !== "list_item_open") return { blocks: [], separator: "\n", finish: (text) => text };
  const number = numbers.at(-1) ?? null;
  if (number !== null) numbers[numbers.length - 1] = number + 1;
  const mark = number === null ? "- " : `${String(number)}. `;
  const finish = (text: string): string => mark + text.replace(/\n(?=.)/g, `\n${" ".repeat(mark.length)}`);
  return { blocks: [], separator: "\n\n", finish };
}

/** Words that are being put together, and what is put around them. */
interface Run {
  text: string;
  readonly around: (text: string) => string;
}

function paragraph(tokens: readonly Token[]): string {
  const runs: Run[] = [{ text: "", around: (text) => text }];
  const add = (text: string): void => {
    const run = runs.at(-1);
    if (run) run.text += text;
  };
  for (const token of tokens) {
    if (token.nesting === 1) runs.push({ text: "", around: around(token) });
    else if (token.nesting === -1) {
      const run = runs.length > 1 ? runs.pop() : undefined;
      if (run) add(run.around(run.text));
    } else if (token.type === "code_inline") add(inlineCode(token.content));
    else if (token.type.endsWith("break")) add("\n");
    else add(escapeWords(token.content));
  }
  // Each line of a comment stays one: a blank line before the end of a line would be an end of a paragraph.
  const lines = runs
    .map(({ text }) => text)
    .join("")
    .split("\n");
  return lines
    .map((line) => asLineStart(line.trim()))
    .filter((line) => line !== "")
    .join("\\\n");
}

function around(token: Token): (text: string) => string {
  if (token.type !== "link_open") return (text) => withMarks(token.type === "strong_open" ? "**" : "*", text);
  const href = hrefOf(token).replace(/[\s<>(){}\\`"']/g, (sign) =>
    encodeURIComponent(sign).replace(/[()']/g, byte),
  );
  return (text) => (text.trim() === "" || href === "" ? text : `[${text}](${href})`);
}

function byte(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
