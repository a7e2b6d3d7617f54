import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readManifest, readScheduled, writeManifest } from "../../scripts/manifest.ts";
import { tempFolder } from "./temp-folder.ts";

function article(fields: Record<string, string>): string {
  const yaml = Object.entries({ comments: "open", author: "equipo", publishedAt: "2026-01-10", ...fields })
    .map(([name, value]) => `${name}: ${value}`)
    .join("\n");
  return `---\n${yaml}\n---\n\nTexto con --- dentro.\n`;
}

describe("which articles functions and rules know", () => {
  test("the published ones, newest first, with the slug of their file", () => {
    const folder = tempFolder({
      "viejo.mdx": article({ title: '"Uno: con dos puntos"', comments: "closed" }),
      "nuevo.mdx": article({ title: "Dos", publishedAt: "2026-02-01" }),
      "notas.txt": "no es un artículo",
    });
    expect(readManifest(folder, "2026-03-01").articles).toEqual([
      { slug: "nuevo", title: "Dos", author: "equipo", comments: "open", publishedAt: "2026-02-01" },
      {
        slug: "viejo",
        title: "Uno: con dos puntos",
        author: "equipo",
        comments: "closed",
        publishedAt: "2026-01-10",
      },
    ]);
  });

  test("whatever wrote the file: Windows, a byte order mark, a field that is optional or empty", () => {
    const folder = tempFolder({
      "uno.mdx": `\ufeff${article({ title: "Uno", comments: "", draft: "" })}`.replaceAll("\n", "\r\n"),
      "dos.mdx": "---\ntitle: Dos\nauthor: equipo\npublishedAt: 2026-01-10\n---\nTexto.",
    });
    expect(readManifest(folder, "2026-03-01").articles).toMatchObject([
      { slug: "dos", comments: "open" },
      { slug: "uno", title: "Uno", comments: "open" },
    ]);
  });

  test("drafts and those with a later date are left out; today's is in", () => {
    const folder = tempFolder({
      "borrador.mdx": article({ title: "B", draft: "true" }),
      "futuro.mdx": article({ title: "F", publishedAt: "2026-03-02" }),
      "hoy.mdx": article({ title: "H", publishedAt: "2026-03-01" }),
    });
    expect(readManifest(folder, "2026-03-01").articles.map(({ slug }) => slug)).toEqual(["hoy"]);
  });

  test("a header that can't be read names its file", () => {
    expect(() => readManifest(tempFolder({ "a.mdx": "sin cabecera" }), "2026-03-01")).toThrow(
      /a\.mdx:1:1: le falta/,
    );
    const wrong = tempFolder({ "b.mdx": article({ title: "B", comments: "quizá" }) });
    expect(() => readManifest(wrong, "2026-03-01")).toThrow(/b\.mdx[\s\S]*comments/);
  });

  test("the days on which texts are to appear: later than today, each once, in order, without drafts", () => {
    const folder = tempFolder({
      "articles/a.mdx": article({ title: "A", publishedAt: "2026-03-03" }),
      "articles/b.mdx": article({ title: "B", publishedAt: "2026-03-02" }),
      "articles/c.mdx": article({ title: "C", publishedAt: "2026-03-01" }),
      "articles/d.mdx": article({ title: "D", publishedAt: "2026-03-09", draft: "true" }),
      "mindmaps/e.yaml": "title: E\npublishedAt: 2026-03-03\n",
    });
    expect(readScheduled(folder, "2026-03-01")).toEqual({ days: ["2026-03-02", "2026-03-03"] });
  });

  test("it is written where the code imports it from", () => {
    const root = tempFolder({
      "content/articles/a.mdx": article({ title: "A" }),
      "content/faq/b.mdx": '---\nquestion: "¿B?"\n---\nSí.',
      "content/faq/c.mdx": '---\nquestion: "¿C?"\ndraft: true\n---\nTodavía no.',
      "content/authors/a.yaml": "name: Ana Ruiz\nrole: Redacción\n",
    });
    writeManifest(root);
    const written = (name: string): unknown =>
      JSON.parse(readFileSync(join(root, "src/generated", name), "utf8"));
    expect(written("articles.json")).toMatchObject({ articles: [{ slug: "a", title: "A" }] });
    expect(written("questions.json")).toEqual({ questions: [{ slug: "b", title: "¿B?" }] });
    expect(written("authors.json")).toEqual({ names: ["Ana Ruiz"] });
  });
});
