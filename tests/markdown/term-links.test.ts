import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { mdxToJs } from "satteri";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MARKDOWN } from "../../src/markdown/pipeline.ts";
import { findTerms } from "../../src/markdown/term-forms.ts";

const TERMS = {
  engagement: "term: Engagement",
  kpi: "term: KPI\nlinkAs: [KPI, indicador clave]",
  alcance: "term: Alcance\nlinkAs: []",
  "alcance-organico": "term: Alcance orgánico",
  "red-vertical": "term: Red vertical",
  moderacion: "term: Moderación",
  "plan-de-crisis": "term: Plan de crisis",
  boletin: "term: Boletín",
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "makethejobs-terms-"));
  for (const [id, yaml] of Object.entries(TERMS)) write(`content/glossary/${id}.yaml`, `${yaml}\n`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** The terms that an article links, as `id=words`, in order. */
function linked(markdown: string, path = "content/articles/prueba.mdx"): string[] {
  const { code } = mdxToJs(markdown, { ...MARKDOWN, fileURL: pathToFileURL(join(folder, path)) });
  const calls = code.matchAll(/\(Term, \{\s*id: "([^"]+)",\s*children: "([^"]+)"/g);
  return [...calls].map(([, id = "", words = ""]) => `${id}=${words}`);
}

describe("a term is linked where an article uses it first", () => {
  test("once, whatever the form and however often it comes", () => {
    expect(linked("El engagement sube. El Engagement baja.\n\nEngagement.")).toEqual([
      "engagement=engagement",
    ]);
    expect(linked("Un indicador clave. Tres KPI.")).toEqual(["kpi=indicador clave"]);
  });

  test("in singular or plural, at the start of a sentence or not", () => {
    expect(linked("Las redes verticales y los planes de crisis.")).toEqual([
      "red-vertical=redes verticales",
      "plan-de-crisis=planes de crisis",
    ]);
    expect(linked("Moderaciones y KPIs.")).toEqual(["moderacion=Moderaciones", "kpi=KPIs"]);
  });

  test("of two that overlap, the longer one", () => {
    expect(linked("Habla del alcance orgánico.")).toEqual(["alcance-organico=alcance orgánico"]);
  });

  test("inside lists, tables, emphasis and the text of boxes", () => {
    expect(linked("- **Engagement**\n\n| A |\n| - |\n| KPI |")).toEqual(["engagement=Engagement", "kpi=KPI"]);
    expect(linked('<Aside title="Engagement">\n\nSin engagement.\n\n</Aside>')).toEqual([
      "engagement=engagement",
    ]);
  });
});

describe("a term is not linked", () => {
  test.each([
    ["in headings", "## Engagement"],
    ["in links", "[el engagement](/x/)"],
    ["in code", "`engagement`\n\n```\nengagement\n```"],
    ["in quotations", "> engagement"],
    ["in table heads", "| Engagement |\n| - |\n| x |"],
    ["in somebody else's words", '<Quote author="A">\n\nengagement\n\n</Quote>'],
    ["as a part of another word", "reengagement, engagementero, un-engagement y #engagement"],
    ["without its accent, which makes it another word", "moderacion"],
    ["as a part of a name", "El Boletín Oficial del Estado"],
    ["in lower case when it is an acronym", "un kpi"],
    ["when editors put it away for being an everyday word", "al alcance de la mano"],
    ["in plural behind a preposition", "planes de crisises"],
  ])("%s", (_, markdown) => {
    expect(linked(markdown)).toEqual([]);
  });

  test("by itself when the editor linked it by hand", () => {
    expect(linked('El engagement y el <Term id="engagement">engagement</Term>.')).toEqual([
      "engagement=engagement",
    ]);
    expect(linked('<Term id="alcance">alcance</Term>')).toEqual(["alcance=alcance"]);
  });

  test("outside of articles", () => {
    expect(linked("El engagement.", "content/faq/prueba.mdx")).toEqual([]);
  });
});

test("each document counts by itself", () => {
  expect(linked("El engagement.")).toEqual(linked("El engagement."));
});

test("a term that is linked already is left alone", () => {
  const terms = [{ id: "x", forms: ["brief"] }];
  expect(findTerms("Un brief", terms, new Set(["x"]))).toEqual([]);
  expect(findTerms("Un brief", terms, new Set())).toEqual([{ id: "x", start: 3, end: 8 }]);
});
