import { short } from "./svg.ts";

/** What a plain paper is printed with, in a quiet line; `plain` is nothing. */
export const PATTERNS = ["dots", "stripes", "waves", "crosses", "rings", "plain"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Marks over a canvas from its corner, as one path: filled for dots, a line for the others. */
export function patternPath(pattern: Pattern, width: number, height: number): string {
  switch (pattern) {
    case "dots":
      return rows(
        height,
        20,
        (y, odd) => `M${odd ? 20 : 10} ${short(y)}${"h.1m19.9 0".repeat(Math.ceil(width / 20))}`,
      );
    case "crosses":
      return rows(
        height,
        34,
        (y, odd) => `M${odd ? 10 : 29} ${short(y)}${"h10m-5-5v10m34-5".repeat(Math.ceil(width / 39))}`,
      );
    case "stripes":
      return Array.from(
        { length: Math.ceil((width + height) / 26) },
        (_, i) => `M${i * 26} 0l${-height} ${height}`,
      ).join("");
    case "waves":
      return rows(
        height,
        26,
        (y) => `M-20 ${short(y)}${"q10-12 20 0t20 0".repeat(Math.ceil(width / 40) + 1)}`,
      );
    case "rings":
      return Array.from({ length: Math.ceil(width / 28) }, (_, i) => ring(14 + i * 28, height)).join("");
    case "plain":
      return "";
  }
}

/** A quarter of a ring around the lower left corner. */
function ring(radius: number, height: number): string {
  return `M0 ${height - radius}a${radius} ${radius} 0 0 1 ${radius} ${radius}`;
}

function rows(height: number, step: number, row: (y: number, odd: boolean) => string): string {
  return Array.from({ length: Math.ceil(height / step) }, (_, i) =>
    row(step / 2 + i * step, i % 2 === 1),
  ).join("");
}
