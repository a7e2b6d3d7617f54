import { describe, expect, test } from "vitest";
import { checkContent } from "../../scripts/edit/check-content.ts";
import { weightOf, type ContentFault } from "../../scripts/edit/content-fault.ts";
import { article, smallSite, GOOD, TODAY } from "./small-site.ts";

/** What has to be mended in a site that is in order with these files added. */
function faultsWith(files: Readonly<Record<string, string>>): ContentFault[] {
  return checkContent(smallSite(files), TODAY).filter((fault) => weightOf(fault) !== "note");
}

describe("the texts of editors", () => {
  test("as they are have no fault, and neither has one from Windows or with empty fields", () => {
    const windows = `\ufeff${article(`${GOOD}\nupdatedAt:\ndraft:\naliases: [/2014/05/Uno.html]`)}`;
    expect(faultsWith({ "content/articles/uno.mdx": windows.replaceAll("\n", "\r\n") })).toEqual([]);
  });

  test.each([
    "05/10/2026",
    "2026-02-30",
    "2026-13-01",
    "2026",
    "hoy",
    "2026-1-5",
    "2026-01-10T10:00:00Z",
    "true",
  ])("a day that isn't one is told with its line and field: %s", (day) => {
    const [fault, ...rest] = faultsWith({
      "content/articles/uno.mdx": article(`${GOOD}\nupdatedAt: ${day}`),
    });
    expect(fault).toMatchObject({ file: "content/articles/uno.mdx", line: 7, field: "updatedAt" });
    expect(fault?.problem).toContain("AAAA-MM-DD");
    expect(rest).toEqual([]);
  });

  test.each([
    ["Mayúscula.mdx", article(GOOD)],
    ["con espacio.mdx", article(GOOD)],
    ["año.mdx", article(GOOD)],
    ["uno.md", article(GOOD)],
    ["uno.MDX", article(GOOD)],
    ["carpeta/uno.mdx", article(GOOD)],
    ["vacio.mdx", ""],
    ["solo-cabecera.mdx", article(GOOD, "")],
    ["tabulador.mdx", "---\ntitle:\n\t- a\n---\nTexto"],
    ["comillas.mdx", article(`${GOOD}\nalsoAsked: ["sin cerrar]`)],
    ["otro-campo.mdx", article(`${GOOD}\ncolor: rojo`)],
    ["sin-dia.mdx", article("publishedAt:")],
    ["autor.mdx", article(GOOD).replace("equipo", "nadie")],
    ["tema.mdx", article(GOOD).replace("crisis", "nada")],
    ["orden.mdx", article(`${GOOD}\nupdatedAt: 2026-01-09`)],
    ["alias.mdx", article(`${GOOD}\naliases: ["/?s=viejo"]`)],
    ["mdx.mdx", article(GOOD, "Uno <b>sin cerrar")],
  ])("%s is refused, by name", (name, text) => {
    const faults = faultsWith({ [`content/articles/${name}`]: text });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.file).toMatch(/^content\/articles\//);
    expect(faults[0]?.whatToDo).not.toBe("");
  });

  test.each([
    "http://",
    "//otro.test/x",
    "javascript:alert(1)",
    "<mailto:a b@c.test>",
    "otra-pagina",
    "<https://a b.test>",
    "",
  ])("a link that leads nowhere is told with its line: [aquí](%s)", (address) => {
    expect(
      faultsWith({ "content/articles/uno.mdx": article(GOOD, `Uno.\n\nDos [aquí](${address}).`) }),
    ).toMatchObject([{ line: 11, column: 5 }]);
  });

  test.each([
    "/favores/",
    "/favores",
    "/rss.xml",
    "/descargas/hoja.csv",
    "/temas/crisis/",
    "/autores/equipo/",
    "/articulos/una-polemica/",
    "/articulos/polemica/",
  ])("an old address that is alive is refused: %s", (alias) => {
    const header = `${GOOD}\naliases: [/a/, ${alias}]`;
    expect(
      faultsWith({
        "content/articles/uno.mdx": article(header),
      }),
    ).toMatchObject([{ line: 7, field: "aliases.1" }]);
  });

  test("all the faults of all files come at once", () => {
    const faults = faultsWith({
      "content/articles/b.mdx": article(`${GOOD}\nupdatedAt: x\ncolor: y`),
      "content/glossary/a.yaml": "term: A\n---\nterm: B\n",
    });
    expect(faults.map(({ file }) => file)).toEqual([
      "content/articles/b.mdx",
      "content/articles/b.mdx",
      "content/glossary/a.yaml",
    ]);
  });
});

describe("what stands beside the texts", () => {
  test.each(["content/topics.yaml", "content/series.yaml"])("%s has to be a list", (file) => {
    const faults = faultsWith({ [file]: "crisis: Crisis\n" });
    expect(faults.filter((fault) => fault.file === file)).toMatchObject([
      { line: 1, problem: "no es una lista." },
    ]);
  });

  test.each(["=1+1", "+cmd", "-2+3", "@SUM(A1)", '"=HYPERLINK(""x"")"', "\tx"])(
    "a sheet with the cell %s is told with its line",
    (cell) => {
      const faults = faultsWith({
        "public/descargas/uno.csv": `\ufeffDía;Texto\n1;"dos\nlíneas"\n2;${cell};fin\n`,
      });
      expect(faults).toMatchObject([{ file: "public/descargas/uno.csv", line: 4 }]);
    },
  );

  test.each(["-3", "+12,5 %", "-1.200,50 €", "a=b", "", '"«-» y más"'])("a sheet may say %s", (cell) => {
    expect(faultsWith({ "public/descargas/uno.csv": `Día;Texto\n2;${cell}\n` })).toEqual([]);
  });
});
