import createMarkdownIt, { type MarkdownIt, type StateBlock, type Token } from "markdown-it";
import { cleanText } from "../domain/kernel/clean.ts";
import { addLinkRules } from "./markdown-links.ts";

/** Quotes and lists inside one another; what is nested deeper is read as plain paragraphs. */
const MAX_CONTAINERS = 4;
/** Levels of the parser's own: two for each list, and some for what stands in it. Beyond it the parser would leave text out. */
const PARSER_LEVELS = 40;
/** The numbers of a list have three digits at most, so that a line that opens with a year stays prose. */
const LONG_NUMBER = /^\s*\d{4,}/;

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

let parser: MarkdownIt | null = null;

/** The blocks and inline pieces of a comment. Which there can be is what `makeParser` switches on, and nothing else. */
export function parseMarkdown(text: string): Token[] {
  return (parser ??= makeParser()).parse(cleanText(text), { containers: 0 });
}

function makeParser(): MarkdownIt {
  const markdown = createMarkdownIt("zero", { html: false, breaks: true, maxNesting: PARSER_LEVELS });
  markdown.enable([
    "newline",
    "escape",
    "backticks",
    "emphasis",
    "balance_pairs",
    "fragments_join",
    "text_join",
  ]);
  markdown.enable(["fence", "blockquote", "list"]);
  boundContainer(markdown, "blockquote", ["paragraph", "blockquote", "list"]);
  boundContainer(markdown, "list", ["paragraph", "blockquote"]);
  // Whoever answers right below a quotation is not part of it.
  markdown.block.ruler.push("quote_end", (_state, _start, _end, silent) => silent, { alt: ["blockquote"] });
  addLinkRules(markdown);
  return markdown;
}

/** Keeps a container from nesting without end, and each list from numbers that aren't one. */
function boundContainer(markdown: MarkdownIt, name: "blockquote" | "list", alt: string[]): void {
  const original = ruleNamed(name);
  const bounded: BlockRule = (state, startLine, endLine, silent) => {
    const depth = Number(state.env["containers"]);
    if (depth >= MAX_CONTAINERS) return false;
    if (name === "list" && LONG_NUMBER.test(lineAt(state, startLine))) return false;
    state.env["containers"] = depth + 1;
    const found = original(state, startLine, endLine, silent);
    state.env["containers"] = depth;
    return found;
  };
  markdown.block.ruler.at(name, bounded, { alt });
}

function lineAt(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** The parser gives its rules only as those that are switched on. */
function ruleNamed(name: string): BlockRule {
  const only = createMarkdownIt("zero").block.ruler;
  only.enableOnly([name]);
  const [rule] = only.getRules("");
  if (!rule) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}
