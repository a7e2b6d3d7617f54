import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";

/** Bytes of a PNG file. */
export type Png = Uint8Array<ArrayBuffer>;

/** Where the picture of this drawing is kept: other words or another design make another file. */
export function cardFile(svg: string, cacheFolder: string): string {
  return join(cacheFolder, `${createHash("sha256").update(svg).digest("hex").slice(0, 32)}.png`);
}

/** A card, drawn as SVG, as the file that is shared. Painting one takes a while, so it is kept in `cacheFolder`. */
export async function paintCard(svg: string, cacheFolder: string): Promise<Png> {
  const file = cardFile(svg, cacheFolder);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return new Uint8Array(kept);

  const { pixels, width, height } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  const png = await indexedPng(pixels, width, height);
  await mkdir(cacheFolder, { recursive: true });
  // Two builds at once may want the same card: neither ever reads half of one.
  const own = `${file}.${process.pid}.${threadId}`;
  await writeFile(own, png);
  await rename(own, file);
  return png;
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
