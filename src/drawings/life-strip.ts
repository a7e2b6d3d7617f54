import type { JobState } from "../domain/records/job.ts";
import { escaped, small, type Drawing, type Strokes } from "./svg.ts";

/** The four steps of a favour's life. What ends one (withdrawn, expired) is no step: the page says it beside the strip. */
export const LIFE_STEPS = ["written", "posted", "helped", "done"] as const;
export type LifeStep = (typeof LIFE_STEPS)[number];

export const LIFE_NAMES: Readonly<Record<LifeStep, string>> = {
  written: "Escrito",
  posted: "En el tablón",
  helped: "Con ayuda",
  done: "Hecho",
};
const HERE = "ahora";
const PAST = "ya pasó";

/** The step that a favour in this state is at; null: its life ended on the way, or nobody sees it. */
export const LIFE_STEP_OF: Readonly<Record<JobState, LifeStep | null>> = {
  unconfirmed: "written",
  held: "written",
  open: "posted",
  assigned: "helped",
  delivered: "helped",
  done: "done",
  expired: null,
  withdrawn: null,
  hidden: null,
  erased: null,
};

/** The same ticket, from the pencil to the torn stub. */
export const LIFE_STROKES: Readonly<Record<LifeStep, Strokes>> = {
  written: {
    shape: "M24.5 38l1.5-6L39 19a2.8 2.8 0 0 1 4 0l.6.6a2.8 2.8 0 0 1 0 4L30.5 36.5z",
    line: "M20 36H7a3 3 0 0 1-3-3V14a3 3 0 0 1 3-3h20a3 3 0 0 0 6 0h8a3 3 0 0 1 3 3M9.5 19h14M9.5 25h9M30 17v1",
  },
  posted: {
    shape:
      "M7 15h20a3 3 0 0 0 6 0h8a3 3 0 0 1 3 3v19a3 3 0 0 1-3 3h-8a3 3 0 0 0-6 0H7a3 3 0 0 1-3-3V18a3 3 0 0 1 3-3z",
    line: "M30 22v2.5M30 29.5v2.5M10 27h13M10 33h8M17 15v6",
    solid: "M17 6a4.5 4.5 0 1 0 .1 0z",
  },
  helped: {
    shape: "M33 21.5C27.5 18 25 15.6 25 12.5 25 8.3 30.7 7 33 11c2.3-4 8-2.7 8 1.5 0 3.1-2.5 5.5-8 9z",
    line: "M20 13H7a3 3 0 0 0-3 3v21a3 3 0 0 0 3 3h20a3 3 0 0 1 6 0h8a3 3 0 0 0 3-3V22M30 29v2M30 35v.5M10 24h9M10 31h13",
  },
  done: {
    shape:
      "M37.3 12.5l5 .6a3 3 0 0 1 2.6 3.4l-2.5 20.3a3 3 0 0 1-3.4 2.6l-5.5-.7a2.8 2.8 0 0 0-2.4-3.2l2.8-20.6a2.8 2.8 0 0 0 3.4-2.4z",
    line: "M7 12h16.5a3 3 0 0 0 3 3v20a3 3 0 0 0-3 3H7a3 3 0 0 1-3-3V15a3 3 0 0 1 3-3zM9.5 25.5l4.5 5 7-10.5",
  },
};

export interface LifeStripOptions {
  /** The step that the favour is at. */
  readonly at: LifeStep;
  /** What the list is, to who doesn't see it. */
  readonly title: string;
}

/** The strip as a list, each step with its drawing and its word; `life-strip.css` lays it out. */
export function lifeStrip({ at, title }: LifeStripOptions): Drawing {
  const here = LIFE_STEPS.indexOf(at);
  const items = LIFE_STEPS.map((step, index) => {
    const state = index < here ? "past" : index === here ? "here" : "ahead";
    const said = state === "past" ? PAST : state === "here" ? HERE : "";
    const attributes = `data-state="${state}"${state === "here" ? ' aria-current="step"' : ""}`;
    return `<li ${attributes}>${small(LIFE_STROKES[step])}<span>${LIFE_NAMES[step]}${said && `<span class="visually-hidden"> (${said})</span>`}</span></li>`;
  });
  return `<ol class="life-strip" role="list" aria-label="${escaped(title)}">${items.join("")}</ol>` as Drawing;
}
