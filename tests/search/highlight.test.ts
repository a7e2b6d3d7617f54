import { describe, expect, test } from "vitest";
import { excerptOf, markMatches, type Segment } from "../../src/search/highlight.ts";

const isTone = (word: string): boolean => word.startsWith("ton");
const LONG = "palabra ".repeat(60).trim();

/** «un [tono] claro» */
function shown(segments: readonly Segment[]): string {
  return segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");
}

test("matches are marked as they are written, and the whole text is kept", () => {
  expect(shown(markMatches("El Tono, ¿es un TONO?", isTone))).toBe("El [Tono], ¿es un [TONO]?");
  expect(shown(markMatches("Nada de eso", isTone))).toBe("Nada de eso");
  expect(markMatches("", isTone)).toEqual([]);
});

describe("excerpts", () => {
  test("the line that says most is shown", () => {
    const isAsked = (word: string): boolean => ["tono", "voz"].includes(word);
    expect(shown(excerptOf(["Del tono.", "De la voz y del tono.", "Fin."], isAsked))).toBe(
      "De la [voz] y del [tono].",
    );
  });

  test("what the title says already need not be said again", () => {
    const title = markMatches("Tono", isTone);
    expect(shown(excerptOf(["Manera de hablar.", "No es el tono de la voz."], isTone, title))).toBe(
      "Manera de hablar.",
    );
  });

  test("without a match it is the first line", () => {
    expect(shown(excerptOf(["Primera.", "Segunda."], isTone))).toBe("Primera.");
    expect(excerptOf([], isTone)).toEqual([]);
  });

  test("a long line is cut between words, around the match", () => {
    const text = shown(excerptOf([`${LONG} tono ${LONG}`], isTone));
    expect(text).toMatch(/^…palabra.* \[tono\] palabra.*palabra…$/);
    expect(text.length).toBeLessThan(210);
    expect(text).not.toMatch(/palabr…|…alabra/);
  });

  test("a long line without a match is cut at its end", () => {
    const text = shown(excerptOf([LONG], isTone));
    expect(text).toMatch(/^palabra .*palabra…$/);
    expect(text.length).toBeLessThan(195);
  });
});
