import { promisify } from "node:util";
import { crc32, deflate } from "node:zlib";
import sharp from "sharp";

/** Bytes of a PNG file. */
export type Png = Uint8Array<ArrayBuffer>;

const PALETTE = 256;
const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
/** Smaller by a tenth at 9, for thirty times the work: most of a card is one colour. */
const DEFLATE_LEVEL = 7;
const deflated = promisify(deflate);

/**
 * Opaque pixels (RGBA, row by row) as a PNG with a palette of 256 colours: a third of the bytes of a true-colour one for a
 * drawing with a handful of colours and their blends. Where those are no more than 256 nothing has to be chosen, and choosing takes
 * longer than all the rest.
 */
export async function indexedPng(pixels: Uint8Array, width: number, height: number): Promise<Png> {
  return (await exactPng(pixels, width, height)) ?? (await nearestPng(pixels, width, height));
}

async function nearestPng(pixels: Uint8Array, width: number, height: number): Promise<Png> {
  const image = sharp(pixels, { raw: { width, height, channels: 4 } });
  // With less effort the paper comes out a shade off.
  return new Uint8Array(await image.png({ palette: true, effort: 4, dither: 0 }).toBuffer());
}

/** Null if there are more colours than a palette holds. */
async function exactPng(pixels: Uint8Array, width: number, height: number): Promise<Png | null> {
  const { colours, rows } = numbered(pixels, width, height);
  if (colours.length > PALETTE) return null;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits for each pixel, which are the number of its colour.
  head.set([8, 3], 8);
  const palette = Buffer.from(colours.flatMap((colour) => [...pixels.subarray(colour, colour + 3)]));
  const data = await deflated(rows, { level: DEFLATE_LEVEL, memLevel: 9 });
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk("IHDR", head),
      chunk("PLTE", palette),
      chunk("IDAT", data),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

/** Where each colour stands first, and the rows with the number of each pixel's colour after the byte that says: no filter. */
function numbered(
  pixels: Uint8Array,
  width: number,
  height: number,
): { readonly colours: readonly number[]; readonly rows: Buffer } {
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const numbers = new Map<number, number>();
  const colours: number[] = [];
  const rows = Buffer.alloc((width + 1) * height);
  let last = -1;
  let number = 0;
  for (let at = 0; at < whole.length; at += 1) {
    const colour = whole[at] ?? 0;
    if (colour !== last) {
      last = colour;
      number = numbers.get(colour) ?? numbers.size;
      if (number === numbers.size) {
        numbers.set(colour, number);
        if (colours.push(at * 4) > PALETTE) break;
      }
    }
    rows[at + Math.floor(at / width) + 1] = number;
  }
  return { colours, rows };
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function chunk(type: string, data: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}
