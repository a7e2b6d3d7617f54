import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { sheetRows } from "./sheet-rows.ts";

/** Widths in characters: less can't be read, more hides the neighbours. */
const NARROWEST = 9;
const WIDEST = 42;
/** A number as it is written in Spanish: no separator of thousands, a comma before decimals. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:,(\d+))?$/;
const HEADER = {
  fontWeight: "bold",
  backgroundColor: "#F2C14E",
  wrap: true,
  alignVertical: "center",
} as const;
const TEXT = { wrap: true, alignVertical: "top" } as const;

/** A sheet of ours as an Excel file: its header stays in sight, its numbers are numbers, everything else is text as it stands. */
export async function workbook(csv: string, title: string): Promise<Uint8Array> {
  const rows = sheetRows(csv);
  const data: SheetData = rows.map((row, index) =>
    row.map((text) => (index === 0 ? { value: text, ...HEADER } : cell(text))),
  );
  const sheet = {
    sheet: sheetName(title),
    columns: columnWidths(rows).map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape" as const,
  };
  return writeExcelFile(data, sheet, { fontFamily: "Calibri", fontSize: 11 }).toBuffer();
}

function cell(text: string): SheetData[number][number] {
  if (text === "") return null;
  const number = NUMBER.exec(text);
  if (!number) return { value: text, type: String, ...TEXT };
  const decimals = number[1]?.length ?? 0;
  return {
    value: Number(text.replace(",", ".")),
    type: Number,
    format: decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`,
    alignVertical: "top",
  };
}

function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => (row[column] ?? "").length));
    return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
  });
}

/** Excel opens no file whose sheet has a longer name or one of these signs in it. */
function sheetName(title: string): string {
  return title
    .replace(/[[\]:*?/\\']/g, " ")
    .slice(0, 31)
    .trim();
}
