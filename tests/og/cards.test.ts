import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { afterAll, describe, expect, test } from "vitest";
import { CARD_COLOURS, CARD_HEIGHT, CARD_WIDTH } from "../../src/drawings/card-paper.ts";
import { cardPath, favourCard, SITE_CARD } from "../../src/urls.ts";
import { cards } from "../../src/og/cards.ts";
import { indexedPng, paintCard } from "../../src/og/draw-card.ts";

const folder = mkdtempSync(join(tmpdir(), "makethejobs-cards-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const { page, favour } = await cards();
const drawCard = (words: { kicker: string; title: string }) => paintCard(page(words), folder);

/** The pixels of a PNG, read by somebody else's decoder. */
function pixelsOf(png: Uint8Array, width: number, height: number): Uint8Array {
  const href = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

describe("a page's card", () => {
  test("is where its address says; further pages of a list share the first's", () => {
    expect(cardPath("/")).toBe(SITE_CARD);
    expect(cardPath("/articulos/uno/")).toBe("/og/articulos/uno.png");
    expect(cardPath("/articulos/2/")).toBe("/og/articulos.png");
    expect(cardPath(favourCard("mascotas", "money"))).toBe("/og/favores/mascotas-money.png");
  });

  test("is drawn once: the same words come from the folder, others make another file", async () => {
    const card = { kicker: "Crisis", title: "Nunca borres la polémica" };
    const first = await drawCard(card);
    const [file = ""] = readdirSync(folder);
    const drawnAt = statSync(join(folder, file)).mtimeMs;
    expect(await drawCard({ ...card })).toEqual(first);
    expect(readdirSync(folder)).toEqual([file]);
    expect(statSync(join(folder, file)).mtimeMs).toBe(drawnAt);
    const other = await drawCard({ ...card, kicker: "Errores" });
    expect(readdirSync(folder)).toHaveLength(2);
    expect(Buffer.from(other).equals(Buffer.from(first))).toBe(false);
  });

  test("has the paper of the site around the ticket, in every colour of its own", async () => {
    const png = await drawCard({ kicker: "Tema", title: "Hola" });
    const pixels = pixelsOf(png, CARD_WIDTH, CARD_HEIGHT);
    const at = (x: number, y: number) =>
      `#${Buffer.from(pixels.subarray((y * CARD_WIDTH + x) * 4, (y * CARD_WIDTH + x) * 4 + 3)).toString("hex")}`;
    expect(at(5, 5)).toBe(CARD_COLOURS.paper);
    expect(at(200, 450)).toBe(CARD_COLOURS.card);
  });

  test("a favour's has a palette too", async () => {
    const png = await paintCard(favour({ category: "mascotas", reward: "money" }), folder);
    expect(png.length).toBeLessThan(60_000);
  });

  test.each([
    // 120 of the widest letters an editor may well use, in words of ten.
    Array.from({ length: 11 }, () => "WMWMWMWMWM").join(" "),
    "W".repeat(60),
    `Hola ${"M".repeat(30)}`,
  ])("keeps the title inside the ticket's body: %s", async (title) => {
    const pixels = pixelsOf(await drawCard({ kicker: "Tema", title }), CARD_WIDTH, CARD_HEIGHT);
    const ink = (x: number, y: number) => (pixels[(y * CARD_WIDTH + x) * 4] ?? 255) < 0x60;
    // Nothing is written in the margin between the body's words and its perforation.
    for (let y = 100; y < 430; y += 3) expect(ink(845, y), `ink at ${y}`).toBe(false);
  });
});

describe("a PNG with a palette", () => {
  test("gives back the very pixels of a drawing with few colours", async () => {
    const pixels = Uint8Array.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255]);
    expect([...pixelsOf(await indexedPng(pixels, 2, 2), 2, 2)]).toEqual([...pixels]);
  });

  test("takes the nearest of 256 colours when there are more", async () => {
    const side = 64;
    const pixels = new Uint8Array(side * side * 4).map((_, at) => {
      const pixel = Math.floor(at / 4);
      return [(pixel % side) * 4, Math.floor(pixel / side) * 4, 128, 255][at % 4] ?? 0;
    });
    const read = pixelsOf(await indexedPng(pixels, side, side), side, side);
    const far = read.filter((value, at) => Math.abs(value - (pixels[at] ?? 0)) > 32);
    expect([...far]).toEqual([]);
  });
});
