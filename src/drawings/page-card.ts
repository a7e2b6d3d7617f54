import { card, CARD_COLOURS, filled, picture, siteName, type CardFonts } from "./card-paper.ts";
import { hex } from "./colour.ts";
import type { Font } from "./font.ts";
import { balanced, wordsPath } from "./lettering.ts";
import { FAMILY_PAPERS, papers, type Family } from "./tints.ts";
import { topicStrokes } from "./topics.ts";

/** What the picture of a page says. */
export interface PageCard {
  /** What kind of page it is, or its topic; may be empty. */
  readonly kicker: string;
  readonly title: string;
  /** The topic whose pictogram stands on the stub; absent: the site's tick. */
  readonly topic?: string | undefined;
  /** The paper of the stub; absent: mustard. */
  readonly paper?: Family | undefined;
}

const KICKER = { x: 112, y: 134, size: 34 } as const;
const TITLE = { x: 111, top: 172, width: 716, height: 270, lead: 1.12 } as const;
const SMALLEST_TITLE = 30;
const TITLE_SIZES = [104, 92, 80, 72, 66, 60, 54, 50, 46, 42, 38, 34, SMALLEST_TITLE] as const;
const TICK = "M944 226l48 50 92-116";

/** Draws the picture of a page for who shares its address, as SVG that needs no font. */
export function pageCards(fonts: CardFonts): (page: PageCard) => string {
  const name = siteName(fonts);
  return ({ kicker, title, topic, paper = "mustard" }) => {
    const { stub, ink, shine } = papers(FAMILY_PAPERS[paper], "light");
    const onStub = { line: hex(ink), tint: hex(shine), paper: hex(stub) };
    const tick = `<path d="${TICK}" fill="none" stroke="${CARD_COLOURS.brand}" stroke-width="30" stroke-linecap="round" stroke-linejoin="round"/>`;
    return card({
      name,
      stubPaper: hex(stub),
      stubInk: hex(ink),
      body:
        filled(wordsPath(fonts.semibold, kicker, KICKER), CARD_COLOURS.brand) +
        filled(titlePath(title, fonts.bold), CARD_COLOURS.ink),
      stub: topic === undefined ? tick : picture(topicStrokes(topic), onStub, 1012, 232, 4),
    });
  };
}

/** As large as it fits between the line above and the site's name; the longest that editors may write still does. */
function titlePath(title: string, font: Font): string {
  for (const size of TITLE_SIZES) {
    const most = Math.floor(TITLE.height / (size * TITLE.lead));
    const lines = balanced(font, title, size, TITLE.width, most);
    // The largest ones are for titles of few words: three lines of them would shout.
    if (lines && (lines.length <= 2 || size <= 72)) return linesPath(lines, size, font);
  }
  return linesPath([title], SMALLEST_TITLE, font);
}

function linesPath(lines: readonly string[], size: number, font: Font): string {
  return lines
    .map((line, index) =>
      wordsPath(font, line, { x: TITLE.x, y: TITLE.top + size * (0.76 + index * TITLE.lead), size }),
    )
    .join("");
}
