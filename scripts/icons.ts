import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

/** Draws the icons that have to be pictures from `public/icon.svg`: `node scripts/icons.ts` after changing it. */

const PAPER = "#f9f4eb";
const SIDE = 64;
/** `margin`: share of the picture left free on each side; launchers cut a maskable icon down to its inner 80 %. */
const PICTURES = [
  { file: "icon-192.png", size: 192, margin: 0.08 },
  { file: "icon-512.png", size: 512, margin: 0.08 },
  { file: "icon-maskable-512.png", size: 512, margin: 0.19 },
  { file: "apple-touch-icon.png", size: 180, margin: 0.11 },
] as const;
const FAVICON_SIZE = 32;

const folder = join(fileURLToPath(new URL("..", import.meta.url)), "public");
const drawing = readFileSync(join(folder, "icon.svg"), "utf8").replace(/^<svg[^>]*>|<\/svg>\s*$/g, "");

for (const { file, size, margin } of PICTURES) writeFileSync(join(folder, file), png(size, margin, PAPER));
writeFileSync(join(folder, "favicon.ico"), ico(png(FAVICON_SIZE, 0, null)));

function png(size: number, margin: number, paper: string | null): Buffer {
  const scale = 1 - 2 * margin;
  const background = paper === null ? "" : `<rect width="${SIDE}" height="${SIDE}" fill="${paper}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}">${background}<g transform="translate(${SIDE * margin} ${SIDE * margin}) scale(${scale})">${drawing}</g></svg>`;
  return new Resvg(svg, { fitTo: { mode: "width", value: size } }).render().asPng();
}

/** One picture in the container that old browsers ask for by name. */
function ico(picture: Buffer): Buffer {
  const header = Buffer.alloc(22);
  // Type icon, one picture; its size, 32 bits a pixel, its length and where it begins.
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.set([FAVICON_SIZE, FAVICON_SIZE], 6);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(picture.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, picture]);
}
