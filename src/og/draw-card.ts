import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { renderAsync } from "@resvg/resvg-js";
import { indexedPng, type Png } from "./indexed-png.ts";

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
