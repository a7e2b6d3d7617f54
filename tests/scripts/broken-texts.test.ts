import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkTexts, mendTexts, summary } from "../../scripts/check-texts.ts";
import { checkContent } from "../../scripts/edit/check-content.ts";
import { faultText, weightOf } from "../../scripts/edit/content-fault.ts";
import { BROKEN_TEXTS } from "./broken-texts.ts";
import { article, GOOD, ROOT, smallSite, TODAY } from "./small-site.ts";

describe("npm run revisar", () => {
  test("finds nothing to mend in the texts as they are, spelling included", () => {
    const faults = checkTexts(ROOT, TODAY);
    expect(faults.filter((fault) => weightOf(fault) !== "note").map(faultText)).toEqual([]);
    expect(faults.length).toBeLessThan(20);
  });

  test.each(BROKEN_TEXTS)("names $what at its line", ({ file, text, at: [line, column], says }) => {
    const faults = checkContent(smallSite({ [file]: text }), TODAY).filter((fault) => fault.file === file);
    const found = faults
      .filter((fault) => !/falta \/.* que ya se puede leer/.test(fault.problem))
      .map(faultText);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^content\/\S+:\d+:\d+: .+ → .+$/);
    expect(found[0]).toContain(says);
    expect(found[0]?.startsWith(`${file}:${line}:${column}: `)).toBe(true);
  });

  test("tells all of them at once, the worst first, and counts them", () => {
    const files = { "content/articles/a.mdx": article(GOOD, 'Un "uno".'), "content/faq/b.mdx": "Hola" };
    const faults = checkContent(smallSite(files), TODAY);
    expect(faults.map(weightOf).slice(0, 2)).toEqual(["error", "slip"]);
    expect(summary(faults)).toMatch(/^1 fallo, 1 descuido, 1 nota en 3 archivos\. 2 se arreglan con:/);
    expect(summary(faults.filter(({ mend }) => mend).slice(0, 1))).toContain(" 1 se arregla con:");
    expect(summary([])).toBe("Todo está bien.");
  });

  test("knows a word that isn't one, guesses which was meant, and knows verbs with their pronouns", () => {
    const text = article(GOOD, "Acláraselo y escribámonos.\n\nNo es `kpiii` lo que publiqueis.");
    const faults = checkTexts(smallSite({ "content/articles/uno.mdx": text }), TODAY).filter(
      (fault) => weightOf(fault) !== "note",
    );
    expect(faults.map(faultText)).toEqual([
      "content/articles/uno.mdx:11:22: (descuido) «publiqueis» no está en el diccionario. → ¿Querías decir «publiquéis»? " +
        "Si está bien escrita, añádela a content/words.txt.",
    ]);
  });
});

describe("npm run revisar -- --arreglar", () => {
  test("mends what has one right answer, and nothing else", () => {
    const file = "content/articles/uno.mdx";
    const written = [
      'Dijo "hola" y «así “no”», por 3.000 € o 20 000, 1 234 y 600 123 456: el nº 3, el 1º y un 10%.',
      "## Uno",
      "#### Dos",
      "Mira [la portada](https://www.makethejobs.com/favores/) y [favores](/favores).",
      '`3.000` y `"así"` son código, y 28001 Madrid, 2.5 y 192.168.100.200 no son millares.',
    ].join("\n\n");
    const root = smallSite({ [file]: `\ufeff${article(GOOD, written)}`.replaceAll("\n", "\r\n") });
    expect(mendTexts(root, checkContent(root, TODAY))).toBeGreaterThan(9);
    expect(readFileSync(join(root, file), "utf8").split("\n").slice(8).filter(Boolean)).toEqual([
      "Dijo «hola» y «así “no”», por 3000\u00a0€ o 20\u00a0000, 1234 y 600 123 456: el n.º\u00a03, el 1.º y un 10\u00a0%.",
      "## Uno",
      "### Dos",
      "Mira [la portada](/favores/) y [favores](/favores/).",
      '`3.000` y `"así"` son código, y 28001 Madrid, 2.5 y 192.168.100.200 no son millares.',
    ]);
    expect(checkContent(root, TODAY).filter((fault) => fault.file === file)).toEqual([]);
    expect(readFileSync(join(root, "content/addresses.txt"), "utf8")).toContain("\n/articulos/uno/\n");
  });
});
