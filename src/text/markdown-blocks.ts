/** What a comment is made of, before its inline marks are looked at. */
export type Block =
  | { readonly type: "paragraph"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  | { readonly type: "quote"; readonly blocks: readonly Block[] }
  | {
      readonly type: "list";
      /** First number of an ordered list; null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };

/** Quotes and lists inside one another; what is nested deeper is read as plain paragraphs. */
export const MAX_NESTING = 4;

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;
const QUOTE = /^ {0,3}>/;
const ITEM = /^( {0,3})([-*+]|(\d{1,3})[.)])(?: +|$)(?=(.?))/;

/**
 * Splits a comment into blocks. Each line is looked at once for each level of nesting and the levels are bounded, so the
 * time is linear in the length. There are no headings, rules, tables or HTML: such lines are text.
 */
export function parseBlocks(text: string): Block[] {
  return blocksOf(text.replaceAll("\t", "    ").split("\n"), 0);
}

function blocksOf(lines: readonly string[], depth: number): Block[] {
  const blocks: Block[] = [];
  const nests = depth < MAX_NESTING;
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] ?? "";
    if (line.trim() === "") at += 1;
    else if (FENCE.test(line)) at = takeCode(lines, at, blocks);
    else if (nests && QUOTE.test(line)) at = takeQuote(lines, at, blocks, depth);
    else if (nests && ITEM.test(line)) at = takeList(lines, at, blocks, depth);
    else at = takeParagraph(lines, at, blocks, nests);
  }
  return blocks;
}

function takeCode(lines: readonly string[], from: number, blocks: Block[]): number {
  const fence = FENCE.exec(lines[from] ?? "")?.[1] ?? "```";
  let end = from + 1;
  while (end < lines.length && !closesFence(lines[end] ?? "", fence)) end += 1;
  blocks.push({ type: "code", text: lines.slice(from + 1, end).join("\n") });
  return end + 1;
}

function closesFence(line: string, fence: string): boolean {
  const mark = line.trim();
  return mark.length >= fence.length && mark === fence.charAt(0).repeat(mark.length);
}

function takeQuote(lines: readonly string[], from: number, blocks: Block[], depth: number): number {
  let end = from;
  while (end < lines.length && QUOTE.test(lines[end] ?? "")) end += 1;
  const inside = lines.slice(from, end).map((line) => line.replace(/^ {0,3}> ?/, ""));
  blocks.push({ type: "quote", blocks: blocksOf(inside, depth + 1) });
  return end;
}

function takeList(lines: readonly string[], from: number, blocks: Block[], depth: number): number {
  const start = listStart(lines[from] ?? "");
  const base = indentOf(lines[from] ?? "");
  const items: string[][] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const item = items.at(-1);
    const indent = indentOf(line);
    if (item && line.trim() !== "" && indent >= base + 2) {
      item.push(line.slice(Math.min(indent, base + (start === null ? 2 : 3))));
    } else if (ITEM.test(line)) {
      if ((listStart(line) === null) !== (start === null)) break;
      items.push([line.replace(ITEM, "")]);
    } else if (line.trim() === "") {
      if (!continuesList(lines[at + 1] ?? "", start)) break;
      item?.push("");
    } else if (QUOTE.test(line) || FENCE.test(line)) break;
    else item?.push(line);
  }
  blocks.push({ type: "list", start, items: items.map((item) => blocksOf(item, depth + 1)) });
  return at;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function listStart(line: string): number | null {
  const number = ITEM.exec(line)?.[3];
  return number === undefined ? null : Number(number);
}

/** After an empty line a list goes on only with an item of its kind or with something indented below the last one. */
function continuesList(line: string, start: number | null): boolean {
  if (/^ {2,}\S/.test(line)) return true;
  return ITEM.test(line) && (listStart(line) === null) === (start === null);
}

function takeParagraph(lines: readonly string[], from: number, blocks: Block[], nests: boolean): number {
  let end = from + 1;
  while (end < lines.length && !interrupts(lines[end] ?? "", nests)) end += 1;
  const text = lines.slice(from, end).map((line) => line.trim());
  blocks.push({ type: "paragraph", text: text.join("\n") });
  return end;
}

/** An ordered list interrupts a paragraph only when it begins at 1, so that a line that opens with a number stays prose. */
function interrupts(line: string, nests: boolean): boolean {
  if (line.trim() === "" || FENCE.test(line)) return true;
  if (!nests) return false;
  if (QUOTE.test(line)) return true;
  const item = ITEM.exec(line);
  return item !== null && item[4] !== "" && (item[3] === undefined || item[3] === "1");
}
