import { barcode, perforation, bodyPath, stubPath, type Ticket } from "./ticket.ts";

export const COVER_WIDTH = 400;
export const COVER_HEIGHT = 250;

/** A piece of paper of a cover, from the one that lies lowest to the one on top. */
export interface Piece {
  /** `stub` is paper of the second tint, `body` is the page's own. */
  readonly paper: "body" | "stub";
  readonly path: string;
  readonly transform?: string;
  /** Lines printed on it. */
  readonly print?: string;
}

export interface Layout {
  readonly pieces: readonly Piece[];
  /** Where the pictogram stands: its centre, its size in grids of 48, and whether it is printed on the stub's paper. */
  readonly picture: {
    readonly x: number;
    readonly y: number;
    readonly scale: number;
    readonly on: "body" | "stub";
    readonly turn: number;
  };
}

/** `lean` is 1 or -1: to which side things hang. */
type Draw = (lean: 1 | -1) => Layout;

const turned = (degrees: number, x: number, y: number): string => `rotate(${degrees} ${x} ${y})`;

function ticketPieces(ticket: Ticket, turn: string, tear: string, print = ""): readonly Piece[] {
  return [
    { paper: "stub", path: stubPath(ticket), transform: `${turn} ${tear}`.trim(), print },
    { paper: "body", path: bodyPath(ticket), transform: turn },
  ];
}

const TICK = "l13 15 26-34";

const whole: Draw = (lean) => {
  const ticket: Ticket = { x: 42, y: 48, width: 316, height: 154, stub: 92, round: 15, holes: 8 };
  const turn = turned(-4 * lean, 200, 125);
  return {
    pieces: ticketPieces(ticket, turn, `translate(7 0) ${turned(5, 266, 202)}`, `M292 124${TICK}`),
    picture: { x: 152, y: 125, scale: 2.75, on: "body", turn: -4 * lean },
  };
};

const close: Draw = (lean) => {
  const ticket: Ticket = { x: -60, y: 20, width: 520, height: 210, stub: 176, round: 20, holes: 9 };
  const turn = turned(lean * 2, 200, 125);
  return {
    pieces: ticketPieces(
      ticket,
      turn,
      `translate(8 0) ${turned(5, 284, 230)}`,
      "M318 84h44M318 112h70M318 140h30",
    ),
    picture: { x: 132, y: 125, scale: 3.7, on: "body", turn: lean * 2 },
  };
};

const tall: Draw = (lean) => {
  // Lying flat and turned upright: the stub hangs below.
  const ticket: Ticket = { x: -150, y: -95, width: 330, height: 190, stub: 100, round: 18, holes: 8 };
  const turn = `translate(200 98) ${turned(lean * 3, 0, 0)} rotate(90)`;
  return {
    pieces: ticketPieces(ticket, turn, `translate(10 0) ${turned(-5 * lean, 80, -95 * lean)}`, "M112-46v92"),
    picture: { x: 200 + lean * 2, y: 80, scale: 2.95, on: "body", turn: lean * 3 },
  };
};

const stub: Draw = (lean) => {
  const ticket: Ticket = { x: -120, y: 26, width: 460, height: 198, stub: 210, round: 20, holes: 9 };
  return {
    pieces: [
      { paper: "body", path: bodyPath(ticket), print: "M-10 84h84M-10 116h60M-10 148h76" },
      { paper: "stub", path: stubPath(ticket), transform: `translate(34 0) ${turned(7 * lean, 235, 125)}` },
    ],
    picture: { x: 274, y: 125, scale: 3.25, on: "stub", turn: 7 * lean },
  };
};

const pair: Draw = (lean) => {
  const back: Ticket = { x: 60, y: 40, width: 280, height: 140, stub: 84, round: 15, holes: 7 };
  const front: Ticket = { x: 34, y: 64, width: 300, height: 146, stub: 88, round: 15, holes: 7 };
  const turnBack = turned(11 * lean, 200, 110);
  const turn = turned(-5 * lean, 200, 140);
  return {
    pieces: [
      { paper: "stub", path: bodyPath(back), transform: turnBack },
      { paper: "body", path: stubPath(back), transform: turnBack, print: "" },
      ...ticketPieces(front, turn, `translate(4 0) ${turned(3, 246, 210)}`, barcode(266, 164, 7, 22)),
    ],
    picture: { x: 140, y: 138, scale: 2.55, on: "body", turn: -5 * lean },
  };
};

const roll: Draw = (lean) => {
  const y = 46;
  const height = 158;
  const step = 190;
  const round = 13;
  const one = (x: number): string =>
    `M${x + round} ${y}h${step - 2 * round}a${round} ${round} 0 0 0 ${round} ${round}${perforation(height - 2 * round, 7, 1)}a${round} ${round} 0 0 0 ${-round} ${round}h${2 * round - step}a${round} ${round} 0 0 0 ${-round} ${-round}${perforation(height - 2 * round, 7, -1)}a${round} ${round} 0 0 0 ${round} ${-round}z`;
  const turn = turned(-6 * lean, 200, 125);
  return {
    pieces: [
      { paper: "stub", path: one(105 - step - 5), transform: turn, print: barcode(-40, 166, 14, 22) },
      { paper: "stub", path: one(105 + step + 5), transform: turn, print: barcode(330, 166, 8, 22) },
      { paper: "body", path: one(105), transform: turn },
    ],
    picture: { x: 200, y: 125, scale: 2.75, on: "body", turn: -6 * lean },
  };
};

/** A notice with strips to tear off: what a resource is. One of them is gone, one goes. */
const notice =
  (gone: number, going: number): Draw =>
  (lean) => {
    const turn = turned(-3 * lean, 200, 120);
    const strip = 34;
    const left = 98;
    const strips = [0, 1, 2, 3, 4, 5];
    const cut = strips.filter((i) => i !== gone && i !== going);
    return {
      pieces: [
        {
          paper: "stub",
          path: `M${left + strip * going} 178h${strip}v58h${-strip}z`,
          transform: `${turn} translate(2 8) ${turned(9 * lean, left + strip * going + 17, 178)}`,
          print: "",
        },
        ...cut.map((i): Piece => ({
          paper: "stub",
          path: `M${left + strip * i} 170h${strip}v66h${-strip}z`,
          transform: turn,
          print: `M${left + strip * i + 17} 194v26`,
        })),
        { paper: "body", path: "M98 16h204v160H98z", transform: turn },
      ],
      picture: { x: 200 - lean * 3, y: 97, scale: 2.95, on: "body", turn: -3 * lean },
    };
  };

/** Tickets in their order, one on the other: what a series is. */
const fan =
  (spread: number): Draw =>
  (lean) => {
    const ticket: Ticket = { x: 56, y: 58, width: 288, height: 140, stub: 84, round: 15, holes: 7 };
    const back = (i: number): string =>
      `translate(${i * 9 * lean} ${-i * 11}) ${turned(i * spread * lean, 200, 200)}`;
    const front = turned(-2 * lean, 200, 125);
    return {
      pieces: [
        ...[2, 1].flatMap((i): readonly Piece[] => [
          { paper: "body", path: bodyPath(ticket), transform: back(i) },
          { paper: "stub", path: stubPath(ticket), transform: back(i) },
        ]),
        ...ticketPieces(ticket, front, `translate(5 0) ${turned(4, 260, 198)}`, barcode(278, 150, 7, 22)),
      ],
      picture: { x: 158, y: 130, scale: 2.45, on: "body", turn: -2 * lean },
    };
  };

export type CoverKind = "article" | "series" | "resource";
export const LAYOUTS: Readonly<Record<CoverKind, readonly Draw[]>> = {
  article: [whole, close, tall, stub, pair, roll],
  series: [fan(7), fan(3), whole],
  resource: [notice(4, 2), notice(1, 4), notice(3, 0)],
};
