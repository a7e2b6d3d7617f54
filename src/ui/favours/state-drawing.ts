import { JOB_TRANSITIONS, type JobAction } from "../../domain/favours/job-states.ts";
import type { JobState } from "../../domain/records/job.ts";
import { stateRows, type StateRow } from "./state-rows.ts";

/** All measures are units of the drawing, about a pixel each. */
export const WIDTH = 430;
export const HEIGHT = 640;
export const BOX = { width: 126, height: 40 } as const;
/** The bar that stands for "several states". */
export const BAR = { x: 12, y: 506, width: WIDTH - 24, height: 34 } as const;
/** Where it comes into being. */
export const START = { x: 215, y: 14 } as const;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Middle of each state's box: the way of a favour that goes well runs down the middle. A state without a place would not compile. */
export const STATE_POINTS: Readonly<Record<JobState, Point>> = {
  unconfirmed: { x: 75, y: 76 },
  held: { x: 355, y: 100 },
  open: { x: 215, y: 160 },
  expired: { x: 75, y: 226 },
  assigned: { x: 215, y: 260 },
  delivered: { x: 215, y: 360 },
  done: { x: 215, y: 450 },
  withdrawn: { x: 75, y: 606 },
  hidden: { x: 215, y: 606 },
  erased: { x: 355, y: 606 },
};

/** More states than these on one side of a row are the bar: an arrow from each would hide the rest. */
const FEW = 2;

/** An arrow with the number of its row. */
export interface Arrow {
  readonly number: number;
  /** SVG path data. */
  readonly path: string;
  readonly label: Point;
}

export const JOB_ROWS: readonly StateRow<JobState, JobAction>[] = stateRows(JOB_TRANSITIONS);

/** Every arrow of the drawing; those between the same two ends share one, with all their numbers. */
export function arrows(): (Omit<Arrow, "number"> & { readonly numbers: readonly number[] })[] {
  const all = JOB_ROWS.flatMap(arrowsOf);
  const bySamePath = Map.groupBy(all, ({ path }) => path);
  return [...bySamePath.values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ path: first.path, label: first.label, numbers: same.map(({ number }) => number) }] : [];
  });
}

function arrowsOf({ number, from, to }: StateRow<JobState, JobAction>): Arrow[] {
  if (from.length > FEW) return to.map((state) => ({ number, ...barArrow(STATE_POINTS[state], "from") }));
  if (to.length > FEW) {
    return from
      .filter((state) => state !== null)
      .map((state) => ({ number, ...barArrow(STATE_POINTS[state], "to") }));
  }
  return from.flatMap((origin) => to.map((target) => ({ number, ...arrow(origin, target) })));
}

function arrow(from: JobState | null, to: JobState): Omit<Arrow, "number"> {
  const end = STATE_POINTS[to];
  if (from === to) return loop(end);
  const start = from === null ? START : STATE_POINTS[from];
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  // Each arrow bends to its own right, so that one there and one back don't lie on each other; a long one goes round what is between.
  const bend = start.x === end.x && distance > 150 ? 62 : distance > 205 ? 36 : 12;
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const across = { x: -(end.y - start.y) / distance, y: (end.x - start.x) / distance };
  const control = { x: middle.x + across.x * bend * 2, y: middle.y + across.y * bend * 2 };
  const a = edge(start, control, from === null ? { width: 8, height: 8 } : BOX);
  const b = edge(end, control, BOX);
  return {
    path: `M${round(a)}Q${round(control)} ${round(b)}`,
    label: { x: (a.x + 2 * control.x + b.x) / 4, y: (a.y + 2 * control.y + b.y) / 4 },
  };
}

/** Where the line from the middle of a box towards `to` leaves it. */
function edge(box: Point, to: Point, { width, height }: { width: number; height: number }): Point {
  const dx = to.x - box.x;
  const dy = to.y - box.y;
  const scale = Math.min(
    width / 2 / Math.max(Math.abs(dx), 0.01),
    height / 2 / Math.max(Math.abs(dy), 0.01),
    1,
  );
  return { x: box.x + dx * scale, y: box.y + dy * scale };
}

function loop({ x, y }: Point): Omit<Arrow, "number"> {
  const bottom = y + BOX.height / 2;
  const right = x + BOX.width / 2;
  return {
    path: `M${right} ${y + 4}C${right + 44} ${y + 6} ${right + 18} ${bottom + 38} ${right - 16} ${bottom}`,
    label: { x: right + 19, y: bottom + 8 },
  };
}

function barArrow(state: Point, direction: "from" | "to"): Omit<Arrow, "number"> {
  const isBelow = state.y > BAR.y;
  const side = direction === "from" ? -18 : 18;
  const x = state.x + side;
  const atBar = isBelow ? BAR.y + BAR.height : BAR.y;
  const atBox = state.y + (isBelow ? -1 : 1) * (BOX.height / 2);
  const [start, end] = direction === "from" ? [atBar, atBox] : [atBox, atBar];
  return { path: `M${x} ${start}V${end}`, label: { x, y: (start + end) / 2 } };
}

function round({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`;
}
