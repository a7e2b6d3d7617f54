import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MAX_COLOURS = 256;
const EIGHT_BITS = 8;
const INDEXED = 3;
/** How many bits of each channel tell two colours apart: the first of these with few enough colours is taken. */
const PRECISIONS = [5, 4, 3, 2] as const;

/**
 * Opaque pixels (RGBA, row by row) as a PNG with a palette: a third of the bytes of a true-colour one for a drawing with a
 * handful of colours and their blends.
 */
export function indexedPng(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
  const { palette, indexes } = quantize(pixels);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([EIGHT_BITS, INDEXED, 0, 0, 0], 8);
  // Every row begins with its filter: none, which suits a palette best.
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const data = deflateSync(rows);
  const chunks = [
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", data),
    chunk("IEND", new Uint8Array()),
  ];
  return new Uint8Array(Buffer.concat([SIGNATURE, ...chunks]));
}

/** Colours that are nearly the same become the most frequent of them. */
function quantize(pixels: Uint8Array): { palette: Uint8Array; indexes: Uint8Array } {
  const counts = countColours(pixels);
  for (const bits of PRECISIONS) {
    const bins = new Map<number, number>();
    // The most frequent colour of a bin comes first and stands for it.
    for (const [colour] of counts) {
      const bin = binOf(colour, bits);
      if (!bins.has(bin)) bins.set(bin, colour);
    }
    if (bins.size > MAX_COLOURS) continue;
    const places = new Map([...bins.keys()].map((bin, place) => [bin, place]));
    const palette = Uint8Array.from(
      [...bins.values()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
    );
    const indexOf = new Map(counts.map(([colour]) => [colour, places.get(binOf(colour, bits)) ?? 0]));
    const indexes = new Uint8Array(pixels.length / 4);
    forEachRun(pixels, (colour, start, end) => indexes.fill(indexOf.get(colour) ?? 0, start, end));
    return { palette, indexes };
  }
  throw new Error("Two bits a channel make no more than 64 colours.");
}

/** Most frequent first. */
function countColours(pixels: Uint8Array): [colour: number, count: number][] {
  const counts = new Map<number, number>();
  forEachRun(pixels, (colour, start, end) => counts.set(colour, (counts.get(colour) ?? 0) + end - start));
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** Most pixels have the colour of the one before them: a run of them costs one look-up. */
function forEachRun(pixels: Uint8Array, visit: (colour: number, start: number, end: number) => void): void {
  const length = pixels.length / 4;
  for (let start = 0, end = 0; start < length; start = end) {
    const colour = colourAt(pixels, start);
    while (end < length && colourAt(pixels, end) === colour) end++;
    visit(colour, start, end);
  }
}

function colourAt(pixels: Uint8Array, pixel: number): number {
  const at = pixel * 4;
  return ((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0);
}

function binOf(colour: number, bits: number): number {
  const drop = 8 - bits;
  const red = (colour >> 16) >> drop;
  const green = ((colour >> 8) & 255) >> drop;
  const blue = (colour & 255) >> drop;
  return (red << (2 * bits)) | (green << bits) | blue;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
