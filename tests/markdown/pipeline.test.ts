import { markdownToHtml } from "satteri";
import { expect, test } from "vitest";
import { MARKDOWN } from "../../src/markdown/pipeline.ts";

function html(markdown: string): string {
  return markdownToHtml(markdown, MARKDOWN).html;
}

function headingIds(page: string): string[] {
  return [...page.matchAll(/<h[1-6] id="([^"]*)"/g)].map(([, id]) => id ?? "");
}

test("headings get ASCII ids, so that a copied link stays readable", () => {
  const page = html("## Qué publicar\n\n## ¿Y el niño, cuándo?\n\n### 3. Escuchar «el ruido»");
  expect(headingIds(page)).toEqual(["que-publicar", "y-el-nino-cuando", "escuchar-el-ruido"]);
});

test("the same heading twice gets two ids, and each document counts by itself", () => {
  const markdown = "## Antes\n\n## Antes\n\n## 2026";
  expect(headingIds(html(markdown))).toEqual(["antes", "antes-2", "apartado"]);
  expect(headingIds(html(markdown))).toEqual(["antes", "antes-2", "apartado"]);
});

test("an aligned table says so with a class: the security policy refuses inline styles", () => {
  const page = html("| Qué | Cuánto |\n| :-- | --: |\n| Pan | 2 € |");
  expect(page).not.toContain("style=");
  expect(page).not.toContain("align=");
  expect(page).toMatch(/<td class="align-right">2 €<\/td>/);
});

test("footnotes are headed and labelled in Spanish", () => {
  const page = html("Una ley[^1].\n\n[^1]: La de siempre.");
  expect(page).toContain(">Notas</h2>");
  expect(page).toContain('aria-label="Volver a la referencia 1"');
  expect(page).not.toMatch(/Footnotes|Back to/);
});

test("quotes stay as they were typed; dots and dashes are made for the editor", () => {
  expect(html('Dijo "sí"... y «no» -- claro').trim()).toBe('<p>Dijo "sí"… y «no» – claro</p>');
});

test("a table scrolls in a box that the keyboard reaches and that has a name", () => {
  const page = html("| Día | *Red* social | Hora |\n| --- | --- | --- |\n| Lunes | Una | 9:00 |");
  const box = /<section([^>]*)><table>[\s\S]*<\/table><\/section>/.exec(page)?.[1];
  expect(box).toContain('class="table-scroll"');
  expect(box).toContain('tabindex="0"');
  expect(box).toContain('aria-label="Tabla: Día, Red social y Hora. Si no cabe, desplázala hacia los lados"');
});
