import { escaped, short, svg, type Drawing } from "./svg.ts";
import type { Family } from "./tints.ts";

export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly tint: Family;
}

export interface BarChartOptions {
  readonly bars: readonly Bar[];
  /** What is counted, for who doesn't see it; the numbers follow by themselves. */
  readonly title: string;
}

const WIDTH = 360;
/** What a number at the end of the longest bar takes. */
const NUMBER = 58;
const ROW = 58;
const BAR_TOP = 23;
const BAR_HEIGHT = 24;
const LINE = 2.5;
/** How far the tint misses its line, as in every small drawing of ours. */
const MISS = 3;
/** A bar of one among thousands is still seen. */
const LEAST = 10;

/** Lying bars, longest for the largest number, each with its words above it and its number behind it; with `tints.css`. */
export function barChart({ bars, title }: BarChartOptions): Drawing {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const inside = bars.map(({ label, value, tint }, index) => {
    const length = value === 0 ? 0 : Math.max(LEAST, ((WIDTH - NUMBER) * value) / most);
    return [
      `<g data-tint="${tint}" transform="translate(0 ${String(index * ROW)})">`,
      `<text y="15" font-size="15">${escaped(label)}</text>`,
      ...(length === 0 ? [] : bar(length)),
      `<text x="${short(length + (length === 0 ? LINE : 12))}" y="${String(BAR_TOP + 18)}" font-size="17" font-weight="700">${count(value)}</text></g>`,
    ].join("");
  });
  const told = bars.map(({ label, value }) => `${label}: ${count(value)}`).join("; ");
  const height = bars.length * ROW;
  const drawing = svg({ width: WIDTH, height, title: `${title}. ${told}.` }, inside.join(""));
  return drawing.replace("<svg ", '<svg class="bar-chart" fill="currentColor" ') as Drawing;
}

function bar(length: number): string[] {
  const end = short(length - LINE / 2);
  const bottom = BAR_TOP + BAR_HEIGHT;
  const size = `width="${short(length - LINE)}" height="${String(BAR_HEIGHT)}" rx="4"`;
  return [
    `<rect x="${String(LINE / 2 + MISS)}" y="${String(BAR_TOP + MISS)}" ${size} fill="var(--tint)"/>`,
    `<rect x="${String(LINE / 2)}" y="${String(BAR_TOP)}" ${size} fill="none" stroke="currentColor" stroke-width="${String(LINE)}"/>`,
    // The tear of a stub at its end, where there is room for one.
    ...(length > 3 * LEAST
      ? [
          `<path fill="none" stroke="currentColor" stroke-width="${String(LINE)}" stroke-dasharray="3 3.4" d="M${short(Number(end) - 14)} ${String(BAR_TOP + 3)}V${String(bottom - 2)}"/>`,
        ]
      : []),
  ];
}

function count(value: number): string {
  return value.toLocaleString("es-ES");
}
