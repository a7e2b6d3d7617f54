import type { Font } from "./font.ts";
import { widthOf, wordsPath } from "./lettering.ts";
import { marks, type Paint, type Strokes } from "./svg.ts";
import { bodyPath, stubPath, type Ticket } from "./ticket.ts";

/** What is alike on every picture of a page or of a favour for who shares its address: 1200 × 630. */

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;
/** The light theme of `tokens.css`: pictures have no dark one. */
export const CARD_COLOURS = { paper: "#f9f4eb", card: "#fffdf8", ink: "#1d2233", brand: "#bf331a" } as const;

/** The fonts' outlines, in the weights of names and of what stands above them. */
export interface CardFonts {
  readonly bold: Font;
  readonly semibold: Font;
}

const TICKET: Ticket = { x: 60, y: 60, width: 1070, height: 510, stub: 246, round: 30, holes: 12 };
export const CARD_LINE = 7;
/** The stub hangs from the lower end of its seam. */
const HANGING = "translate(9 0) rotate(3 884 570)";
/** The site's name runs across the seam, as in the logo. */
const NAME = { y: 516, size: 62, spacing: -1 } as const;
const NAME_ENDS = 856;
const NAME_GOES_ON = 908;
const BODY_PATH = bodyPath(TICKET);
const STUB_PATH = stubPath(TICKET);

/** The paths of the site's name, which are the same on every card. */
export interface SiteName {
  readonly body: string;
  readonly stub: string;
}

export function siteName({ bold }: CardFonts): SiteName {
  const start = NAME_ENDS - widthOf(bold, "Makethe", NAME.size, NAME.spacing);
  return {
    body: wordsPath(bold, "Makethe", { ...NAME, x: start }),
    stub: wordsPath(bold, "jobs", { ...NAME, x: NAME_GOES_ON }),
  };
}

interface CardParts {
  readonly name: SiteName;
  readonly stubPaper: string;
  readonly stubInk: string;
  /** What is drawn on the body and on the stub, which hangs askew. */
  readonly body: string;
  readonly stub: string;
}

export function card({ name, stubPaper, stubInk, body, stub }: CardParts): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${CARD_COLOURS.paper}"/>`,
    `<g transform="${HANGING}">`,
    paper(STUB_PATH, stubPaper),
    stub,
    filled(name.stub, stubInk),
    "</g>",
    paper(BODY_PATH, CARD_COLOURS.card),
    body,
    filled(name.body, CARD_COLOURS.ink),
    "</svg>",
  ].join("");
}

function paper(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}" stroke="${CARD_COLOURS.ink}" stroke-width="${CARD_LINE}" stroke-linejoin="round"/>`;
}

export function filled(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`;
}

/** A small drawing, large: `x` and `y` are its middle. Its lines are as thick as those of the ticket. */
export function picture(strokes: Strokes, paint: Paint, x: number, y: number, scale: number): string {
  const half = 24 * scale;
  return `<g transform="translate(${x - half} ${y - half}) scale(${scale})">${marks(strokes, paint, (CARD_LINE * 1.25) / scale)}</g>`;
}
