import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { hex, srgb, type Oklch } from "../../src/drawings/colour.ts";
import { papers, TINTS, tintsCss, type Theme } from "../../src/drawings/tints.ts";
import { contrast, distance } from "./contrast.ts";

const THEMES: readonly Theme[] = ["light", "dark"];
/** `--ink` of tokens.css. */
const PAGE_INK: Readonly<Record<Theme, Oklch>> = {
  light: { l: 0.26, c: 0.035, h: 268 },
  dark: { l: 0.935, c: 0.014, h: 85 },
};
const each = THEMES.flatMap((theme) => CATEGORIES.map((category) => ({ theme, category })));

describe("the paper of a category", () => {
  test.each(each)(
    "$category, $theme: text on the stub is AAA, lines on their tint can be seen",
    ({ theme, category }) => {
      const { stub, ink, wash, shine } = papers(category, theme);
      expect(contrast(ink, stub)).toBeGreaterThanOrEqual(7);
      expect(contrast(ink, shine)).toBeGreaterThanOrEqual(7);
      expect(contrast(PAGE_INK[theme], wash)).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(each)("$category, $theme: screens have all its colours", ({ theme, category }) => {
    const outside = Object.values<Oklch>({ ...papers(category, theme) })
      .flatMap((colour) => [...srgb(colour)])
      .filter((channel) => channel < -0.002 || channel > 1.002);
    expect(outside).toEqual([]);
  });

  test("no two are taken for each other, and neighbours are of different families", () => {
    for (const [index, one] of CATEGORIES.entries()) {
      for (const other of CATEGORIES.slice(index + 1)) {
        expect(distance(TINTS[one], TINTS[other]), `${one} and ${other}`).toBeGreaterThan(0.02);
      }
      const next = CATEGORIES[index + 1];
      if (next) expect(TINTS[next].family, next).not.toBe(TINTS[one].family);
    }
  });

  test("each family has three", () => {
    const families = Map.groupBy(CATEGORIES, (category) => TINTS[category].family);
    expect([...families.values()].map((members) => members.length)).toEqual([3, 3, 3, 3, 3]);
  });

  test("pages have the same ones: tints.css is what the table says", () => {
    expect(readFileSync(new URL("../../src/drawings/tints.css", import.meta.url), "utf8")).toBe(tintsCss());
  });
});

test("OKLCH becomes the hexadecimal colour that browsers show", () => {
  expect(hex({ l: 1, c: 0, h: 0 })).toBe("#ffffff");
  expect(hex({ l: 0.628, c: 0.2577, h: 29.23 })).toBe("#ff0000");
  expect(hex({ l: 0.452, c: 0.3132, h: 264.05 })).toBe("#0000ff");
});
