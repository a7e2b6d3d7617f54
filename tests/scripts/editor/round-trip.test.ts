import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMPONENT_FORMS } from "../../../scripts/editor/component-forms.ts";
import { mdxFormat, ORIGIN, yamlFormat } from "../../../scripts/editor/formats.ts";
import { writeOver } from "../../../scripts/editor/kept-style.ts";
import { readTable, writeTable } from "../../../scripts/editor/tables.ts";

const CONTENT = join(import.meta.dirname, "../../../content");
const files = (pattern: string) =>
  globSync(pattern, { cwd: CONTENT }).map((file) => ({
    file,
    text: readFileSync(join(CONTENT, file), "utf8"),
  }));
const texts = files("{articles,faq,resources,pages}/*.mdx");
const fields = files("{glossary,mindmaps,authors}/*.yaml");

/** The lines in which two texts differ, as `-` and `+`. */
function changes(before: string, after: string): string[] {
  const [old, next] = [before.split("\n"), after.split("\n")];
  return [
    ...old.filter((line) => !next.includes(line)).map((line) => `-${line}`),
    ...next.filter((line) => !old.includes(line)).map((line) => `+${line}`),
  ];
}

test("what is read and saved is what it was, letter by letter, in every text and every file of fields", () => {
  expect(texts.length).toBeGreaterThan(60);
  const mdx = mdxFormat([]);
  for (const { file, text } of texts) expect(mdx.toFile(mdx.fromFile(text)), file).toBe(text);
  const yaml = yamlFormat([]);
  for (const { file, text } of fields) expect(yaml.toFile(yaml.fromFile(text)), file).toBe(text);
});

test("so it is though a form brings along every field that is empty", () => {
  const empty = { draft: "", aliases: [], alsoAsked: [], updatedAt: null, source: { title: "", url: "" } };
  const yaml = yamlFormat([]);
  for (const { file, text } of fields)
    expect(yaml.toFile({ ...empty, ...yaml.fromFile(text) }), file).toBe(text);
});

describe("a change of one thing", () => {
  const before = `# Nota de quien escribe
title: "Uno: dos"
topics: [a, b]
linkAs: []
sources:
  - title: "Uno"
    url: "https://example.com/1"
  - title: "Dos"
    url: "https://example.com/2"
publishedAt: 2026-11-29
`;
  const value = {
    title: "Uno: dos",
    topics: ["a", "b"],
    linkAs: [],
    sources: [
      { title: "Uno", url: "https://example.com/1" },
      { title: "Dos", url: "https://example.com/2" },
    ],
    publishedAt: "2026-11-29",
  };
  const change = (next: object) => changes(before, writeOver(before, { ...value, ...next }));

  test("a word is one line, quoted as it was", () => {
    expect(change({ title: "Uno: tres" })).toEqual(['-title: "Uno: dos"', '+title: "Uno: tres"']);
    expect(change({ publishedAt: "2026-11-30" })).toEqual([
      "-publishedAt: 2026-11-29",
      "+publishedAt: 2026-11-30",
    ]);
  });

  test("in a list, those that stayed keep their lines", () => {
    const [one, two] = value.sources;
    expect(change({ sources: [one, { ...two, title: "Tres" }] })).toEqual([
      '-  - title: "Dos"',
      '+  - title: "Tres"',
    ]);
    expect(change({ sources: [two] })).toEqual(['-  - title: "Uno"', '-    url: "https://example.com/1"']);
    expect(change({ sources: [two, one] })).toEqual([]);
    expect(change({ sources: [one, two, { title: "El tercero", url: "https://example.com/3" }] })).toEqual([
      '+  - title: "El tercero"',
      '+    url: "https://example.com/3"',
    ]);
  });

  test("a field that is new stands at the end, one that was emptied is gone, and an empty list that says something stays", () => {
    expect(change({ updatedAt: "2026-11-30", draft: null })).toEqual(["+updatedAt: 2026-11-30"]);
    expect(change({ topics: [] })).toEqual(["-topics: [a, b]"]);
    expect(change({ linkAs: ["uno"] })).toEqual(["-linkAs: []", "+linkAs:", "+  - uno"]);
  });

  test("comments stay", () =>
    expect(writeOver(before, { title: "Otro" })).toContain("# Nota de quien escribe"));
});

test("a new text is written as those that there are, without the fields that are empty", () => {
  const written = mdxFormat([]).toFile({
    title: "Un título",
    author: "equipo",
    topics: ["oficio"],
    draft: true,
    aliases: [],
    [ORIGIN]: "",
    body: "\nTexto.\n",
  });
  expect(written).toBe(
    `---\ntitle: "Un título"\nauthor: equipo\ntopics:\n  - oficio\ndraft: true\n---\n\nTexto.\n`,
  );
});

test("every component in every text is taken into its form and comes out as it was", () => {
  const seen = new Set<string>();
  for (const { file, text } of texts) {
    for (const { id, pattern, fromBlock, toBlock } of COMPONENT_FORMS) {
      for (const match of text.matchAll(new RegExp(pattern, "gm"))) {
        seen.add(id);
        expect(toBlock(fromBlock?.(match) ?? {}), file).toBe(match[0]);
      }
    }
  }
  expect([...seen].sort()).toEqual(
    expect.arrayContaining(["Aside", "Checklist", "Comparison", "Download", "Figure", "MindMap", "Steps"]),
  );
});

test("the forms of components that no text uses yet write what they mean", () => {
  const write = (id: string, props: Record<string, unknown>) =>
    COMPONENT_FORMS.find((one) => one.id === id)?.toBlock(props);
  expect(write("Figure", { src: "/figuras/dos.svg", alt: 'Un "sí"', licence: "CC BY 4.0" })).toBe(
    '<Figure src="dos.svg" alt="Un &quot;sí&quot;" licence="CC BY 4.0" />',
  );
  expect(write("Figure-decorative", { src: "/figuras/dos.svg" })).toBe('<Figure src="dos.svg" decorative />');
  expect(write("Term", { id: "alcance", dentro: "alcance" })).toBe('<Term id="alcance">alcance</Term>');
  expect(write("Video", { url: "https://example.com/v", title: "Uno", duration: "4:32", poster: "" })).toBe(
    '<Video url="https://example.com/v" title="Uno" duration="4:32" />',
  );
});

test("a figure that only adorns is taken into its own form, and no other into it", () => {
  const taking = (text: string) =>
    COMPONENT_FORMS.filter(({ pattern }) => pattern.test(text)).map(({ id }) => id);
  expect(
    taking('<Figure src="dos.svg" alt="Uno que no es decorative por sí" source="X" licence="Y" />'),
  ).toEqual(["Figure"]);
  expect(taking('<Figure src="dos.svg" decorative />')).toEqual(["Figure-decorative"]);
  expect(taking('<Figure\n  src="dos.svg"\n  decorative\n  source="X"\n/>')).toEqual(["Figure-decorative"]);
});

test("a figure that is uploaded with its text is named by where it will be, and in the file by its name alone", () => {
  const figure = COMPONENT_FORMS.find(({ id }) => id === "Figure");
  const src = "blob:http://localhost:4321/c6d955c4-d21b-46a1-8913-b4d717862109";
  const block = figure?.toBlock({ src, alt: "Un cartel" }) ?? "";
  expect(block).toBe(`<Figure src="${src}" alt="Un cartel" />`);
  expect(figure?.fromBlock?.(figure.pattern.exec(block) as RegExpMatchArray)).toMatchObject({ src });
  // What the editor does with it on saving.
  const body = block.replace(src, "/figuras/cartel.svg");
  expect(mdxFormat([]).toFile({ title: "Uno", body })).toContain(
    '\n<Figure src="cartel.svg" alt="Un cartel" />\n',
  );
  expect(figure?.fromBlock?.(figure.pattern.exec(body) as RegExpMatchArray)).toMatchObject({
    src: "/figuras/cartel.svg",
  });
});

test("a switch that is off is not written where nothing was, and takes back what was on", () => {
  expect(changes("title: Uno\n", writeOver("title: Uno\n", { title: "Uno", draft: false }))).toEqual([]);
  expect(changes("draft: false\n", writeOver("draft: false\n", { draft: false }))).toEqual([]);
  expect(writeOver("title: Uno\ndraft: true\n", { title: "Uno", draft: false })).toBe("title: Uno\n");
  expect(writeOver("draft: false\n", { draft: true })).toBe("draft: true\n");
});

test("a table keeps how its columns are aligned, and a bar or a new line in a cell doesn't break it", () => {
  const table = "| A | B |\n| --- | ---: |\n| uno \\| dos | 3 |";
  expect(writeTable({ ...readTable(table) })).toBe(table);
  expect(writeTable({ head: ["A"], rows: [{ cells: ["x|y\nz", "sobra"] }, { cells: [] }] })).toBe(
    "| A |\n| --- |\n| x\\|y z |\n|  |",
  );
});
