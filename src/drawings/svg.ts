/** Markup that was drawn here: every text in it is escaped, so that a component may set it as it is. */
declare const drawn: unique symbol;
export type Drawing = string & { readonly [drawn]: true };

/** The colours of a drawing: in a page they follow the theme, in a picture they are written out. */
export interface Paint {
  readonly line: string;
  readonly tint: string;
  /** What hides what lies behind it. */
  readonly paper: string;
}
export const THEMED: Paint = { line: "currentColor", tint: "var(--tint)", paper: "var(--card)" };
/** On a stub, which is bright in both themes. */
export const ON_STUB: Paint = { line: "var(--stub-ink)", tint: "var(--shine)", paper: "var(--shine)" };

/** What a drawing says to who doesn't see it; without it the drawing is decorative and hidden from them. */
export interface Said {
  readonly title?: string | undefined;
}

/**
 * A small drawing on a grid of 48. Closed shapes get a line and, as in a cheap print of two colours, a tint that missed it by a bit.
 */
export interface Strokes {
  /** Closed shapes with line and tint. */
  readonly shape?: string;
  /** Lines alone. */
  readonly line?: string;
  /** Filled with the line's colour. */
  readonly solid?: string;
  /** Tint alone. */
  readonly tint?: string;
}

export const GRID = 48;
/** How far the tint misses its line, to the right and down. */
const MISS = 2;
const LINE = 2.5;
/** Below this many pixels a side, lines are drawn thicker, or they would look grey. */
const SMALL = 32;
const LINE_SMALL = 3.1;

/** The marks of a small drawing, without the document around them. */
export function marks(strokes: Strokes, paint: Paint, width: number | string = LINE): string {
  const { shape = "", line = "", solid = "", tint = "" } = strokes;
  return [
    shape + tint && `<path fill="${paint.tint}" transform="translate(${MISS} ${MISS})" d="${shape}${tint}"/>`,
    `<path fill="none" stroke="${paint.line}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" d="${shape}${line}"/>`,
    solid && `<path fill="${paint.line}" d="${solid}"/>`,
  ].join("");
}

export interface SmallOptions extends Said {
  /** Pixels a side: 24 to 96. */
  readonly size?: number;
  readonly paint?: Paint;
}

/** A small drawing as a document of its own. */
export function small(strokes: Strokes, options: SmallOptions = {}): Drawing {
  const { size = GRID, paint = THEMED, title } = options;
  const inside = marks(strokes, paint, size < SMALL ? LINE_SMALL : LINE);
  return svg({ width: GRID, height: GRID, shown: { width: size, height: size }, title }, inside);
}

interface Canvas extends Said {
  /** The grid that the marks are drawn on. */
  readonly width: number;
  readonly height: number;
  /** The size in pixels where a page doesn't say another; absent: as wide as its place. */
  readonly shown?: { readonly width: number; readonly height: number };
}

export function svg({ width, height, shown, title }: Canvas, inside: string): Drawing {
  const size = shown ? ` width="${shown.width}" height="${shown.height}"` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"${size}${said(title)}>${inside}</svg>` as Drawing;
}

function said(title: string | undefined): string {
  return title === undefined ? ' aria-hidden="true"' : ` role="img" aria-label="${escaped(title)}"`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand in markup and between double quotes; signs that XML can't hold are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? "");
}

/** A number as short as a hundredth of a unit allows. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
