import { encode } from "uqr";
import { svg, type Drawing, type Said } from "./svg.ts";

/** Light modules around the code that readers rely on (ISO/IEC 18004). */
const QUIET = 4;

/** A code that a phone's camera reads: black on white in every theme, or cameras don't see it. A seventh of it may be dirty or torn. */
export function qrDrawing(text: string, { title }: Said = {}): Drawing {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const dark = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  const inside = `<path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path fill="#000" d="${dark.join("")}"/>`;
  return svg({ width: size, height: size, title }, inside);
}

/** Where dark modules follow one another in a row: start and length. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  for (const [x, dark] of row.entries()) {
    const last = found.at(-1);
    if (!dark) continue;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  }
  return found;
}
