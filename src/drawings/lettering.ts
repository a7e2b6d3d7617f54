import type { Contour, Font, Point } from "./font.ts";

/** A line of words: where it begins on its baseline, and how large it is. */
export interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Added after every letter. */
  readonly spacing?: number;
}

interface Placed {
  readonly glyph: number;
  readonly x: number;
}

/** How wide a line of words is. */
export function widthOf(font: Font, words: string, size: number, spacing = 0): number {
  return placed(font, words, { x: 0, y: 0, size, spacing }).end;
}

/** Words as a path, which needs no font any more. Characters that the font lacks are left out. */
export function wordsPath(font: Font, words: string, line: Line): string {
  const scale = line.size / font.unitsPerEm;
  return placed(font, words, line)
    .glyphs.flatMap(({ glyph, x }) =>
      font.contoursOf(glyph).map((contour) => contourPath(contour, x, line.y, scale)),
    )
    .join("");
}

function placed(
  font: Font,
  words: string,
  { x, size, spacing = 0 }: Line,
): { readonly glyphs: readonly Placed[]; readonly end: number } {
  const scale = size / font.unitsPerEm;
  const numbers = Array.from(words.normalize("NFC"), (character) => font.glyphOf(character)).filter(
    (glyph) => glyph !== 0,
  );
  const glyphs: Placed[] = [];
  let at = x;
  numbers.forEach((glyph, index) => {
    const before = numbers[index - 1];
    if (before !== undefined) at += font.kerningOf(before, glyph) * scale + spacing;
    glyphs.push({ glyph, x: at });
    at += font.advanceOf(glyph) * scale;
  });
  return { glyphs, end: at };
}

/**
 * Words in as few lines as `width` allows, and those as even as they go; none ends in a short word («y», «de»). A word that is wider than
 * a line is broken. Answers null if that takes more than `most` lines.
 */
export function balanced(
  font: Font,
  words: string,
  size: number,
  width: number,
  most: number,
): readonly string[] | null {
  const wide = (text: string): number => widthOf(font, text, size);
  const fits = (text: string): boolean => wide(text) <= width;
  const pieces = words.split(" ").reduce<string[]>((all, word) => {
    const bound = `${all.at(-1) ?? ""} ${word}`;
    if (endsInShortWord(all.at(-1) ?? "") && fits(bound)) return [...all.slice(0, -1), bound];
    return [...all, ...brokenWord(word, fits)];
  }, []);
  const space = wide("a a") - 2 * wide("a");
  const breaks = evenBreaks(pieces.map(wide), space, width);
  if (!breaks || breaks.length > most) return null;
  return breaks.map((start, index) => pieces.slice(start, breaks[index + 1]).join(" "));
}

/** «web y»: the eye stumbles at the end of such a line. */
export function endsInShortWord(words: string): boolean {
  return /(?:^| )\p{L}{1,2}$/u.test(words);
}

/** Where lines begin, so that they are the fewest, and among those the most even: squares of widths add up to the least. */
function evenBreaks(widths: readonly number[], space: number, width: number): readonly number[] | null {
  interface Way {
    readonly breaks: readonly number[];
    readonly cost: number;
  }
  const ways: (Way | null)[] = [{ breaks: [], cost: 0 }];
  const better = (one: Way, other: Way | null): boolean =>
    !other ||
    one.breaks.length < other.breaks.length ||
    (one.breaks.length === other.breaks.length && one.cost < other.cost);
  for (let end = 1; end <= widths.length; end++) {
    let best: Way | null = null;
    let line = -space;
    for (let start = end - 1; start >= 0; start--) {
      line += space + (widths[start] ?? 0);
      if (line > width) break;
      const before = ways[start];
      const way = before && { breaks: [...before.breaks, start], cost: before.cost + line ** 2 };
      if (way && better(way, best)) best = way;
    }
    ways.push(best);
  }
  return ways.at(-1)?.breaks ?? null;
}

function brokenWord(word: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = [];
  for (const letter of word) {
    const last = parts.at(-1);
    if (last !== undefined && fits(last + letter)) parts[parts.length - 1] = last + letter;
    else parts.push(letter);
  }
  return parts;
}

/** TrueType leaves out the point in the middle of two that pull: it is put back. */
function contourPath(contour: Contour, x: number, y: number, scale: number): string {
  const at = (point: { readonly x: number; readonly y: number }): string =>
    `${tenth(x + point.x * scale)} ${tenth(y - point.y * scale)}`;
  const first = contour.findIndex(({ on }) => on);
  const start: Point | undefined = first >= 0 ? contour[first] : middle(contour.at(-1), contour[0]);
  if (!start) return "";
  const rest = [...contour.slice(first + 1), ...contour.slice(0, Math.max(first, 0))];
  const steps = rest.map((point, index) => {
    if (point.on) return rest[index - 1]?.on === false ? "" : `L${at(point)}`;
    const next = rest[index + 1] ?? start;
    const end = next.on ? next : middle(point, next);
    return `Q${at(point)} ${at(end ?? start)}`;
  });
  return `M${at(start)}${steps.join("")}z`;
}

function middle(one: Point | undefined, other: Point | undefined): Point | undefined {
  return one && other && { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, on: true };
}

/** Letters are large: a tenth of a unit is seen by nobody. */
function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
