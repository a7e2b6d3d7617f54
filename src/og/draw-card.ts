import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import sharp from "sharp";

/** Bytes of a PNG file. */
export type Png = Uint8Array<ArrayBuffer>;

/**
 * A card, drawn as SVG, as the file that is shared. Painting one takes a while, so it is kept in `cacheFolder` under a hash of the
 * drawing: other words or another design make another file.
 */
export async function paintCard(svg: string, cacheFolder: string): Promise<Png> {
  const hash = createHash("sha256").update(svg).digest("hex").slice(0, 32);
  const file = join(cacheFolder, `${hash}.png`);
  const kept = await readFile(file).catch(() => null);
  if (kept !== null) return new Uint8Array(kept);

  // Beside the thread that renders pages.
  const { pixels, width, height } = await renderAsync(svg, { font: { loadSystemFonts: false } });
  const png = await indexedPng(pixels, width, height);
  await mkdir(cacheFolder, { recursive: true });
  // Two builds at once may want the same card: neither ever reads half of one.
  await writeFile(`${file}.${process.pid}`, png);
  await rename(`${file}.${process.pid}`, file);
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
