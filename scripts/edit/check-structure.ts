import type { MdastNode } from "satteri";
import type { Entry } from "./content-entries.ts";
import type { ContentFault } from "./content-fault.ts";
import { allBelow, rangeOf, wordsOf } from "./mdx-body.ts";

/** More columns than this can't be read side by side on a phone, not even scrolling. */
const MAX_COLUMNS = 5;
/** A word that doesn't fit in a column of a table at 320 px; longer ones make the whole column as wide. */
const MAX_CELL_WORD = 32;

type Says = Pick<ContentFault, "problem" | "whatToDo" | "weight" | "mend">;

/** Headings in order, and tables that hold what they seem to. */
export function checkStructure(entry: Entry): ContentFault[] {
  const { file, text, tree } = entry;
  if (tree === null) return [];
  let above = 1;
  return allBelow(tree).flatMap((node) => {
    const says: Says[] = [];
    if (node.type === "heading") {
      const { start } = rangeOf(text, node);
      says.push(...checkHeading(node.depth, above, wordsOf(node), start));
      above = node.depth;
    } else if (node.type === "table") {
      return checkTable(node.children).map(({ row, ...rest }) => ({
        file,
        ...text.placeAt(rangeOf(text, row).start),
        ...rest,
      }));
    }
    return says.map((one) => ({ file, ...text.placeAt(rangeOf(text, node).start), ...one }));
  });
}

function checkHeading(depth: number, above: number, words: string, start: number): Says[] {
  if (words.trim() === "") {
    return [{ problem: "es un encabezado vacío.", whatToDo: "Escríbelo o quita las almohadillas." }];
  }
  const lowest = Math.max(2, Math.min(depth, above + 1));
  if (depth === lowest) return [];
  const marks = "#".repeat(lowest);
  return [
    {
      problem:
        depth === 1
          ? "este encabezado es de primer nivel, y ese es el título de la página."
          : `el encabezado salta del nivel ${above} al ${depth}.`,
      whatToDo: `Empiézalo con «${marks} ».`,
      mend: { start, end: start + depth, text: marks },
    },
  ];
}

function checkTable(rows: readonly MdastNode[]): (Says & { readonly row: MdastNode })[] {
  const [head, ...others] = rows;
  if (head === undefined) return [];
  const columns = cellsOf(head).length;
  const wide: (Says & { row: MdastNode })[] =
    columns > MAX_COLUMNS
      ? [
          {
            row: head,
            problem: `la tabla tiene ${columns} columnas.`,
            whatToDo: `Déjala en ${MAX_COLUMNS} o menos, o pártela en dos: en un móvil no se puede leer.`,
            weight: "slip",
          },
        ]
      : [];
  const ragged = others
    .filter((row) => cellsOf(row).length > columns)
    .map((row) => ({
      row,
      problem: `la fila tiene ${cellsOf(row).length} celdas y la cabecera ${columns}: las que sobran no se ven.`,
      whatToDo: "Quita una barra «|», o escríbela \\| si es parte del texto.",
    }));
  const longWords = rows.flatMap((row) =>
    cellsOf(row)
      .flatMap((cell) => wordsOf(cell).split(/\s+/))
      .filter((word) => word.length > MAX_CELL_WORD)
      .map((word) => ({
        row,
        problem: `«${word.slice(0, 40)}» es demasiado largo para una celda.`,
        whatToDo: "Sácalo de la tabla o pon un enlace con un texto corto.",
        weight: "slip" as const,
      })),
  );
  return [...wide, ...ragged, ...longWords];
}

function cellsOf(row: MdastNode): readonly MdastNode[] {
  return "children" in row ? row.children : [];
}
