import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Drawing } from "../../drawings/svg.ts";
import { documentThumbnail, sheetThumbnail, type DocumentLine } from "../../drawings/thumbnail.ts";
import { sheetRows } from "../../office/sheet-rows.ts";
import type { Resource } from "../../queries/resources.ts";

/** Where the site serves templates from; builds run at the project's root. */
const FOLDER = join("public", "descargas");
/** A thumbnail shows no more of a file. */
const LINES = 24;
/** Characters of a paragraph that fill a line. */
const LINE_LENGTH = 60;

/** A template as it looks from afar, drawn from the very file that is downloaded. Only in pages made at build. */
export async function resourceThumbnail({ fileName }: Resource): Promise<Drawing> {
  const text = await readFile(join(FOLDER, fileName), "utf8");
  return fileName.endsWith(".csv")
    ? sheetThumbnail(sheetRows(text).slice(0, LINES))
    : documentThumbnail(text.split("\n").flatMap(documentLines).slice(0, LINES));
}

function documentLines(line: string): DocumentLine[] {
  const text = line.trim();
  if (text === "" || /^[|\s:-]+$/.test(text)) return [];
  const of = (kind: DocumentLine["kind"], length = text.length): DocumentLine => ({ kind, length });
  if (text.startsWith("# ")) return [of("title")];
  if (text.startsWith("#")) return [of("heading")];
  if (/^[-*] \[/.test(text)) return [of("check")];
  if (/^([-*]|\d+\.) /.test(text)) return [of("item")];
  const full = Math.floor(text.length / LINE_LENGTH);
  return [
    ...Array.from({ length: full }, () => of("text", LINE_LENGTH)),
    of("text", text.length % LINE_LENGTH),
  ];
}
