import { expect, test } from "vitest";
import { readImports } from "./imports.ts";

/** Files that lead back to themselves, as one path each; empty when there is no cycle. */
function findCycles(edges: readonly { readonly from: string; readonly to: string | null }[]): string[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if (to !== null) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[] = [];

  function visit(file: string, path: readonly string[]): void {
    const back = path.indexOf(file);
    if (back >= 0) {
      cycles.push([...path.slice(back), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const next of targets.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  }

  for (const file of targets.keys()) visit(file, []);
  return cycles;
}

test("no file leads back to itself through its imports", () => {
  expect(findCycles(readImports())).toEqual([]);
});

test("a cycle of three files is found and told as a path", () => {
  const edges = [
    { from: "a.ts", to: "b.ts" },
    { from: "b.ts", to: "c.ts" },
    { from: "c.ts", to: "a.ts" },
    { from: "d.ts", to: "a.ts" },
  ];
  expect(findCycles(edges)).toEqual(["a.ts → b.ts → c.ts → a.ts"]);
});
