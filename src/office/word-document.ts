import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { SITE } from "../site.ts";
import { documentBlocks, type Block, type Stretch } from "./document-blocks.ts";

/** Pine, and the mustard and paper of the site. */
const PINE = "1F4D3F";
const MUSTARD = "F9E3A8";
const PAPER = "F4EFE4";
/** A font that Word and LibreOffice have, or have one of the same widths. */
const FONT = "Calibri";
/** Twentieths of a point. */
const GAP = 120;
const INDENT = 360;
/** An A4 sheet between its margins. */
const TEXT_WIDTH = 9026;
/** Characters beyond which a cell takes several lines anyway. */
const LONG_CELL = 32;
const CELL_MARGINS = { top: 60, bottom: 60, left: 100, right: 100 };
const HEADINGS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
] as const;
const BULLETS = "vinetas";
const NUMBERS = "numeros";

/** A text of ours as a Word file: real headings, lists and tables, and what has to be filled in marked. */
export async function wordDocument(markdown: string, title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: SITE.name,
    lastModifiedBy: SITE.name,
    styles: styles(),
    numbering: {
      config: [
        { reference: BULLETS, levels: levels(LevelFormat.BULLET, () => "•") },
        { reference: NUMBERS, levels: levels(LevelFormat.DECIMAL, (level) => `%${String(level + 1)}.`) },
      ],
    },
    sections: [{ children: documentBlocks(markdown).flatMap(written), footers: { default: pageNumbers() } }],
  });
  return Packer.toBuffer(document);
}

function written(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[Math.min(block.level, HEADINGS.length) - 1] ?? HeadingLevel.HEADING_3,
          children: textRuns(block.runs),
        }),
      ];
    case "item":
      return [
        new Paragraph({
          children: textRuns(block.runs),
          numbering: block.ordered
            ? { reference: NUMBERS, level: block.depth, instance: block.list }
            : { reference: BULLETS, level: block.depth },
        }),
      ];
    case "check":
      return [
        new Paragraph({
          children: [new TextRun("☐\t"), ...textRuns(block.runs)],
          indent: { left: INDENT, hanging: INDENT },
        }),
      ];
    case "quote":
      return [
        new Paragraph({
          children: textRuns(block.runs),
          indent: { left: INDENT / 2, right: INDENT / 2 },
          shading: { type: ShadingType.CLEAR, fill: PAPER },
        }),
      ];
    case "table":
      return [table(block.rows), new Paragraph({})];
    case "rule":
      return [new Paragraph({ thematicBreak: true })];
    case "paragraph":
      return [new Paragraph({ children: textRuns(block.runs) })];
  }
}

function textRuns(runs: readonly Stretch[], emphasized = false): TextRun[] {
  return runs.map(({ text, strong, blank }) => {
    const options: IRunOptions = {
      text,
      bold: emphasized || strong,
      ...(blank && { shading: { type: ShadingType.CLEAR, fill: MUSTARD } }),
    };
    return new TextRun(options);
  });
}

function table(rows: readonly (readonly (readonly Stretch[])[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: columnWidths(rows),
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: row === 0,
          cantSplit: true,
          children: cells.map(
            (runs) =>
              new TableCell({
                margins: CELL_MARGINS,
                ...(row === 0 && { shading: { type: ShadingType.CLEAR, fill: PAPER } }),
                children: [new Paragraph({ children: textRuns(runs, row === 0), spacing: { after: 0 } })],
              }),
          ),
        }),
    ),
  });
}

/** Each column as wide as its texts ask for, and never narrower than its longest word. */
function columnWidths(rows: readonly (readonly (readonly Stretch[])[])[]): number[] {
  const texts = rows.map((cells) => cells.map((runs) => runs.map(({ text }) => text).join("")));
  const shares = (texts[0] ?? []).map((_, column) => {
    const own = texts.map((cells) => cells[column] ?? "");
    const word = Math.max(...own.flatMap((text) => text.split(" ")).map(({ length }) => length));
    return Math.max(word + 3, Math.min(LONG_CELL, Math.max(...own.map(({ length }) => length))));
  });
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((TEXT_WIDTH * share) / total));
}

function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: (level: number) => string) {
  return [0, 1, 2].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
  }));
}

function styles() {
  const heading = (size: number, before: number) => ({
    run: { font: FONT, size, bold: true, color: PINE },
    paragraph: { spacing: { before, after: GAP }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, language: { value: "es-ES" } },
        paragraph: { spacing: { after: GAP } },
      },
      title: heading(40, 0),
      heading1: heading(30, 320),
      heading2: heading(25, 240),
      heading3: heading(22, 200),
    },
  };
}

function pageNumbers(): Footer {
  const { CURRENT, TOTAL_PAGES } = PageNumber;
  const children = [new TextRun({ children: [CURRENT, " / ", TOTAL_PAGES], size: 18 })];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children })] });
}
