import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFault } from "./content-fault.ts";

/** A cell of a sheet: quoted, with its quotes doubled, or up to the next separator. */
const CELL = /(?:^|(?<=[;\n]))(?:"((?:[^"]|"")*)"|([^;\r\n]*))/g;
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?[\d .,]+ ?[%€]?$/;

/** The sheets in `public/descargas`: a cell that a spreadsheet would run as a formula is named with its line (OWASP, "CSV injection"). */
export function checkDownloads(root: string): ContentFault[] {
  const folder = join(root, "public", "descargas");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .flatMap((name) => {
      const sheet = readFileSync(join(folder, name), "utf8").replace(/^\ufeff/, "");
      return [...sheet.matchAll(CELL)].flatMap((match) => {
        const cell = match[1]?.replaceAll('""', '"') ?? match[2] ?? "";
        if (!FORMULA.test(cell) || NUMBER.test(cell)) return [];
        return [
          {
            file: `public/descargas/${name}`,
            line: sheet.slice(0, match.index).split("\n").length,
            problem: `una hoja de cálculo tomaría «${cell.slice(0, 40)}» por una fórmula.`,
            whatToDo: "Empieza la celda con una letra o una cifra.",
          },
        ];
      });
    });
}
