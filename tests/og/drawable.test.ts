import satori from "satori";
import { describe, expect, test } from "vitest";
import { cardWords } from "../../src/og/card.ts";
import { readFonts } from "../../src/og/draw-card.ts";
import { drawable } from "../../src/og/drawable.ts";
import { SITE } from "../../src/site.ts";

/** What the drawing program says that no font has. */
async function missing(card: { kicker: string; title: string }): Promise<string[]> {
  const segments: string[] = [];
  await satori(cardWords(card) as Parameters<typeof satori>[0], {
    width: 1200,
    height: 630,
    fonts: await readFonts(),
    loadAdditionalAsset: (_, segment) => {
      segments.push(segment);
      return Promise.resolve([]);
    },
  });
  return segments;
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
    expect(JSON.stringify(cardWords({ kicker: text, title: text }))).toContain(SITE.tagline);
  });

  test("no character of the first 65,536, nor an emoji, reaches the drawing without its font", async () => {
    const titles: string[] = ["🚀 ☂️ 👩🏽‍💻 🇪🇸 𝐇𝐨𝐥𝐚 a"];
    for (let block = 0x20; block < 0xd800; block += 0x100) {
      titles.push(`a ${String.fromCharCode(...Array.from({ length: 0x100 }, (_, at) => block + at))}`);
    }
    const said = [];
    for (const title of titles) said.push(...(await missing({ kicker: title, title })));
    expect(said).toEqual([]);
  });
});
