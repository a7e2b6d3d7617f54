import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTexts } from "../../scripts/check-texts.ts";
import { nextSteps, writeNewText } from "../../scripts/new-text.ts";
import { smallSite, TODAY } from "./small-site.ts";

function written(root: string, kind: Parameters<typeof writeNewText>[1], title: string) {
  const result = writeNewText(root, kind, title, TODAY);
  if ("refused" in result) throw new Error(result.refused);
  return result;
}

describe("npm run nuevo", () => {
  test.each([
    ["articulo", "Cómo contestar en 10% menos", ["content/articles/como-contestar-en-10-menos.mdx"]],
    ["pregunta", "cuánto tarda", ["content/faq/cuanto-tarda.mdx"]],
    ["termino", "audiencia", ["content/glossary/audiencia.yaml"]],
    ["mapa", 'El "camino": de una queja', ["content/mindmaps/el-camino-de-una-queja.yaml"]],
    [
      "recurso",
      "Hoja de tareas",
      ["content/resources/hoja-de-tareas.mdx", "public/descargas/hoja-de-tareas.csv"],
    ],
  ] as const)("%s: writes a draft that passes every check", (kind, title, files) => {
    const root = smallSite();
    const result = written(root, kind, title);
    expect(result.files).toEqual(files);
    expect(result.faults).toEqual([]);
    expect(checkTexts(root, TODAY)).toEqual([]);
    expect(readFileSync(join(root, files[0]), "utf8")).toMatch(/^draft: true$/m);
    expect(nextSteps(result)).toContain(`4321${result.page}`);
  });

  test("a question gets its marks, and its place after the others", () => {
    const root = smallSite();
    written(root, "pregunta", "cuánto tarda");
    const second = written(root, "pregunta", "¿Y cuándo empieza?");
    expect(readFileSync(join(root, "content/faq/cuanto-tarda.mdx"), "utf8")).toContain(
      'question: "¿Cuánto tarda?"\n',
    );
    expect(readFileSync(join(root, second.files[0] ?? ""), "utf8")).toContain("order: 2\n");
  });

  test("what it can't write well it doesn't write", () => {
    const root = smallSite();
    written(root, "articulo", "Uno más");
    const refused = (title: string) => writeNewText(root, "articulo", title, TODAY);
    expect(refused("Uno más")).toMatchObject({ refused: expect.stringContaining("uno-mas.mdx") as string });
    expect(refused("Polémica")).toMatchObject({
      refused: expect.stringContaining("/articulos/una-polemica/") as string,
    });
    expect(refused("x".repeat(101))).toMatchObject({ refused: expect.stringContaining("100") as string });
    expect(existsSync(join(root, "content/articles/polemica.mdx"))).toBe(false);
  });

  test("a word of the title that nobody knows is told at once", () => {
    const { faults } = written(smallSite(), "articulo", "Pasar el día en Snapchat");
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain("«Snapchat» no está en el diccionario");
  });
});
