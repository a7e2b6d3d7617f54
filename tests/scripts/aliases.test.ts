import { describe, expect, test } from "vitest";
import { queryRedirects, readAliases } from "../../scripts/aliases.ts";
import { tempFolder } from "./temp-folder.ts";

const EMPTY = {
  "faq/x.mdx": "---\nquestion: ¿X?\n---\n",
  "mindmaps/x.yaml": "title: X\n",
  "resources/x.mdx": "---\ntitle: X\n---\n",
  "glossary/x.yaml": "term: X\n",
};
const article = (header: string): string =>
  `---\ntitle: Uno\npublishedAt: 2026-01-10\n${header}\n---\n\nTexto.\n`;
const TODAY = "2026-03-01";

describe("old addresses", () => {
  test("lead to the page of their file in one hop, whatever it is", () => {
    const content = tempFolder({
      ...EMPTY,
      "articles/uno.mdx": article("aliases: [/articulos/viejo/, /2012/uno/]"),
      "mindmaps/mapa.yaml": "title: M\naliases: [/mapa-viejo/]\n",
    });
    expect(readAliases(content, TODAY)).toEqual({
      "/articulos/viejo/": { status: 301, destination: "/articulos/uno/" },
      "/2012/uno/": { status: 301, destination: "/articulos/uno/" },
      "/mapa-viejo/": { status: 301, destination: "/mapas/mapa/" },
    });
  });

  test("of another site's shape are served as they were: files without a slash, pages with one", () => {
    const content = tempFolder({
      ...EMPTY,
      "articles/uno.mdx": article("aliases: [/2014/05/mi-articulo.html, /Blog/Uno.php, /viejo]"),
    });
    expect(Object.keys(readAliases(content, TODAY))).toEqual([
      "/2014/05/mi-articulo.html",
      "/Blog/Uno.php",
      "/viejo/",
    ]);
  });

  test("that are the home page's with a number are rules of their own", () => {
    const content = tempFolder({
      ...EMPTY,
      "articles/uno.mdx": article('aliases: ["/?p=12", /viejo/, "/?page_id=3"]'),
      "articles/dos.mdx": article('draft: true\naliases: ["/?p=13"]'),
    });
    expect(Object.keys(readAliases(content, TODAY))).toEqual(["/viejo/"]);
    expect(queryRedirects(content, TODAY)).toEqual([
      "/ p=12 /articulos/uno/ 301!",
      "/ page_id=3 /articulos/uno/ 301!",
    ]);
  });

  test("of what nobody may see yet lead nowhere", () => {
    const content = tempFolder({
      ...EMPTY,
      "articles/borrador.mdx": article("draft: true\naliases: [/a/]"),
      "articles/futuro.mdx": "---\npublishedAt: 2026-03-02\naliases: [/b/]\n---\n",
    });
    expect(readAliases(content, TODAY)).toEqual({});
  });

  test("that are somebody else's stop the build and name both files", () => {
    const page = tempFolder({
      ...EMPTY,
      "articles/uno.mdx": article("aliases: [/articulos/dos/]"),
      "articles/dos.mdx": article(""),
    });
    expect(() => readAliases(page, TODAY)).toThrow(
      /uno\.mdx: el alias \/articulos\/dos\/ ya es la dirección de .*dos\.mdx/,
    );
    const twice = tempFolder({
      ...EMPTY,
      "articles/uno.mdx": article("aliases: [/a/]"),
      "articles/dos.mdx": article("aliases: [/a/]"),
    });
    expect(() => readAliases(twice, TODAY)).toThrow(/el alias \/a\//);
  });
});
