import {
  COVER_HEIGHT,
  COVER_WIDTH,
  LAYOUTS,
  type CoverKind,
  type Layout,
  type Piece,
} from "./cover-layouts.ts";
import { PATTERNS, patternPath } from "./patterns.ts";
import { GRID, marks, ON_STUB, short, svg, THEMED, type Drawing, type Said } from "./svg.ts";
import type { Family } from "./tints.ts";
import { topicStrokes } from "./topics.ts";

/** What has a cover. */
export interface Covered {
  readonly kind: CoverKind;
  readonly slug: string;
  /** The topic whose pictogram it carries. */
  readonly topic: string;
}

/** What makes one cover unlike another. */
export interface Variant {
  readonly layout: number;
  /** The paper behind, and the paper of the stubs. */
  readonly ground: Family;
  readonly stub: Family;
  readonly pattern: number;
  readonly lean: 1 | -1;
}

const LINE = 4.5;
const PATTERN_LINE = 5;

/** The picture of an article, a series or a resource, in the colours of the page: it needs `tints.css`. */
export function cover(of: Covered, variant: Variant, said: Said = {}): Drawing {
  const layout = LAYOUTS[of.kind][variant.layout]?.(variant.lean) ?? { pieces: [], picture: null };
  const pattern = patternPath(PATTERNS[variant.pattern] ?? "plain", COVER_WIDTH, COVER_HEIGHT);
  const inside = [
    `<rect width="${COVER_WIDTH}" height="${COVER_HEIGHT}" fill="var(--tint)"/>`,
    pattern &&
      `<path fill="none" stroke="currentColor" stroke-opacity=".13" stroke-width="${PATTERN_LINE}" stroke-linecap="round" d="${pattern}"/>`,
    ...layout.pieces.map((piece) => drawn(piece, variant)),
    layout.picture && picture(of.topic, layout.picture, variant),
  ].filter(Boolean);
  const markup = svg({ width: COVER_WIDTH, height: COVER_HEIGHT, title: said.title }, inside.join(""));
  return markup.replace("<svg ", `<svg data-tint="${variant.ground}" `) as Drawing;
}

function drawn({ paper, path, transform, print }: Piece, variant: Variant): string {
  const onStub = paper === "stub";
  const outline = `<path fill="${onStub ? "var(--stub)" : "var(--card)"}" stroke="currentColor" d="${path}"/>`;
  const printed = print
    ? `<path fill="none" stroke="${onStub ? "var(--stub-ink)" : "currentColor"}" d="${print}"/>`
    : "";
  const attributes = [
    `stroke-width="${LINE}" stroke-linejoin="round" stroke-linecap="round"`,
    onStub && `data-tint="${variant.stub}"`,
    transform && `transform="${transform}"`,
  ];
  return `<g ${attributes.filter(Boolean).join(" ")}>${outline}${printed}</g>`;
}

/** The pictogram's lines are as thick as the ticket's, however large it is. */
function picture(topic: string, { x, y, scale, on, turn }: Layout["picture"], variant: Variant): string {
  const onStub = on === "stub";
  const paint = onStub ? ON_STUB : THEMED;
  const place = `translate(${x} ${y}) rotate(${turn}) scale(${scale}) translate(${-GRID / 2} ${-GRID / 2})`;
  const tint = onStub ? ` data-tint="${variant.stub}"` : "";
  return `<g${tint} transform="${place}">${marks(topicStrokes(topic), paint, short((LINE * 1.15) / scale))}</g>`;
}
