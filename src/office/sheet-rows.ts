/** Fields of a sheet end with it: what Spanish spreadsheets write and read. */
const SEPARATOR = ";";
/** A cell: quoted, with its quotes doubled, or up to the next separator; and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r?\n|$)/gy;

/** The rows of a template that is a sheet, as they are read from its CSV file. */
export function sheetRows(csv: string): string[][] {
  const rows: string[][] = [[]];
  const text = csv.replace(/^\ufeff/, "").replace(/\r?\n$/, "");
  for (const [, quoted, plain = "", end] of text.matchAll(CELL)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end !== SEPARATOR) rows.push([]);
  }
  return rows;
}
