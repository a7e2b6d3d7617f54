import { flextree, type FlexNode } from "d3-flextree";
import { countNodes, type OutlineNode } from "./outline.ts";
import { textWidth, wrapLabel } from "./wrap-label.ts";

/** All measures are pixels of the drawing. */
export const FONT_SIZE = 15;
export const LINE_HEIGHT = 19;
const CENTER_FONT_SIZE = 20;
export const CENTER_LINE_HEIGHT = 25;
const PADDING_X = 12;
export const PADDING_Y = 8;
/** Between a node and its children, where the lines bend. */
const GAP_X = 34;
const GAP_Y = 9;
const GAP_BETWEEN_BRANCHES = 20;
const MARGIN = 8;
/** Widest line of text by depth: the centre, the branches and what hangs from them. */
const MAX_TEXT_WIDTH = [150, 150, 215, 165] as const;

/** A box of the drawing with its words. */
export interface PlacedNode {
  /** `1`, `5.2`…: the same number as in the written version; empty for the centre. */
  readonly number: string;
  readonly depth: number;
  /** Which of the main branches it belongs to, from 0; -1 for the centre. */
  readonly branch: number;
  readonly node: OutlineNode;
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedMap {
  readonly width: number;
  readonly height: number;
  /** The centre first, then branch by branch in the order of the outline. */
  readonly nodes: readonly PlacedNode[];
  /** One curve from every node, the centre aside, to the one it hangs from, as SVG path data. */
  readonly links: readonly { readonly path: string; readonly branch: number; readonly depth: number }[];
}

interface Item {
  readonly number: string;
  readonly branch: number;
  readonly node: OutlineNode;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly children: readonly Item[];
}

/**
 * Draws an outline as a mind map: the centre in the middle, the first branches to its right and the others to its left,
 * each from top to bottom.
 */
export function layoutMap(center: string, branches: readonly OutlineNode[]): PlacedMap {
  const items = branches.map((node, index) => toItem(node, 1, String(index + 1), index));
  const rightCount = balancedSplit(branches);
  const middle = box({ text: center }, 0);
  const right = placeSide(middle, items.slice(0, rightCount));
  const left = placeSide(middle, items.slice(rightCount));

  const height = Math.max(right.height, left.height, middle.height) + 2 * MARGIN;
  const leftWidth = left.width;
  const width = leftWidth + middle.width + right.width + 2 * MARGIN;
  const centerLeft = MARGIN + leftWidth;
  const centerRight = centerLeft + middle.width;

  const root: PlacedNode = {
    number: "",
    depth: 0,
    branch: -1,
    node: { text: center },
    lines: middle.lines,
    x: centerLeft,
    y: (height - middle.height) / 2,
    width: middle.width,
    height: middle.height,
  };
  const rightNodes = right.nodes.map((flex) => place(flex, height, (along) => centerRight + along));
  const leftNodes = left.nodes.map((flex) => place(flex, height, (along, size) => centerLeft - along - size));
  const links = [
    ...right.nodes.map((flex) => link(flex, height, (along) => centerRight + along, 1)),
    ...left.nodes.map((flex) => link(flex, height, (along) => centerLeft - along, -1)),
  ];
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: [root, ...rightNodes, ...leftNodes],
    links,
  };
}

/** How many of the first branches go to the right, so that both sides are about as tall. */
function balancedSplit(branches: readonly OutlineNode[]): number {
  const weights = branches.map((branch) => Math.max(1, countNodes(branch.children ?? [])));
  const half = weights.reduce((sum, weight) => sum + weight, 0) / 2;
  let sum = 0;
  const index = weights.findIndex((weight) => (sum += weight) >= half);
  return index + 1;
}

function toItem(node: OutlineNode, depth: number, number: string, branch: number): Item {
  return {
    number,
    branch,
    node,
    ...box(node, depth, number),
    children: (node.children ?? []).map((child, index) =>
      toItem(child, depth + 1, `${number}.${index + 1}`, branch),
    ),
  };
}

/** Words broken into lines and the box that holds them. Branches carry their number. */
function box(node: OutlineNode, depth: number, number = "") {
  const fontSize = depth === 0 ? CENTER_FONT_SIZE : FONT_SIZE;
  const lineHeight = depth === 0 ? CENTER_LINE_HEIGHT : LINE_HEIGHT;
  const label = depth === 1 ? `${number}. ${node.text}` : node.text;
  const lines = wrapLabel(label, MAX_TEXT_WIDTH[depth] ?? MAX_TEXT_WIDTH[3], fontSize);
  const widest = Math.max(...lines.map((line) => textWidth(line, fontSize)));
  const bold = depth < 2 ? 1.1 : 1;
  return {
    lines,
    width: Math.ceil(widest * bold) + 2 * PADDING_X,
    height: lines.length * lineHeight + 2 * PADDING_Y,
  };
}

interface Side {
  readonly nodes: readonly FlexNode<Item>[];
  readonly width: number;
  readonly height: number;
}

/** One half of the map as a tree that grows away from the centre; flextree's x runs down our drawing and y along it. */
function placeSide(
  middle: { width: number; height: number; lines: readonly string[] },
  children: readonly Item[],
): Side {
  if (children.length === 0) return { nodes: [], width: 0, height: 0 };
  const root: Item = { number: "", branch: -1, node: { text: "" }, ...middle, width: 0, children };
  const tree = flextree<Item>({
    nodeSize: ({ data }) => [data.height, data.width + GAP_X],
    spacing: (a, b) =>
      a.depth === 1 || b.depth === 1 || a.data.branch !== b.data.branch ? GAP_BETWEEN_BRANCHES : GAP_Y,
  });
  const placed = tree(tree.hierarchy(root, (item) => item.children));
  const { left, right, bottom } = placed.extents;
  return {
    nodes: placed.nodes.filter(({ depth }) => depth > 0),
    width: bottom - GAP_X,
    // The centre stays at the middle of the height, so the side is as tall as twice its longer half.
    height: 2 * Math.max(-left, right),
  };
}

function place(flex: FlexNode<Item>, height: number, x: (along: number, size: number) => number): PlacedNode {
  const { number, branch, node, lines, width } = flex.data;
  return {
    number,
    depth: flex.depth,
    branch,
    node,
    lines,
    x: round(x(flex.y, width)),
    y: round(height / 2 + flex.x - flex.data.height / 2),
    width,
    height: flex.data.height,
  };
}

/** A curve from the far edge of the parent to the near edge of the node; `sign` is the direction of growth. */
function link(flex: FlexNode<Item>, height: number, x: (along: number) => number, sign: 1 | -1) {
  const parent = flex.parent;
  const fromX = x(parent && parent.depth > 0 ? parent.y + parent.data.width : 0);
  const fromY = height / 2 + (parent && parent.depth > 0 ? parent.x : 0);
  const toX = x(flex.y);
  const toY = height / 2 + flex.x;
  const bend = (sign * Math.abs(toX - fromX)) / 2;
  return {
    path: `M${round(fromX)} ${round(fromY)}C${round(fromX + bend)} ${round(fromY)} ${round(toX - bend)} ${round(toY)} ${round(toX)} ${round(toY)}`,
    branch: flex.data.branch,
    depth: flex.depth,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
