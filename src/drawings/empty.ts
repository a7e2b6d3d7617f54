import { marks, svg, THEMED, type Drawing, type Said } from "./svg.ts";
import { bodyPath, stubPath, type Ticket } from "./ticket.ts";

/** What there is nothing of. */
export type Nothing = "board" | "search" | "page" | "comments";

const WIDTH = 240;
const HEIGHT = 150;
const LINE = 3.5;
const DASHES = "7 8";

/** A drawing for where nothing is: in the colours of the page, with `tints.css`. */
export function empty(nothing: Nothing, said: Said = {}): Drawing {
  const inside = `<g fill="none" stroke="currentColor" stroke-width="${LINE}" stroke-linecap="round" stroke-linejoin="round">${DRAWINGS[nothing]()}</g>`;
  return svg({ width: WIDTH, height: HEIGHT, title: said.title }, inside);
}

const DRAWINGS: Readonly<Record<Nothing, () => string>> = { board, search, page, comments };

/** A board with a free place, where the pin waits already. */
function board(): string {
  const ticket: Ticket = { x: 62, y: 44, width: 116, height: 68, stub: 34, round: 9, holes: 4 };
  return [
    tint("M18 20h212v124h-212z"),
    line("M14 14h212v124h-212zM14 28h212"),
    paper(`${bodyPath(ticket)}${stubPath(ticket)}`, ` stroke-dasharray="${DASHES}"`),
    scrap("M28 46h22v30l-6 5-5-5-6 5-5-5z"),
    scrap("M190 92h24v32h-24z", "rotate(5 202 108)"),
    pin(39, 46),
    pin(202, 93),
    pin(120, 44),
  ].join("");
}

/** A glass that finds an outline only. */
function search(): string {
  const ticket: Ticket = { x: 24, y: 34, width: 150, height: 86, stub: 44, round: 10, holes: 5 };
  return [
    paper(bodyPath(ticket), ` stroke-dasharray="${DASHES}"`),
    paper(stubPath(ticket), ` stroke-dasharray="${DASHES}" transform="translate(6 0) rotate(4 136 120)"`),
    `<path fill="var(--tint)" stroke="none" d="M134 32a44 44 0 1 0 .1 0z"/>`,
    line("M130 28a44 44 0 1 0 .1 0z"),
    `<path stroke-width="9" d="M164 106l32 32"/>`,
    line("M121 62c0-14 21-14 21 1 0 10-11 9-11 19M131 92v.5"),
  ].join("");
}

/** Somebody has taken this paper: its corners are left under their pins, and the stub falls. */
function page(): string {
  const stub: Ticket = { x: 70, y: 66, width: 98, height: 64, stub: 98, round: 10, holes: 4 };
  const torn = "M52 16h136v22l-9-5-8 10-11-8-9 12-10-9-9 7-11-10-9 9-10-12-9 10-12-8-9 11-10-9-10 6z";
  return [
    tint("M22 10h204v8h-204z"),
    line("M18 16h204"),
    paper(torn),
    pin(64, 19),
    pin(176, 19),
    `<g transform="rotate(-9 120 100)"><path fill="var(--stub)" d="${stubPath(stub)}"/>`,
    `<g stroke="var(--stub-ink)" stroke-width="5"><path d="M103 86l-10 20h15M104 97v18M122 86c-6 0-6 29 0 29s6-29 0-29zM147 86l-10 20h15M148 97v18"/></g></g>`,
    line("M34 78c6 3 6 9 0 12M206 62c-6 3-6 9 0 12M196 100c5 2 5 8 0 10"),
  ].join("");
}

/** A bubble that is a ticket, and a pencil that waits for the first word. */
function comments(): string {
  const notch = 8;
  const bubble = `M38 18h132a10 10 0 0 1 10 10v16a${notch} ${notch} 0 0 0 0 ${2 * notch}v26a10 10 0 0 1-10 10H86l-20 22v-22H38a10 10 0 0 1-10-10v-26a${notch} ${notch} 0 0 0 0-${2 * notch}v-16a10 10 0 0 1 10-10z`;
  const pencil = {
    shape: "M7 36l2.5-10L29.7 5.8a4 4 0 0 1 5.6 0l1.9 1.9a4 4 0 0 1 0 5.6L17 33.5z",
    line: "M9.5 26l7.5 7.5M25.5 10l7.5 7.5",
  };
  return [
    `<path fill="var(--card)" d="${bubble}"/>`,
    line("M52 46h78"),
    `<path stroke-dasharray="${DASHES}" d="M52 68h54"/>`,
    `<g stroke="none" transform="translate(104 28) scale(2.3)"><path fill="var(--card)" d="${pencil.shape}"/>${marks(pencil, THEMED, LINE / 2.3)}</g>`,
  ].join("");
}

function paper(path: string, attributes = ""): string {
  return `<path fill="var(--card)"${attributes} d="${path}"/>`;
}

function tint(path: string): string {
  return `<path fill="var(--tint)" stroke="none" d="${path}"/>`;
}

function line(path: string): string {
  return `<path d="${path}"/>`;
}

/** A paper that hangs on a board already. */
function scrap(path: string, transform = ""): string {
  return `<path fill="var(--stub)"${transform && ` transform="${transform}"`} d="${path}"/>`;
}

function pin(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="5" fill="var(--card)"/>`;
}
