import sharp from "sharp";
import { SCREENS } from "./shots.ts";

/** Of what a page is seen on a sheet: desk and phone side by side, at a third of their size. */
const SCALE = 1 / 3;
const GAP = 12;
const PER_ROW = 4;
const QUALITY = 72;

export interface Pair {
  readonly desk: Buffer;
  readonly phone: Buffer;
}

interface SheetCell {
  readonly left: number;
  readonly top: number;
}

/** Where the pictures of the pair at `index` stand, and how large the sheet of `count` pairs is. */
export function placesOf(index: number): { readonly desk: SheetCell; readonly phone: SheetCell } {
  const cell = cellSize();
  const left = GAP + (index % PER_ROW) * (cell.width + GAP);
  const top = GAP + Math.floor(index / PER_ROW) * (cell.height + GAP);
  return { desk: { left, top }, phone: { left: left + scaled(SCREENS.desk.width) + GAP / 2, top } };
}

export function sheetSize(count: number): { readonly width: number; readonly height: number } {
  const cell = cellSize();
  const columns = Math.min(count, PER_ROW);
  const rows = Math.ceil(count / PER_ROW);
  return { width: GAP + columns * (cell.width + GAP), height: GAP + rows * (cell.height + GAP) };
}

/** One picture of all of them. */
export async function drawSheet(pairs: readonly Pair[], background: string): Promise<Buffer> {
  const layers = await Promise.all(
    pairs.flatMap((pair, index) => {
      const places = placesOf(index);
      return [
        layer(pair.desk, SCREENS.desk.width, places.desk),
        layer(pair.phone, SCREENS.phone.width, places.phone),
      ];
    }),
  );
  return sharp({ create: { ...sheetSize(pairs.length), channels: 3, background } })
    .composite(layers)
    .webp({ quality: QUALITY })
    .toBuffer();
}

async function layer(
  picture: Buffer,
  width: number,
  place: SheetCell,
): Promise<{ input: Buffer } & SheetCell> {
  return { input: await sharp(picture).resize(scaled(width)).toBuffer(), ...place };
}

function cellSize() {
  return {
    width: scaled(SCREENS.desk.width) + GAP / 2 + scaled(SCREENS.phone.width),
    height: scaled(Math.max(SCREENS.desk.height, SCREENS.phone.height)),
  };
}

function scaled(pixels: number): number {
  return Math.round(pixels * SCALE);
}
