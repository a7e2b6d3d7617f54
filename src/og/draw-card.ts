import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import satori from "satori";
import type { Font } from "satori";
import sharp from "sharp";
import { CARD_FONTS, CARD_HEIGHT, CARD_WIDTH, cardWords, stubWords, type Box, type Card } from "./card.ts";
import { ticketCard } from "./ticket-shapes.ts";

/** Bytes of a PNG file. */
export type Png = Uint8Array<ArrayBuffer>;

/**
 * The picture of a card. Drawing one takes a good tenth of a second, so it is kept in `cacheFolder` under a hash of all that is
 * drawn: other words or another design make another file.
 */
export async function drawCard(card: Card, cacheFolder: string): Promise<Png> {
  const drawn = JSON.stringify([cardWords(card), stubWords(), ticketCard("", "")]);
  const hash = createHash("sha256").update(drawn).digest("hex").slice(0, 32);
  const file = join(cacheFolder, `${hash}.png`);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return new Uint8Array(kept);

  const png = await draw(card);
  await mkdir(cacheFolder, { recursive: true });
  // Two builds at once may want the same card: neither ever reads half of one.
  await writeFile(`${file}.${process.pid}`, png);
  await rename(`${file}.${process.pid}`, file);
  return png;
}

async function draw(card: Card): Promise<Png> {
  const svg = ticketCard(await outlines(cardWords(card)), await outlines(stubWords()));
  const { pixels, width, height } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return indexedPng(pixels, width, height);
}

/**
 * Opaque pixels (RGBA, row by row) as a PNG with a palette of 256 colours: a third of the bytes of a true-colour one for a
 * drawing with a handful of colours and their blends.
 */
export async function indexedPng(pixels: Uint8Array, width: number, height: number): Promise<Png> {
  const image = sharp(pixels, { raw: { width, height, channels: 4 } });
  // With less effort the paper comes out a shade off.
  return new Uint8Array(await image.png({ palette: true, effort: 4, dither: 0 }).toBuffer());
}

/** Laid-out words as an SVG document of paths, which needs no font any more. */
async function outlines(words: Box): Promise<string> {
  fonts ??= readFonts();
  // Satori's types speak of React, of which it needs no more than this shape.
  return satori(words as Parameters<typeof satori>[0], {
    width: CARD_WIDTH,
    height: CARD_HEIGHT,
    fonts: await fonts,
  });
}

let fonts: Promise<Font[]> | undefined;

/** The files of the card's font, in both of its weights. */
export function readFonts(): Promise<Font[]> {
  const { resolve } = createRequire(import.meta.url);
  const files = (["latin", "latin-ext"] as const).flatMap((letters) =>
    ([600, 700] as const).map((weight) => ({ letters, weight })),
  );
  return Promise.all(
    files.map(async ({ letters, weight }) => ({
      name: CARD_FONTS[letters],
      weight,
      style: "normal",
      data: await readFile(
        resolve(`@fontsource/bricolage-grotesque/files/bricolage-grotesque-${letters}-${weight}-normal.woff`),
      ),
    })),
  );
}
