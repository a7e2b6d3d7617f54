import { short } from "./svg.ts";

/** A ticket lying flat, its stub at the right; in the units of what it is drawn on. */
export interface Ticket {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How much of the width is the stub's. */
  readonly stub: number;
  /** Radius of the corners; the notches at the ends of the seam are a bit smaller. */
  readonly round: number;
  /** Holes of the perforation, the teeth that are left between two of them not counted. */
  readonly holes: number;
}

const NOTCH = 0.87;

/** The outline of the part that says what is asked for: notched and perforated at its right. */
export function bodyPath({ x, y, width, height, stub, round, holes }: Ticket): string {
  const notch = round * NOTCH;
  const seam = x + width - stub;
  return [
    `M${short(x + round)} ${short(y)}H${short(seam - notch)}`,
    arc(notch, 0, notch, notch),
    perforation(height - 2 * notch, holes, 1),
    arc(notch, 0, -notch, notch),
    `H${short(x + round)}`,
    arc(round, 1, -round, -round),
    `V${short(y + round)}`,
    arc(round, 1, round, -round),
    "z",
  ].join("");
}

/** The outline of the part that tears off: notched and perforated at its left. */
export function stubPath({ x, y, width, height, stub, round, holes }: Ticket): string {
  const notch = round * NOTCH;
  const right = x + width;
  const seam = right - stub;
  return [
    `M${short(seam + notch)} ${short(y)}H${short(right - round)}`,
    arc(round, 1, round, round),
    `V${short(y + height - round)}`,
    arc(round, 1, -round, round),
    `H${short(seam + notch)}`,
    arc(notch, 0, -notch, -notch),
    perforation(height - 2 * notch, holes, -1),
    arc(notch, 0, notch, -notch),
    "z",
  ].join("");
}

/** What a perforation leaves of an edge: straight teeth, and halves of round holes between them. */
export function perforation(length: number, holes: number, way: 1 | -1): string {
  const step = length / (2 * holes + 1);
  const tooth = `v${short(step * way)}`;
  const hole = arc(step / 2, way === 1 ? 0 : 1, 0, step * way);
  return `${tooth}${hole}`.repeat(holes) + tooth;
}

/** Gaps between the bars of a code, as multiples of its height: a ticket's number that nobody reads. */
const BAR_GAPS = [0.34, 0.24, 0.44, 0.24, 0.46, 0.4, 0.24, 0.44, 0.4, 0.24, 0.46, 0.24, 0.4];

/** The lines of a code of so many bars, to be drawn with a stroke. */
export function barcode(x: number, y: number, bars: number, height: number): string {
  const at = BAR_GAPS.slice(0, bars - 1).reduce<number[]>(
    (all, gap) => [...all, (all.at(-1) ?? 0) + gap * height],
    [0],
  );
  return at.map((offset) => `M${short(x + offset)} ${y}v${height}`).join("");
}

function arc(radius: number, sweep: 0 | 1, dx: number, dy: number): string {
  return `a${short(radius)} ${short(radius)} 0 0 ${sweep} ${short(dx)} ${short(dy)}`;
}
