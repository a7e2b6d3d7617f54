/** Stand for the end of a paragraph and of a line until blocks are put together; no text has them (`escapeWords`). */
export const PARAGRAPH = "\ue000";
export const BREAK = "\ue001";

/** What Markdown or MDX would take for something else than words. */
const SIGNS = /[\\`*_{}[\]<>~|]/g;

/** Words of another site as words of ours: blank lines part paragraphs, and nothing in them means anything to MDX. */
export function escapeWords(words: string): string {
  return words
    .replace(/[\ue000\ue001]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n[\t ]*\n\s*/g, PARAGRAPH)
    .replace(/[\t\n\f ]+/g, " ")
    .replace(SIGNS, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** What begins a line, and would begin a heading, a list, a rule or MDX's own `import` and `export`. */
export function asLineStart(line: string): string {
  return line
    .replace(/^([#+=-])/, "\\$1")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/^(import|export)\b/, (word) => `&#${word.charCodeAt(0)};${word.slice(1)}`);
}

/** Marks around each paragraph's words, not around the blanks at their ends: Markdown wouldn't take those for marks. */
export function withMarks(mark: string, words: string): string {
  return joined(words)
    .split(PARAGRAPH)
    .map((paragraph) => {
      const [, before = "", core = "", after = ""] =
        /^([\s\ue001]*)([\s\S]*?)([\s\ue001]*)$/.exec(paragraph) ?? [];
      // Marks within the same marks would be taken for others.
      return core === "" || core.startsWith(mark) ? paragraph : `${before}${mark}${core}${mark}${after}`;
    })
    .join(PARAGRAPH);
}

/** Two line ends in a row are the end of a paragraph. */
export function joined(words: string): string {
  return words.replace(/\ue001(?:\s*\ue001)+/g, PARAGRAPH);
}

export function inlineCode(words: string): string {
  const line = words
    .replace(/[\ue000\ue001]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  if (line === "") return "";
  const ticks = ticksFor(line, 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${pad}${line}${pad}${ticks}`;
}

export function fenced(words: string): string {
  const text = words
    .replace(/[\ue000\ue001]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^\n+|\s+$/g, "");
  if (text === "") return "";
  const ticks = ticksFor(text, 3);
  return `${ticks}\n${text}\n${ticks}`;
}

/** More of them than stand anywhere in a row. */
function ticksFor(text: string, atLeast: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(atLeast, longest + 1));
}
