import { describe, expect, test } from "vitest";
import { arrows, BOX, HEIGHT, JOB_ROWS, STATE_POINTS, WIDTH } from "../../src/ui/favours/state-drawing.ts";
import { stateRows } from "../../src/ui/favours/state-rows.ts";
import { JOB_TRANSITIONS } from "../../src/domain/favours/job-states.ts";
import { builtPage } from "../support/site/built-site.ts";

describe("the table of a favour's states on the help page", () => {
  test("says every transition that the rules allow, and none that they don't", () => {
    const told = JOB_ROWS.flatMap(({ action, from, to, by }) =>
      from.flatMap((origin) =>
        to.flatMap((target) => by.map((who) => `${origin} ${action} ${target} ${who}`)),
      ),
    );
    const real = JOB_TRANSITIONS.map(({ action, from, to, by }) => `${from} ${action} ${to} ${by}`);
    expect(told.sort()).toEqual(real.sort());
  });

  test("a new transition gets a line of its own, or joins one that differs in one thing only", () => {
    const rows = stateRows([
      { from: "a", to: "b", action: "go", by: "poster" },
      { from: "a", to: "b", action: "go", by: "helper" },
      { from: "c", to: "b", action: "go", by: "poster" },
    ]);
    expect(rows).toEqual([
      { number: 1, action: "go", from: ["a"], to: ["b"], by: ["poster", "helper"] },
      { number: 2, action: "go", from: ["c"], to: ["b"], by: ["poster"] },
    ]);
  });
});

describe("the drawing", () => {
  test("has an arrow for every line of the table", () => {
    const drawn = new Set(arrows().flatMap(({ numbers }) => numbers));
    expect([...drawn].sort((a, b) => a - b)).toEqual(JOB_ROWS.map(({ number }) => number));
  });

  test("no box lies on another or outside of the paper", () => {
    const boxes = Object.values(STATE_POINTS);
    for (const [index, { x, y }] of boxes.entries()) {
      expect(x - BOX.width / 2).toBeGreaterThanOrEqual(0);
      expect(x + BOX.width / 2).toBeLessThanOrEqual(WIDTH);
      expect(y + BOX.height / 2).toBeLessThanOrEqual(HEIGHT);
      const touched = boxes
        .slice(index + 1)
        .filter((other) => Math.abs(other.x - x) < BOX.width && Math.abs(other.y - y) < BOX.height);
      expect(touched).toEqual([]);
    }
  });

  test("no number hides another", () => {
    const labels = arrows().map(({ label }) => label);
    for (const [index, one] of labels.entries()) {
      for (const other of labels.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(20);
      }
    }
  });

  test("stands on the help page, with its table", () => {
    const html = builtPage("/ayuda/favores/");
    expect(html.match(/class="states-box/g)).toHaveLength(Object.keys(STATE_POINTS).length);
    expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThanOrEqual(JOB_ROWS.length);
  });
});
