import { CARD_HEIGHT, CARD_WIDTH, COLOURS } from "./card.ts";

/** The paper of the ticket: the body and, behind a perforation, the stub that is about to tear off. */

const BODY = { left: 60, right: 884, top: 60, bottom: 570 } as const;
const STUB_RIGHT = 1130;
const ROUND = 30;
const NOTCH = 26;
const LINE = 6;
/** Degrees by which the stub hangs, and the point that it hangs from. */
const TILT = 3;
const GAP = 8;

/** Lays the words of the body and of the stub on their paper. Both are whole SVG documents of the card's size. */
export function ticketCard(bodyWords: string, stubWords: string): string {
  const { right, bottom } = BODY;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${COLOURS.paper}"/>`,
    `<g transform="translate(${GAP} 0) rotate(${TILT} ${right} ${bottom})">`,
    paper(stubPath(), COLOURS.stub),
    tick(),
    stubWords,
    "</g>",
    paper(bodyPath(), COLOURS.card),
    bodyWords,
    "</svg>",
  ].join("");
}

function paper(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}" stroke="${COLOURS.ink}" stroke-width="${LINE}" stroke-linejoin="round"/>`;
}

function bodyPath(): string {
  const { left, right, top, bottom } = BODY;
  return [
    `M${left + ROUND} ${top}H${right - NOTCH}`,
    `a${NOTCH} ${NOTCH} 0 0 0 ${NOTCH} ${NOTCH}`,
    perforation(right, top + NOTCH, bottom - NOTCH),
    `a${NOTCH} ${NOTCH} 0 0 0 ${-NOTCH} ${NOTCH}`,
    `H${left + ROUND}a${ROUND} ${ROUND} 0 0 1 ${-ROUND} ${-ROUND}`,
    `V${top + ROUND}a${ROUND} ${ROUND} 0 0 1 ${ROUND} ${-ROUND}z`,
  ].join("");
}

function stubPath(): string {
  const { right: left, top, bottom } = BODY;
  return [
    `M${left + NOTCH} ${top}H${STUB_RIGHT - ROUND}`,
    `a${ROUND} ${ROUND} 0 0 1 ${ROUND} ${ROUND}V${bottom - ROUND}`,
    `a${ROUND} ${ROUND} 0 0 1 ${-ROUND} ${ROUND}H${left + NOTCH}`,
    `a${NOTCH} ${NOTCH} 0 0 0 ${-NOTCH} ${-NOTCH}`,
    perforation(left, bottom - NOTCH, top + NOTCH),
    `a${NOTCH} ${NOTCH} 0 0 0 ${NOTCH} ${-NOTCH}z`,
  ].join("");
}

/** An edge with the small teeth that a perforation leaves, from one height to another. */
function perforation(x: number, from: number, to: number): string {
  const teeth = 25;
  const step = (to - from) / teeth;
  const radius = Math.abs(step) / 2;
  const way = step > 0 ? 0 : 1;
  return (
    Array.from({ length: teeth }, (_, index) =>
      index % 2 === 0 ? `V${from + step * (index + 1)}` : `a${radius} ${radius} 0 0 ${way} 0 ${step}`,
    ).join("") + `L${x} ${to}`
  );
}

function tick(): string {
  return `<path d="M944 226l48 50 92-116" fill="none" stroke="${COLOURS.act}" stroke-width="30" stroke-linecap="round" stroke-linejoin="round"/>`;
}
