/** A table as its form has it. */
export interface TableProps {
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
  /** How columns are aligned, as Markdown writes it. */
  readonly align: readonly string[];
}

const PLAIN = "---";

/** A Markdown table, cell by cell. */
export function readTable(markdown: string): TableProps {
  const [head = [], align = [], ...rows] = markdown
    .trim()
    .split("\n")
    .map((line) => cellsOf(line));
  return { head, align, rows: rows.map((cells) => ({ cells })) };
}

/** The same as it stands in a text: every row with as many cells as the head. */
export function writeTable(props: Readonly<Record<string, unknown>>): string {
  const head = texts(props["head"]);
  const align = texts(props["align"]);
  const rows = (Array.isArray(props["rows"]) ? props["rows"] : []).map((row: unknown) =>
    texts(typeof row === "object" && row !== null && "cells" in row ? row.cells : row),
  );
  const delimiters = head.map((_, column) => align[column] ?? PLAIN);
  return [head, delimiters, ...rows]
    .map((cells) => head.map((_, column) => cells[column] ?? ""))
    .map((cells) => `| ${cells.map(escaped).join(" | ")} |`)
    .join("\n");
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** A cell has no lines, and a bar in it would begin another. */
function escaped(cell: string): string {
  return cell
    .trim()
    .replace(/\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|");
}

function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.map((each: unknown) => (typeof each === "string" ? each : "")) : [];
}
