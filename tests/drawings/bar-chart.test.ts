import { describe, expect, test } from "vitest";
import { barChart } from "../../src/drawings/bar-chart.ts";

const BARS = [
  { label: "Hechos", value: 1204, tint: "pine" },
  { label: "Esperan & «miran»", value: 602, tint: "mustard" },
  { label: "Ninguno", value: 0, tint: "sky" },
] as const;

/** Of the outlines alone. */
function lengths(drawing: string): number[] {
  return [...drawing.matchAll(/width="([\d.]+)" height="24" rx="4" fill="none"/g)].map(([, width]) =>
    Number(width),
  );
}

describe("a chart of bars", () => {
  test("is as long as its numbers are large, and has no bar for none", () => {
    const [most = 0, half = 0, ...others] = lengths(barChart({ bars: BARS, title: "Favores" }));
    expect(others).toEqual([]);
    expect((half + 2.5) / (most + 2.5)).toBeCloseTo(0.5, 2);
  });

  test("says every number to who doesn't see it", () => {
    expect(barChart({ bars: BARS, title: "Favores" })).toContain(
      'aria-label="Favores. Hechos: 1204; Esperan &amp; «miran»: 602; Ninguno: 0."',
    );
  });

  test("shows one among very many", () => {
    const drawing = barChart({
      bars: [
        { label: "Muchos", value: 90_000, tint: "pine" },
        { label: "Uno", value: 1, tint: "sky" },
      ],
      title: "Favores",
    });
    expect(Math.min(...lengths(drawing))).toBeGreaterThan(5);
  });

  test("is a chart where there is nothing, too", () => {
    expect(lengths(barChart({ bars: [{ label: "Nada", value: 0, tint: "sky" }], title: "Favores" }))).toEqual(
      [],
    );
  });
});
