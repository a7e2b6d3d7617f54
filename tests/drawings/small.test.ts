import { readFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { REWARD_KINDS } from "../../src/domain/records/reward.ts";
import { rewardDrawing } from "../../src/drawings/rewards.ts";
import { categoryDrawing } from "../../src/drawings/categories.ts";
import { isTopicDrawn, topicDrawing } from "../../src/drawings/topics.ts";
import type { SmallOptions } from "../../src/drawings/svg.ts";

const topics = (parse(readFileSync("content/topics.yaml", "utf8")) as { id: string }[]).map(({ id }) => id);
const PRINTED = { line: "#000000", tint: "#ffcc00", paper: "#ffffff" };
const all: [string, (options?: SmallOptions) => string][] = [
  ...CATEGORIES.map((id): [string, (options?: SmallOptions) => string] => [
    id,
    (options) => categoryDrawing(id, options),
  ]),
  ...topics.map((id): [string, (options?: SmallOptions) => string] => [
    id,
    (options) => topicDrawing(id, options),
  ]),
];

/** Which of the pixels have something on them, as rows of a square. */
function inked(svg: string): { readonly side: number; readonly at: (x: number, y: number) => boolean } {
  const { pixels, width } = new Resvg(svg).render();
  return { side: width, at: (x, y) => (pixels[(y * width + x) * 4 + 3] ?? 0) > 40 };
}

all.push(...REWARD_KINDS.map((id): (typeof all)[number] => [id, (options) => rewardDrawing(id, options)]));

describe("a small drawing", () => {
  test.each(all)("%s stays inside its square and fills it", (_, draw) => {
    const { side, at } = inked(draw({ size: 96, paint: PRINTED }));
    const edge = Array.from({ length: side }, (_, i) => [
      at(i, 0),
      at(0, i),
      at(i, side - 1),
      at(side - 1, i),
    ]);
    expect(edge.flat()).not.toContain(true);
    const columns = Array.from({ length: side }, (_, x) =>
      Array.from({ length: side }, (_, y) => at(x, y)).includes(true),
    );
    const rows = Array.from({ length: side }, (_, y) =>
      Array.from({ length: side }, (_, x) => at(x, y)).includes(true),
    );
    expect(Math.max(columns.filter(Boolean).length, rows.filter(Boolean).length)).toBeGreaterThan(
      side * 0.78,
    );
  });

  test.each(all)("%s has a line, a tint and few bytes, and takes its colours from the page", (_, draw) => {
    const svg = draw();
    expect(svg).toContain('stroke="currentColor"');
    expect(svg).toContain('fill="var(--tint)"');
    expect(svg.length).toBeLessThan(1700);
    expect(svg).not.toMatch(/style=|<style|id=|NaN|undefined/);
  });

  test("no two are alike", () => {
    expect(new Set(all.map(([, draw]) => draw())).size).toBe(all.length);
  });

  test("is hidden from who doesn't see it, unless it says something", () => {
    expect(categoryDrawing("mascotas")).toContain('aria-hidden="true"');
    const said = categoryDrawing("mascotas", { title: 'Perros "y" <gatos>' });
    expect(said).toContain('role="img" aria-label="Perros &quot;y&quot; &lt;gatos&gt;"');
    expect(said).not.toContain("aria-hidden");
  });

  test("has thicker lines where it is small", () => {
    const width = (size: number) =>
      Number(/stroke-width="([\d.]+)"/.exec(categoryDrawing("mascotas", { size }))?.[1]);
    expect(width(24)).toBeGreaterThan(width(48));
  });

  test("every topic that editors wrote has its own; one that they add gets the ticket", () => {
    expect(topics.filter((topic) => !isTopicDrawn(topic))).toEqual([]);
    expect(topicDrawing("manualidades")).toBe(topicDrawing("favores"));
    expect(topicDrawing("constructor")).toBe(topicDrawing("favores"));
  });
});
