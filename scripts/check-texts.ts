import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { checkContent } from "./edit/check-content.ts";
import { checkSpelling } from "./edit/check-spelling.ts";
import { checkWebLinks } from "./edit/check-web-links.ts";
import { readEntries } from "./edit/content-entries.ts";
import { byWeight, faultText, WEIGHTS, weightOf, type ContentFault } from "./edit/content-fault.ts";
import { spanishDay } from "./edit/days.ts";
import { withMends } from "./edit/mend.ts";
import { asLines } from "./edit/front-matter.ts";
import { watchContent } from "./edit/watch-content.ts";

const USAGE = `npm run revisar                  todo lo que hay que corregir en content/
npm run revisar -- --arreglar    corrige lo que solo tiene una respuesta buena y dice lo que queda
npm run revisar -- --enlaces     abre también los enlaces a otras webs (tarda)
npm run revisar -- --vigilar     revisa otra vez cada vez que se guarda un archivo, hasta que se pare`;

/** All the faults of all files, the spelling's included. */
export function checkTexts(root: string, today: string): ContentFault[] {
  const read = readEntries(root);
  return [...checkContent(root, today, read), ...checkSpelling(root, read.entries)].sort(byWeight);
}

/** Mends what has one right answer; how much that was. */
export function mendTexts(root: string, faults: readonly ContentFault[]): number {
  const mendable = faults.filter(({ mend }) => mend !== undefined);
  for (const file of new Set(mendable.map(({ file }) => file))) {
    const path = join(root, file);
    const mends = mendable.filter((fault) => fault.file === file).flatMap(({ mend }) => mend ?? []);
    const written = existsSync(path) ? readFileSync(path, "utf8") : "";
    writeFileSync(path, withMends(asLines(written), mends));
  }
  return mendable.length;
}

/** How much of each kind there is, in one line. */
export function summary(faults: readonly ContentFault[]): string {
  if (faults.length === 0) return "Todo está bien.";
  const words = {
    error: ["fallo", "fallos"],
    slip: ["descuido", "descuidos"],
    note: ["nota", "notas"],
  } as const;
  const counts = WEIGHTS.map((weight) => {
    const count = faults.filter((fault) => weightOf(fault) === weight).length;
    return `${count} ${words[weight][count === 1 ? 0 : 1]}`;
  });
  const files = new Set(faults.map(({ file }) => file)).size;
  const mendable = faults.filter(({ mend }) => mend !== undefined).length;
  const mends = mendable === 1 ? "se arregla" : "se arreglan";
  const how = mendable === 0 ? "" : ` ${mendable} ${mends} con: npm run revisar -- --arreglar`;
  return `${counts.join(", ")} en ${files} ${files === 1 ? "archivo" : "archivos"}.${how}`;
}

/** Tells everything now and after each change; `.vscode/tasks.json` reads where a telling begins and ends. */
function watchTexts(root: string): void {
  const tell = (): void => {
    const faults = checkTexts(root, spanishDay());
    console.log(["", "Revisando…", ...faults.map(faultText), summary(faults)].join("\n"));
  };
  watchContent(root, tell);
  tell();
}

async function main(root: string): Promise<void> {
  const { values } = parseArgs({
    options: {
      arreglar: { type: "boolean", default: false },
      enlaces: { type: "boolean", default: false },
      vigilar: { type: "boolean", default: false },
      ayuda: { type: "boolean", default: false },
    },
  });
  if (values.ayuda) {
    console.log(USAGE);
    return;
  }
  if (values.vigilar) {
    watchTexts(root);
    return;
  }
  const today = spanishDay();
  if (values.arreglar) {
    const mended = mendTexts(root, checkTexts(root, today));
    console.log(mended === 0 ? "Nada que se arregle solo." : `Arreglado: ${mended}.`);
  }
  const faults = checkTexts(root, today);
  if (values.enlaces) faults.push(...(await checkWebLinks(readEntries(root).entries)));
  if (faults.length > 0) console.log(faults.map(faultText).join("\n"));
  console.log(`\n${summary(faults)}`);
  if (faults.some((fault) => weightOf(fault) !== "note")) process.exitCode = 1;
}

if (import.meta.main) {
  try {
    await main(fileURLToPath(new URL("..", import.meta.url)));
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")))
      throw error;
    console.error(USAGE);
    process.exitCode = 2;
  }
}
