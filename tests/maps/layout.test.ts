import { describe, expect, test } from "vitest";
import { layoutMap, type PlacedNode } from "../../src/maps/layout.ts";
import { countNodes, type OutlineNode } from "../../src/maps/outline.ts";
import { OUTLINES } from "./outlines.ts";

const TANGLED: readonly OutlineNode[] = Array.from({ length: 9 }, (_, branch) => ({
  text: `Rama ${branch + 1} con un nombre que no cabe en una sola línea`,
  children: Array.from({ length: branch % 4 }, (_, child) => ({
    text: "Palabra".repeat(child * 3 + 1),
    children: Array.from({ length: child }, () => ({
      text: "Una hoja",
      children: [{ text: "Y otra más abajo" }],
    })),
  })),
}));
const MAPS = [...OUTLINES, { slug: "enredado", title: "Enredado", center: "Centro", nodes: TANGLED }];

function overlap(a: PlacedNode, b: PlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

describe.each(MAPS)("the drawing of $slug", ({ center, nodes }) => {
  const map = layoutMap(center, nodes);

  test("has every node of the outline once, and a line to each", () => {
    const total = countNodes(nodes);
    expect(map.nodes).toHaveLength(total + 1);
    expect(map.links).toHaveLength(total);
    expect(new Set(map.nodes.map(({ number }) => number)).size).toBe(total + 1);
  });

  test("says in each box what the outline says, branches with their number", () => {
    for (const { depth, lines, node, number } of map.nodes) {
      expect(lines.join(" ")).toBe(depth === 1 ? `${number}. ${node.text}` : node.text);
    }
  });

  test("keeps every box inside the paper and off the others", () => {
    for (const [index, node] of map.nodes.entries()) {
      expect(node.x).toBeGreaterThanOrEqual(0);
      expect(node.y).toBeGreaterThanOrEqual(0);
      expect(node.x + node.width).toBeLessThanOrEqual(map.width);
      expect(node.y + node.height).toBeLessThanOrEqual(map.height);
      const covered = map.nodes.slice(index + 1).filter((other) => overlap(node, other));
      expect(covered.map(({ number }) => `${node.number} cubre ${number}`)).toEqual([]);
    }
  });

  test("puts the first branches on the right and the others on the left, each from top to bottom", () => {
    const [root, ...rest] = map.nodes;
    const branches = rest.filter(({ depth }) => depth === 1);
    const side = branches.map(({ x }) => (x > (root?.x ?? 0) ? "right" : "left"));
    expect(side.join(" ")).toMatch(/^(right ?)+(left ?)+$/);
    for (const which of ["right", "left"]) {
      const tops = branches.filter((_, index) => side[index] === which).map(({ y }) => y);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    }
  });
});

test("the reference map has its twelve branches in order, the fifth three levels deep", () => {
  const reference = OUTLINES.find(({ slug }) => slug === "competencias-y-funciones-de-un-community-manager");
  const map = layoutMap("Centro", reference?.nodes ?? []);
  const branches = map.nodes.filter(({ depth }) => depth === 1).map(({ number }) => Number(number));
  expect(branches).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(Math.max(...map.nodes.filter(({ branch }) => branch === 4).map(({ depth }) => depth))).toBe(3);
});
