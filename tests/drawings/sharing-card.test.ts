import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { hex } from "../../src/drawings/colour.ts";
import { readFont } from "../../src/drawings/font.ts";
import { pageCards } from "../../src/drawings/page-card.ts";
import { sharingCards, SHARED_FAVOURS } from "../../src/drawings/sharing-card.ts";
import { papers } from "../../src/drawings/tints.ts";

const { resolve } = createRequire(import.meta.url);
const font = (weight: number) =>
  readFont(
    readFileSync(
      resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-${weight}-normal.woff`),
    ),
  );
const fonts = { bold: font(700), semibold: font(600) };
const draw = sharingCards(fonts);
const drawPage = pageCards(fonts);

function pixelsOf(svg: string) {
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const at = (x: number, y: number) =>
    `#${Buffer.from(pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)).toString("hex")}`;
  return { width, height, at };
}

describe("the cards that favours share", () => {
  test("are 75, each its own", () => {
    expect(SHARED_FAVOURS).toHaveLength(75);
    expect(new Set(SHARED_FAVOURS.map((favour) => draw(favour))).size).toBe(75);
  });

  test("need no font: words are paths", () => {
    const svg = draw({ category: "ilustracion", reward: "favour" });
    expect(svg).not.toMatch(/<text|font-|var\(|currentColor|NaN|undefined/);
  });

  test.each(CATEGORIES)(
    "%s: paper around it, its own stub, and the name keeps off the drawing and the code",
    (category) => {
      const { width, height, at } = pixelsOf(draw({ category, reward: "open" }));
      expect([width, height]).toEqual([1200, 630]);
      expect(at(5, 5)).toBe("#f9f4eb");
      expect(at(80, 300)).toBe("#fffdf8");
      expect(at(1110, 450)).toBe(hex(papers(category, "light").stub));
      const column = Array.from({ length: 260 }, (_, y) => at(588, 165 + y));
      expect(new Set(column)).toEqual(new Set(["#fffdf8"]));
      const row = Array.from({ length: 380 }, (_, x) => at(100 + x, 466));
      expect(new Set(row)).toEqual(new Set(["#fffdf8"]));
    },
  );
});

describe("the card of a page", () => {
  test.each([
    "Hola",
    "Nunca borres la polémica: errores, disculpas y crisis",
    // 120 of the widest letters an editor may well use, in words of ten.
    Array.from({ length: 11 }, () => "WMWMWMWMWM").join(" "),
    "W".repeat(60),
    `Hola ${"M".repeat(30)}`,
  ])("keeps the title inside the ticket's body and above the site's name: %s", (title) => {
    const { at } = pixelsOf(drawPage({ kicker: "Tema", title }));
    const margin = Array.from({ length: 330 }, (_, y) => at(846, 100 + y));
    expect(new Set(margin)).toEqual(new Set(["#fffdf8"]));
    const above = Array.from({ length: 740 }, (_, x) => at(100 + x, 462));
    expect(new Set(above)).toEqual(new Set(["#fffdf8"]));
  });

  test("has a topic's pictogram or the tick, and the paper it was given", () => {
    const plain = drawPage({ kicker: "", title: "Hola" });
    expect(plain).toContain("#bf331a");
    const topical = drawPage({ kicker: "", title: "Hola", topic: "crisis", paper: "sky" });
    expect(topical).not.toBe(plain);
    expect(pixelsOf(topical).at(1110, 450)).toBe(hex(papers("teleformacion", "light").stub));
  });
});
