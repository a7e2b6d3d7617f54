import { describe, expect, test } from "vitest";
import { cardFonts, cards } from "../../src/og/cards.ts";
import { drawable } from "../../src/og/drawable.ts";
import { SITE } from "../../src/site.ts";

const { bold, semibold } = await cardFonts();
const { page } = await cards();

/** What is left of a text that one of the fonts has no glyph for. */
function missing(text: string): string[] {
  return Array.from(drawable(text)).filter(
    (character) => bold.glyphOf(character) === 0 || semibold.glyphOf(character) === 0,
  );
}

describe("what a card can draw", () => {
  test.each([
    ["Lanza tu tienda 🚀", "Lanza tu tienda"],
    ["Días de lluvia ☂, y de sol", "Días de lluvia, y de sol"],
    ["👩‍👩‍👧‍👦 Familia (👍🏽) ❤️", "Familia"],
    ["Tiệm ① ﬁjo Ｌｏｃａｌ", "Tiem 1 fijo Local"],
    ["Cafe\u0301 con\u00adtigo", "Café contigo"],
    ["Tres ‑ cuatro", "Tres – cuatro"],
    ["«Ñandú» ¿cuánto? 5 € · 10 %", "«Ñandú» ¿cuánto? 5 € · 10 %"],
    ["日本語 en Madrid", "en Madrid"],
  ])("%s", (text, drawn) => {
    expect(drawable(text)).toBe(drawn);
  });

  test.each(["🚀", "日本語", "مرحبا", "☂ ✓ →", "", " ", "!!!", "Ω"])("nothing is left of «%s»", (text) => {
    expect(drawable(text)).toBe("");
    expect(page({ kicker: text, title: text })).toBe(page({ kicker: "", title: SITE.tagline }));
  });

  test("no character of the first 65,536, nor an emoji, reaches the drawing without its font", () => {
    const titles: string[] = ["🚀 ☂️ 👩🏽‍💻 🇪🇸 𝐇𝐨𝐥𝐚 a"];
    for (let block = 0x20; block < 0xd800; block += 0x100) {
      titles.push(`a ${String.fromCharCode(...Array.from({ length: 0x100 }, (_, at) => block + at))}`);
    }
    expect(titles.flatMap(missing)).toEqual([]);
  });
});
