import { inflateSync } from "node:zlib";
import { readKerning } from "./kerning.ts";

/** What drawing words needs of a font; lengths are in the font's own units. */
export interface Font {
  readonly unitsPerEm: number;
  /** The number of the character's glyph; 0 if the font lacks it. */
  readonly glyphOf: (character: string) => number;
  readonly advanceOf: (glyph: number) => number;
  /** By how much two glyphs come nearer (negative) or stand further apart. */
  readonly kerningOf: (left: number, right: number) => number;
  readonly contoursOf: (glyph: number) => readonly Contour[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
  /** On the curve; else it pulls the curve (a quadratic one). */
  readonly on: boolean;
}
/** Closed; y goes up. */
export type Contour = readonly Point[];

type Tables = ReadonlyMap<string, DataView>;

/** Reads a WOFF file with TrueType outlines (https://www.w3.org/TR/WOFF/). Throws if a table is missing. */
export function readFont(file: Uint8Array): Font {
  const tables = readTables(file);
  const head = table(tables, "head");
  const loca = table(tables, "loca");
  const glyf = table(tables, "glyf");
  const hmtx = table(tables, "hmtx");
  const metrics = table(tables, "hhea").getUint16(34);
  const isLong = head.getInt16(50) === 1;
  const glyphs = readCharacters(table(tables, "cmap"));
  const gpos = tables.get("GPOS");

  const startOf = (glyph: number) => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  const read = new Map<number, readonly Contour[]>();
  const contoursOf = (glyph: number): readonly Contour[] => {
    const contours = read.get(glyph) ?? readContours(glyph);
    read.set(glyph, contours);
    return contours;
  };
  const readContours = (glyph: number): readonly Contour[] => {
    const start = startOf(glyph);
    const length = startOf(glyph + 1) - start;
    if (length === 0) return [];
    const data = new DataView(glyf.buffer, glyf.byteOffset + start, length);
    return data.getInt16(0) >= 0 ? simpleContours(data) : composedContours(data, contoursOf);
  };
  return {
    unitsPerEm: head.getUint16(18),
    glyphOf: (character) => glyphs.get(character.codePointAt(0) ?? -1) ?? 0,
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    kerningOf: gpos ? readKerning(gpos) : () => 0,
    contoursOf,
  };
}

const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;

function readTables(file: Uint8Array): Tables {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const tables = new Map<string, DataView>();
  for (let index = 0; index < view.getUint16(12); index++) {
    const entry = WOFF_HEADER + index * WOFF_ENTRY;
    const tag = String.fromCharCode(...file.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 4);
    const packed = file.subarray(offset, offset + view.getUint32(entry + 8));
    const data = packed.length < view.getUint32(entry + 12) ? inflateSync(packed) : packed;
    tables.set(tag, new DataView(data.buffer, data.byteOffset, data.byteLength));
  }
  return tables;
}

function table(tables: Tables, tag: string): DataView {
  const found = tables.get(tag);
  if (!found) throw new Error(`The font has no table ${tag}.`);
  return found;
}

/** Glyphs by character, from the table's ranges (format 4: all that these fonts have lies in the first plane). */
function readCharacters(cmap: DataView): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  for (let index = 0; index < cmap.getUint16(2); index++) {
    const start = cmap.getUint32(8 + index * 8);
    if (cmap.getUint16(start) !== 4) continue;
    const segments = cmap.getUint16(start + 6) / 2;
    for (let segment = 0; segment < segments; segment++) {
      const end = start + 14 + segment * 2;
      const first = end + segments * 2 + 2;
      const delta = cmap.getInt16(first + segments * 2);
      const rangeAt = first + segments * 4;
      const range = cmap.getUint16(rangeAt);
      for (let code = cmap.getUint16(first); code <= cmap.getUint16(end) && code < 0xffff; code++) {
        const listed =
          range === 0 ? code : cmap.getUint16(rangeAt + range + (code - cmap.getUint16(first)) * 2);
        if (listed !== 0) glyphs.set(code, (listed + delta) & 0xffff);
      }
    }
  }
  return glyphs;
}

function simpleContours(data: DataView): Contour[] {
  const ends = Array.from({ length: data.getInt16(0) }, (_, index) => data.getUint16(10 + index * 2));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + ends.length * 2;
  at += 2 + data.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = data.getUint8(at++);
    flags.push(flag);
    if (flag & 8) for (let again = data.getUint8(at++); again > 0; again--) flags.push(flag);
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? data.getUint8(at++) : -data.getUint8(at++);
      else if (!(flag & same)) {
        value += data.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

/** A letter with its accent: two glyphs, each put in its place. */
function composedContours(data: DataView, contoursOf: (glyph: number) => readonly Contour[]): Contour[] {
  const contours: Contour[] = [];
  let at = 10;
  for (let more = true; more;) {
    const flags = data.getUint16(at);
    const part = contoursOf(data.getUint16(at + 2));
    const words = (flags & 1) === 1;
    const [dx, dy] = words
      ? [data.getInt16(at + 4), data.getInt16(at + 6)]
      : [data.getInt8(at + 4), data.getInt8(at + 5)];
    at += words ? 8 : 6;
    const turned = [1, 0, 0, 1];
    const scales = flags & 8 ? [0, 0] : flags & 0x40 ? [0, 3] : flags & 0x80 ? [0, 1, 2, 3] : [];
    if (flags & 8) turned[3] = turned[0] = data.getInt16(at) / 0x4000;
    else scales.forEach((place, index) => (turned[place] = data.getInt16(at + index * 2) / 0x4000));
    at += (flags & 8 ? 1 : scales.length) * 2;
    const [xx = 1, xy = 0, yx = 0, yy = 1] = turned;
    contours.push(
      ...part.map((contour) =>
        contour.map(({ x, y, on }) => ({ x: x * xx + y * yx + dx, y: x * xy + y * yy + dy, on })),
      ),
    );
    more = (flags & 0x20) !== 0;
  }
  return contours;
}

/** Glyphs of the second font are counted from here: no font of ours has as many. */
const SECOND = 0x10000;

/** A font that asks another for what it lacks, as a web page does with files of one family. Both have the same units. */
export function withFallback(font: Font, fallback: Font): Font {
  const of = <T>(glyph: number, ask: (font: Font, glyph: number) => T): T =>
    glyph < SECOND ? ask(font, glyph) : ask(fallback, glyph - SECOND);
  return {
    unitsPerEm: font.unitsPerEm,
    glyphOf(character) {
      const own = font.glyphOf(character);
      const other = own === 0 ? fallback.glyphOf(character) : 0;
      return other === 0 ? own : other + SECOND;
    },
    advanceOf: (glyph) => of(glyph, (asked, its) => asked.advanceOf(its)),
    kerningOf: (left, right) =>
      left >= SECOND === right >= SECOND ? of(left, (asked, its) => asked.kerningOf(its, right % SECOND)) : 0,
    contoursOf: (glyph) => of(glyph, (asked, its) => asked.contoursOf(its)),
  };
}
