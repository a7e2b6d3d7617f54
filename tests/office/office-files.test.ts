import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseXml, XmlElement, type XmlDocument } from "@rgrove/parse-xml";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { documentBlocks } from "../../src/office/document-blocks.ts";
import { officeFile } from "../../src/office/office-file.ts";
import { sheetRows } from "../../src/office/sheet-rows.ts";

const DOWNLOADS = join(import.meta.dirname, "../../public/descargas");
const folder = mkdtempSync(join(tmpdir(), "office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = readdirSync(DOWNLOADS);
const source = (name: string) => readFileSync(join(DOWNLOADS, name), "utf8");
const make = (fileName: string, text = source(fileName)) =>
  officeFile(
    { fileName, text, title: "Calendario: [uno] y otro, con un nombre largo" },
    join(folder, "kept"),
  );

type Parts = Record<string, XmlDocument>;
/** Every part of a file, read as XML: what isn't well-formed fails here. */
function partsOf(bytes: Uint8Array): Parts {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return Object.fromEntries(parts.map(([name, part]) => [name, parseXml(strFromU8(part))]));
}

function all(node: XmlDocument | XmlElement | undefined, name: string): XmlElement[] {
  return (node?.children ?? []).flatMap((child) =>
    child instanceof XmlElement ? [...(child.name === name ? [child] : []), ...all(child, name)] : [],
  );
}

const textOf = (node: XmlElement, name: string) =>
  all(node, name)
    .map(({ text }) => text)
    .join("");

describe.each(names.filter((name) => name.endsWith(".csv")))("%s", (name) => {
  test("has every cell of its source, at its place, and numbers that can be reckoned with", async () => {
    const parts = partsOf(await make(name));
    const shared = all(parts["xl/sharedStrings.xml"], "si").map((each) => textOf(each, "t"));
    const rows = all(parts["xl/worksheets/sheet1.xml"], "row").map((row) =>
      all(row, "c").map((cell) => {
        const value = textOf(cell, "v") || textOf(cell, "t");
        return cell.attributes["t"] === "s" ? (shared[Number(value)] ?? "") : value.replace(".", ",");
      }),
    );
    // In what it was written with, a figure keeps its last zeros by its format.
    const plain = (cells: readonly string[]) =>
      cells
        .filter((cell) => cell !== "")
        .map((cell) => (/^\d+,\d+$/.test(cell) ? cell.replace(/,?0+$/, "") : cell));
    expect(rows.map(plain)).toEqual(sheetRows(source(name)).map(plain));
    expect(all(parts["xl/worksheets/sheet1.xml"], "pane")[0]?.attributes["ySplit"]).toBe("1");
    const [sheet] = all(parts["xl/workbook.xml"], "sheet");
    expect(sheet?.attributes["name"]).toMatch(/^[^[\]:*?/\\]{1,31}$/);
  });
});

describe.each(names.filter((name) => name.endsWith(".md")))("%s", (name) => {
  test("has every block of its source, in order, as what it is", async () => {
    const document = partsOf(await make(name))["word/document.xml"];
    const written = all(document, "w:p").map((each) => textOf(each, "w:t").replace("☐", "").trim());
    const asked = documentBlocks(source(name)).flatMap((block) =>
      block.kind === "table" ? block.rows.flat() : block.kind === "rule" ? [] : [block.runs],
    );
    const words = asked.map((runs) =>
      runs
        .map(({ text }) => text)
        .join("")
        .trim(),
    );
    expect(written.filter((text) => text !== "")).toEqual(words.filter((text) => text !== ""));
    const tables = documentBlocks(source(name)).filter(({ kind }) => kind === "table");
    expect(all(document, "w:tbl")).toHaveLength(tables.length);
    expect(all(document, "w:pStyle").map((style) => style.attributes["w:val"])).toContain("Heading1");
  });
});

test("what has to be filled in is marked, and each numbered list begins at 1", async () => {
  const document = partsOf(await make("uno.md", "# A\n\nPon [tu nombre].\n\n1. uno\n\nEntre\n\n1. otra\n"))[
    "word/document.xml"
  ];
  const marked = all(document, "w:r").filter((run) => all(run, "w:shd").length > 0);
  expect(marked.map((run) => textOf(run, "w:t"))).toEqual(["[tu nombre]"]);
  const lists = all(document, "w:numId").map((list) => list.attributes["w:val"]);
  expect(new Set(lists).size).toBe(2);
});

test("what a template can't have is said when it is made", async () => {
  await expect(make("dos.md", "# A\n\n```\ncódigo\n```\n")).rejects.toThrow("fence");
  await expect(make("tres.md", "# A\n\n[un enlace](https://example.com)\n")).rejects.toThrow("link_open");
});

test("the same words are made once", async () => {
  const first = await make("cuatro.md", "# Uno\n");
  const kept = readdirSync(join(folder, "kept")).length;
  expect(await make("cuatro.md", "# Uno\n")).toEqual(first);
  expect(readdirSync(join(folder, "kept"))).toHaveLength(kept);
  expect(await make("cuatro.md", "# Otro\n")).not.toEqual(first);
});

const office = spawnSync("soffice", ["--version"]).status === 0;
test.skipIf(!office)(
  `LibreOffice opens them${office ? "" : ": skipped, as it isn't installed"}`,
  { timeout: 180_000 },
  async () => {
    const made = await Promise.all(
      names.map(async (name) => {
        const file = join(folder, name.replace(/csv$/, "xlsx").replace(/md$/, "docx"));
        writeFileSync(file, await make(name));
        return file;
      }),
    );
    execFileSync(
      "soffice",
      [
        "--headless",
        `-env:UserInstallation=file://${folder}/profile`,
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        ...made,
      ],
      { timeout: 170_000, stdio: "pipe" },
    );
    expect(readdirSync(folder).filter((name) => name.endsWith(".pdf"))).toHaveLength(names.length);
  },
);
