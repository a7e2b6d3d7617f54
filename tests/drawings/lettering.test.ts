import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { readFont, withFallback, type Font } from "../../src/drawings/font.ts";
import { balanced, widthOf, wordsPath } from "../../src/drawings/lettering.ts";

const { resolve } = createRequire(import.meta.url);
function cardFont(weight: 600 | 700, letters = "latin"): Font {
  return readFont(
    readFileSync(
      resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-${letters}-${weight}-normal.woff`),
    ),
  );
}
const font = cardFont(700);

/** The first and last column that have ink. */
function inkOf(words: string, size: number): readonly [number, number] {
  const path = wordsPath(font, words, { x: 20, y: 90, size });
  const { pixels, width } = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="120"><path d="${path}"/></svg>`,
  ).render();
  const columns = [...pixels.keys()]
    .filter((at) => at % 4 === 3 && (pixels[at] ?? 0) > 100)
    .map((at) => ((at - 3) / 4) % width);
  return [
    Math.min(
      ...columns.slice(0, 1),
      columns.reduce((a, b) => Math.min(a, b), 900),
    ),
    columns.reduce((a, b) => Math.max(a, b), 0),
  ];
}

describe("words as paths", () => {
  test("are as wide as they are said to be", () => {
    for (const words of ["Teleformación", "Música, baile y teatro", "AVATAR", "¿Cuánto? 3000 €"]) {
      const [first, last] = inkOf(words, 66);
      expect(Math.abs(first - 20), words).toBeLessThan(7);
      expect(Math.abs(last - 20 - widthOf(font, words, 66)), words).toBeLessThan(7);
    }
  });

  test("pairs are kerned", () => {
    const apart = widthOf(font, "A", 100) + widthOf(font, "V", 100);
    expect(widthOf(font, "AV", 100)).toBeLessThan(apart - 3);
    expect(widthOf(font, "HH", 100)).toBeCloseTo(2 * widthOf(font, "H", 100), 0);
  });

  test("an accent is drawn over its letter, and a decomposed one is the same", () => {
    const contours = (letter: string) => wordsPath(font, letter, { x: 0, y: 0, size: 10 }).split("M").length;
    expect(contours("ó")).toBe(contours("o") + 1);
    expect(contours("ñ")).toBe(contours("n") + 1);
    expect(wordsPath(font, "o\u0301", { x: 0, y: 0, size: 10 })).toBe(
      wordsPath(font, "ó", { x: 0, y: 0, size: 10 }),
    );
  });

  test("what one file lacks comes from the other", () => {
    const both = withFallback(font, cardFont(700, "latin-ext"));
    expect(widthOf(font, "Łódź", 50)).toBeLessThan(widthOf(both, "Łódź", 50) - 30);
    expect(widthOf(both, "AVATAR", 50)).toBe(widthOf(font, "AVATAR", 50));
    expect(wordsPath(both, "ł", { x: 0, y: 0, size: 10 })).toMatch(/^M.*z$/);
  });

  test("what the font lacks is left out", () => {
    expect(wordsPath(font, "a🙂漢b", { x: 0, y: 0, size: 10 })).toBe(
      wordsPath(font, "ab", { x: 0, y: 0, size: 10 }),
    );
    expect(wordsPath(font, "", { x: 0, y: 0, size: 10 })).toBe("");
  });
});

describe("lines", () => {
  test("are as few and as even as the column allows", () => {
    expect(balanced(font, "Un logotipo para una panadería de barrio", 66, 700, 3)).toEqual([
      "Un logotipo para una",
      "panadería de barrio",
    ]);
  });

  test("break a word that is wider than the column", () => {
    const lines = balanced(font, "W".repeat(30), 66, 700, 5) ?? [];
    expect(lines.join("")).toBe("W".repeat(30));
    expect(lines.every((line) => widthOf(font, line, 66) <= 700)).toBe(true);
  });

  test("none ends in a short word", () => {
    const title = "¿Qué pasa cuando aceptan mi propuesta y la otra persona no aparece?";
    for (const width of [500, 600, 700, 800]) {
      const lines = balanced(font, title, 58, width, 5) ?? [];
      expect(lines.join(" ")).toBe(title);
      expect(lines.filter((line) => / (y|la|mi|no)$/.test(line))).toEqual([]);
    }
  });

  test("that would be too many are none", () => {
    expect(balanced(font, "una dos tres cuatro cinco", 66, 200, 2)).toBeNull();
  });
});
