import { ARCHIVED_WORDS, type MapDocument } from "./map-document.ts";
import type { OutlineNode } from "./outline.ts";

/** The map as a nested, numbered Markdown list. */
export function mapMarkdown({ title, description, url, nodes }: MapDocument): string {
  return `# ${plain(title)}

${plain(description)}

${list(nodes, "")}

Mapa de Makethejobs: <${url}>
`;
}

function list(nodes: readonly OutlineNode[], indent: string): string {
  return nodes.map((node, index) => item(node, `${index + 1}.`, indent)).join("\n");
}

function item(
  { text, note, url, archived, video, children = [] }: OutlineNode,
  number: string,
  indent: string,
): string {
  const words = url ? `[${plain(text)}](${target(url)})` : plain(text);
  const aside = [video && "vídeo", archived && ARCHIVED_WORDS].filter(Boolean).join("; ");
  const line = `${indent}${number} ${words}${aside ? ` (${aside})` : ""}${note ? `  \n${indent}   ${plain(note)}` : ""}`;
  // What hangs from a line is indented as far as its words begin.
  return children.length > 0 ? `${line}\n${list(children, indent + " ".repeat(number.length + 1))}` : line;
}

/**
 * Words of the editor's as one line that means nothing to Markdown: whatever it could take for a mark is escaped. An address
 * stays one that some programs link by themselves: it says the same.
 */
function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** A link's target between angle brackets, where only these mean something. */
function target(url: string): string {
  return `<${url.replace(/[\s<>\\]/g, encodeURIComponent)}>`;
}
