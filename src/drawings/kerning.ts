/** Reads the pairs of the feature `kern` (https://learn.microsoft.com/typography/opentype/spec/gpos): by two glyphs, what is added between them. */
export function readKerning(gpos: DataView): (left: number, right: number) => number {
  const subtables = kernLookups(gpos).flatMap((lookup) => pairSubtables(gpos, lookup));
  return (left, right) => {
    for (const subtable of subtables) {
      const value = subtable(left, right);
      // Null: this one doesn't know the pair, the next is asked. A zero is an answer.
      if (value !== null) return value;
    }
    return 0;
  };
}

type Subtable = (left: number, right: number) => number | null;

function kernLookups(gpos: DataView): readonly number[] {
  const features = gpos.getUint16(6);
  const lookups = gpos.getUint16(8);
  const numbers = new Set<number>();
  for (let index = 0; index < gpos.getUint16(features); index++) {
    const record = features + 2 + index * 6;
    if (tagAt(gpos, record) !== "kern") continue;
    const feature = features + gpos.getUint16(record + 4);
    for (let each = 0; each < gpos.getUint16(feature + 2); each++)
      numbers.add(gpos.getUint16(feature + 4 + each * 2));
  }
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => lookups + gpos.getUint16(lookups + 2 + number * 2));
}

const PAIRS = 2;
const EXTENSION = 9;

function pairSubtables(gpos: DataView, lookup: number): Subtable[] {
  const type = gpos.getUint16(lookup);
  const starts = Array.from(
    { length: gpos.getUint16(lookup + 4) },
    (_, index) => lookup + gpos.getUint16(lookup + 6 + index * 2),
  );
  return starts.flatMap((start) => {
    const isExtended = type === EXTENSION && gpos.getUint16(start + 2) === PAIRS;
    const own = isExtended ? start + gpos.getUint32(start + 4) : start;
    if (type !== PAIRS && !isExtended) return [];
    return [gpos.getUint16(own) === 1 ? singlePairs(gpos, own) : classPairs(gpos, own)];
  });
}

/** Bit of a value's format that says that it holds an advance, after what the lower bits hold. */
const ADVANCE = 4;
const sizeOf = (format: number): number => 2 * format.toString(2).replaceAll("0", "").length;
const advanceIn = (gpos: DataView, value: number, format: number): number =>
  format & ADVANCE ? gpos.getInt16(value + sizeOf(format & (ADVANCE - 1))) : 0;

function singlePairs(gpos: DataView, start: number): Subtable {
  const covered = coverage(gpos, start + gpos.getUint16(start + 2));
  const first = gpos.getUint16(start + 4);
  const size = 2 + sizeOf(first) + sizeOf(gpos.getUint16(start + 6));
  return (left, right) => {
    const index = covered.get(left);
    if (index === undefined) return null;
    const set = start + gpos.getUint16(start + 10 + index * 2);
    for (let each = 0; each < gpos.getUint16(set); each++) {
      const pair = set + 2 + each * size;
      if (gpos.getUint16(pair) === right) return advanceIn(gpos, pair + 2, first);
    }
    return null;
  };
}

function classPairs(gpos: DataView, start: number): Subtable {
  const covered = coverage(gpos, start + gpos.getUint16(start + 2));
  const first = gpos.getUint16(start + 4);
  const size = sizeOf(first) + sizeOf(gpos.getUint16(start + 6));
  const lefts = classes(gpos, start + gpos.getUint16(start + 8));
  const rights = classes(gpos, start + gpos.getUint16(start + 10));
  const width = gpos.getUint16(start + 14);
  return (left, right) => {
    if (!covered.has(left)) return null;
    const at = (lefts.get(left) ?? 0) * width + (rights.get(right) ?? 0);
    return advanceIn(gpos, start + 16 + at * size, first);
  };
}

/** The glyphs that a subtable speaks of, each with its place in it. */
function coverage(gpos: DataView, start: number): ReadonlyMap<number, number> {
  const covered = new Map<number, number>();
  const count = gpos.getUint16(start + 2);
  for (let index = 0; index < count; index++) {
    if (gpos.getUint16(start) === 1) covered.set(gpos.getUint16(start + 4 + index * 2), index);
    else eachOfRange(gpos, start + 4 + index * 6, (glyph, place, value) => covered.set(glyph, value + place));
  }
  return covered;
}

function classes(gpos: DataView, start: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  if (gpos.getUint16(start) === 1) {
    for (let index = 0; index < gpos.getUint16(start + 4); index++)
      found.set(gpos.getUint16(start + 2) + index, gpos.getUint16(start + 6 + index * 2));
  } else {
    for (let index = 0; index < gpos.getUint16(start + 2); index++)
      eachOfRange(gpos, start + 4 + index * 6, (glyph, _, value) => found.set(glyph, value));
  }
  return found;
}

function eachOfRange(
  gpos: DataView,
  range: number,
  take: (glyph: number, place: number, value: number) => void,
): void {
  const first = gpos.getUint16(range);
  for (let glyph = first; glyph <= gpos.getUint16(range + 2); glyph++)
    take(glyph, glyph - first, gpos.getUint16(range + 4));
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}
