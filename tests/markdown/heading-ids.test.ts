import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createHeadingIds, isPageId } from "../../src/markdown/heading-ids.ts";

function idsOf(headings: readonly string[]): string[] {
  return headings.map(createHeadingIds());
}

describe("ids of headings", () => {
  test.each([
    { headings: ["Paso", "Paso", "Paso 2"], ids: ["paso", "paso-2", "paso-2-2"] },
    { headings: ["Paso 2", "Paso", "Paso"], ids: ["paso-2", "paso", "paso-3"] },
    {
      headings: ["1", "2", "Apartado 2", "¿?"],
      ids: ["apartado", "apartado-2", "apartado-2-2", "sin-titulo"],
    },
  ])("are unique among themselves: $headings", ({ headings, ids }) => {
    expect(idsOf(headings)).toEqual(ids);
  });

  test("never are one of the page's own", () => {
    const hostile = [
      "Comentarios",
      "Más",
      "Fuentes",
      "Contenido",
      "Dudas",
      "Comentar",
      "Campo text",
      "Nota fn 1",
    ];
    const ids = idsOf([...hostile, ...hostile, "C abcdefghijklmnop"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => isPageId(id, "article"))).toEqual([]);
    expect(ids.slice(0, 2)).toEqual(["comentarios-2", "mas-2"]);
  });

  test("stay what they were on a page without a conversation", () => {
    expect(createHeadingIds("page")("Comentarios")).toBe("comentarios");
    expect(createHeadingIds("page")("Contenido")).toBe("contenido-2");
  });

  test("know every id that is written in what may stand around an article, an answer or a resource", () => {
    const around = [
      "src/layouts/*.astro",
      "src/pages/articulos/[[]slug].astro",
      "src/pages/preguntas-frecuentes/[[]slug].astro",
      "src/pages/recursos/[[]slug].astro",
      "src/ui/*/{Conversation,Share,Sources,StateDiagram,ThreadSection,VoteAnswers,SearchField,CommentForm}.astro",
    ];
    const written = globSync(around).flatMap((file) =>
      [...readFileSync(file, "utf8").matchAll(/\sid="([^"{$]+)"/g)].map(([, id = ""]) => id),
    );
    expect(written).toEqual(expect.arrayContaining(["comentarios", "mas", "otras", "articulos", "fuentes"]));
    expect(written.filter((id) => !isPageId(id, "article"))).toEqual([]);
  });
});
