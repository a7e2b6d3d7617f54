import { hash } from "./cover-variants.ts";
import { escaped, short, svg, type Drawing, type Said } from "./svg.ts";
import { CATEGORIES } from "../domain/records/category.ts";

export interface DiscOptions extends Said {
  /** Pixels a side. */
  readonly size?: number;
}

const SIDE = 48;
const MIDDLE = SIDE / 2;
const RADIUS = 22.5;
const LINE = 2.5;

/**
 * A person's disc: paper and pattern by the id, so that two Anas are told apart, and their initials. Decorative beside the name, which
 * says more; the name is never in it.
 */
export function disc(id: string, name: string, { size = SIDE, title }: DiscOptions = {}): Drawing {
  const seed = hash(id);
  const tint = CATEGORIES[seed % CATEGORIES.length] ?? "otra";
  const letters = initials(name);
  const inside = [
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="${RADIUS}" fill="var(--stub)"/>`,
    `<path fill="var(--shine)" fill-opacity=".75" transform="rotate(${((seed >>> 8) % 8) * 45} ${MIDDLE} ${MIDDLE})" d="${pattern((seed >>> 12) % 5)}"/>`,
    `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="${RADIUS}" fill="none" stroke="var(--stub-ink)" stroke-width="${LINE}"/>`,
    letters &&
      `<text x="${MIDDLE}" y="${MIDDLE}" dy=".36em" text-anchor="middle" font-size="${letters.length > 2 ? 15 : 18}" font-weight="700" fill="var(--stub-ink)">${escaped(letters)}</text>`,
  ];
  const markup = svg(
    { width: SIDE, height: SIDE, shown: { width: size, height: size }, title },
    inside.join(""),
  );
  return markup.replace("<svg ", `<svg data-tint="${tint}" `) as Drawing;
}

/** The first letters of the first and the last word that have one; "" where a name is all emoji or signs. */
export function initials(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s\-_.,·/]+/u)
    .map((word) => /^[^\p{L}\p{N}]*([\p{L}\p{N}]\p{M}*)/u.exec(word)?.[1] ?? "")
    .filter((letter) => letter !== "");
  const [first = "", ...others] = words;
  const last = others.at(-1) ?? "";
  // Two Arabic letters would join into a word that nobody wrote.
  const between = /\p{Script=Arabic}/u.test(first) && last !== "" ? "\u200c" : "";
  return `${first}${between}${last}`.toLocaleUpperCase("es");
}

/** Shapes that stay inside the disc without being cut: two quarters, a half, a belt, a ring, a crowd of dots. */
function pattern(number: number): string {
  const r = RADIUS;
  switch (number) {
    case 0:
      return `M${MIDDLE} ${MIDDLE}V${MIDDLE - r}a${r} ${r} 0 0 1 ${r} ${r}zM${MIDDLE} ${MIDDLE}v${r}a${r} ${r} 0 0 1-${r}-${r}z`;
    case 1:
      return `M${MIDDLE - r} ${MIDDLE}a${r} ${r} 0 0 1 ${2 * r} 0z`;
    case 2:
      return [-13, 0, 13].map((offset) => belt(offset, 5.5)).join("");
    case 3:
      return `M${MIDDLE} ${MIDDLE - r + 5}a${r - 5} ${r - 5} 0 1 0 .1 0zm0 6a${r - 11} ${r - 11} 0 1 1-.1 0z`;
    default:
      return [...Array(8).keys()].map((i) => dot((i * Math.PI) / 4, 16.5, 3.2)).join("");
  }
}

/** A band across the disc, its ends on the circle. */
function belt(offset: number, width: number): string {
  const [top, bottom] = [offset - width / 2, offset + width / 2];
  const half = (y: number): number => Math.sqrt(RADIUS ** 2 - y ** 2);
  return `M${short(MIDDLE - half(top))} ${short(MIDDLE + top)}H${short(MIDDLE + half(top))}A${RADIUS} ${RADIUS} 0 0 1 ${short(MIDDLE + half(bottom))} ${short(MIDDLE + bottom)}H${short(MIDDLE - half(bottom))}A${RADIUS} ${RADIUS} 0 0 1 ${short(MIDDLE - half(top))} ${short(MIDDLE + top)}z`;
}

function dot(angle: number, from: number, radius: number): string {
  const [x, y] = [MIDDLE + Math.cos(angle) * from, MIDDLE + Math.sin(angle) * from - radius];
  return `M${short(x)} ${short(y)}a${radius} ${radius} 0 1 0 .1 0z`;
}
