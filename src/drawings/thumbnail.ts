import { short, svg, type Drawing, type Said } from "./svg.ts";

/** A line of a document, as far as a thumbnail shows it. */
export interface DocumentLine {
  readonly kind: "title" | "heading" | "text" | "item" | "check";
  /** How many characters it has. */
  readonly length: number;
}

const WIDTH = 200;
const HEIGHT = 150;
const LINE = 3;
const ROWS = 7;
const COLUMNS = 5;

/** A spreadsheet as seen from afar: bars where its cells have words, as long as these are. Its first row is its head. */
export function sheetThumbnail(rows: readonly (readonly string[])[], said: Said = {}): Drawing {
  const shown = rows.slice(0, ROWS).map((row) => row.slice(0, COLUMNS));
  const columns = Math.max(1, ...shown.map((row) => row.length));
  const [left, top, width, height] = [14, 14, 168, 118];
  const [cellWidth, cellHeight] = [width / columns, height / ROWS];
  const rules = [
    ...Array.from(
      { length: columns - 1 },
      (_, i) => `M${short(left + (i + 1) * cellWidth)} ${top}v${height}`,
    ),
    ...Array.from({ length: ROWS - 1 }, (_, i) => `M${left} ${short(top + (i + 1) * cellHeight)}h${width}`),
  ];
  const bars = shown.flatMap((row, y) =>
    row.map((cell, x) =>
      bar(left + x * cellWidth + 6, top + (y + 0.5) * cellHeight, barLength(cell.length, cellWidth - 12)),
    ),
  );
  const inside = [
    `<rect x="${left + 5}" y="${top + 5}" width="${width}" height="${height}" rx="6" fill="var(--tint)"/>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="var(--card)"/>`,
    `<path fill="var(--tint)" d="M${left} ${short(top + cellHeight)}v-${short(cellHeight - 6)}a6 6 0 0 1 6-6h${width - 12}a6 6 0 0 1 6 6v${short(cellHeight - 6)}z"/>`,
    `<path fill="none" stroke="currentColor" stroke-opacity=".3" stroke-width="1.5" d="${rules.join("")}"/>`,
    `<path fill="none" stroke="currentColor" stroke-width="${LINE}" stroke-linecap="round" d="${bars.join("")}"/>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="6" fill="none" stroke="currentColor" stroke-width="${LINE}"/>`,
  ];
  return svg({ width: WIDTH, height: HEIGHT, title: said.title }, inside.join(""));
}

/** Where lines begin on the sheet, how far apart they stand, how thick their bars are. */
const SET: Readonly<
  Record<DocumentLine["kind"], { readonly indent: number; readonly before: number; readonly thick: boolean }>
> = {
  title: { indent: 0, before: 0, thick: true },
  heading: { indent: 0, before: 6, thick: true },
  text: { indent: 0, before: 0, thick: false },
  item: { indent: 9, before: 0, thick: false },
  check: { indent: 12, before: 1, thick: false },
};

/** A document as seen from afar: its first lines as bars, on a sheet whose foot is torn off. */
export function documentThumbnail(lines: readonly DocumentLine[], said: Said = {}): Drawing {
  const [left, top, right, bottom] = [46, 10, 154, 140];
  const sheet = `M${left} ${bottom - 4}V${top + 5}a5 5 0 0 1 5-5H${right - 22}l22 22V${bottom - 4}${"l-6.75 6-6.75-6".repeat(8)}z`;
  let y = top + 18;
  const marks = { thick: "", thin: "", solid: "" };
  for (const { kind, length } of lines) {
    const { indent, before, thick } = SET[kind];
    y += before;
    if (y > bottom - 14) break;
    const x = left + 13 + indent;
    const room = (y < top + 28 ? right - 30 : right - 13) - x;
    const drawn = bar(x, y, barLength(length, room, kind === "title" || kind === "heading" ? 2.6 : 1.3));
    if (thick) marks.thick += drawn;
    else marks.thin += drawn;
    if (kind === "item") marks.solid += `M${x - 7} ${short(y - 2)}a2 2 0 1 0 .1 0z`;
    if (kind === "check") marks.thin += `M${x - 12} ${short(y - 3)}h6v6h-6z`;
    y += thick ? 12 : 9.5;
  }
  const inside = [
    `<path fill="var(--tint)" transform="translate(5 4)" d="${sheet}"/>`,
    `<path fill="var(--card)" stroke="currentColor" stroke-width="${LINE}" stroke-linejoin="round" d="${sheet}"/>`,
    `<path fill="var(--tint)" stroke="currentColor" stroke-width="${LINE}" stroke-linejoin="round" d="M${right - 22} ${top}v22h22z"/>`,
    `<path fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" d="${marks.thin}"/>`,
    `<path fill="none" stroke="currentColor" stroke-width="4.5" stroke-linecap="round" d="${marks.thick}"/>`,
    marks.solid && `<path fill="currentColor" d="${marks.solid}"/>`,
  ];
  return svg({ width: WIDTH, height: HEIGHT, title: said.title }, inside.join(""));
}

function bar(x: number, y: number, length: number): string {
  return length === 0 ? "" : `M${short(x)} ${short(y)}h${short(length)}`;
}

/** Characters are `wide` units from afar; what is longer than its room fills it. */
function barLength(characters: number, room: number, wide = 1.6): number {
  return characters === 0 ? 0 : Math.min(room, Math.max(3, characters * wide));
}
