import { CATEGORY_NAMES, REWARD_KIND_NAMES } from "../copy/names.ts";
import { CATEGORIES, type Category } from "../domain/records/category.ts";
import { REWARD_KINDS, type RewardKind } from "../domain/records/reward.ts";
import { CATEGORY_STROKES } from "./categories.ts";
import { hex } from "./colour.ts";
import type { Font } from "./font.ts";
import { balanced, widthOf, wordsPath, type Line } from "./lettering.ts";
import { REWARD_STROKES } from "./rewards.ts";
import { marks, type Paint, type Strokes } from "./svg.ts";
import { barcode, bodyPath, stubPath, type Ticket } from "./ticket.ts";
import { papers } from "./tints.ts";

/** What a favour shares: its category and the kind of its reward, never what somebody wrote. */
export interface SharedFavour {
  readonly category: Category;
  readonly reward: RewardKind;
}

/** All the pictures that a favour may share. */
export const SHARED_FAVOURS: readonly SharedFavour[] = CATEGORIES.flatMap((category) =>
  REWARD_KINDS.map((reward) => ({ category, reward })),
);

/** The words that stand on it beside the names of category and reward. */
export interface SharingWords {
  readonly kicker: string;
  readonly reward: string;
}
const WORDS: SharingWords = { kicker: "Alguien pide un favor", reward: "Recompensa" };

export interface SharingFonts {
  readonly bold: Font;
  readonly semibold: Font;
}

const WIDTH = 1200;
const HEIGHT = 630;
/** The light theme of `tokens.css`: pictures have no dark one. */
const PAGE = { paper: "#f9f4eb", card: "#fffdf8", ink: "#1d2233", brand: "#bf331a" } as const;
const TICKET: Ticket = { x: 60, y: 60, width: 1070, height: 510, stub: 246, round: 30, holes: 12 };
const LINE = 7;
/** The stub hangs from the lower end of its seam. */
const HANGING = "translate(9 0) rotate(3 884 570)";
const KICKER = { x: 112, y: 134, size: 34 } as const;
const TITLE = {
  height: 262,
  x: 110,
  top: 172,
  width: 474,
  lead: 1.06,
  sizes: [92, 86, 80, 74, 68, 62, 56],
  most: 3,
} as const;
const PICTURE = { x: 722, y: 282, scale: 5.3 } as const;
const STUB_MIDDLE = 1010;
const NAME = { y: 516, size: 62, spacing: -1 } as const;

/** The picture of a favour for who shares its address, as SVG that needs no font: 1200 × 630. */
export function sharingCard(
  { category, reward }: SharedFavour,
  fonts: SharingFonts,
  words: SharingWords = WORDS,
): string {
  const { stub, ink, shine } = papers(category, "light");
  const stubInk = hex(ink);
  const onBody: Paint = { line: PAGE.ink, tint: hex(stub), paper: PAGE.card };
  const onStub: Paint = { line: stubInk, tint: hex(shine), paper: hex(stub) };
  const title = set(CATEGORY_NAMES[category], fonts.bold);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAGE.paper}"/>`,
    `<g transform="${HANGING}">`,
    paper(stubPath(TICKET), hex(stub)),
    picture(REWARD_STROKES[reward], onStub, STUB_MIDDLE, 192, 3.4),
    rewardWords(words.reward, REWARD_KIND_NAMES[reward], fonts, stubInk),
    filled(wordsPath(fonts.bold, "jobs", { ...NAME, x: 908 }), stubInk),
    "</g>",
    paper(bodyPath(TICKET), PAGE.card),
    filled(wordsPath(fonts.semibold, words.kicker, KICKER), PAGE.brand),
    filled(
      title.lines.map((line, index) => wordsPath(fonts.bold, line, titleLine(title.size, index))).join(""),
      PAGE.ink,
    ),
    picture(CATEGORY_STROKES[category], onBody, PICTURE.x, PICTURE.y, PICTURE.scale),
    filled(
      wordsPath(fonts.bold, "Makethe", {
        ...NAME,
        x: 856 - widthOf(fonts.bold, "Makethe", NAME.size, NAME.spacing),
      }),
      PAGE.ink,
    ),
    `<path d="${barcode(116, 474, 9, 44)}" stroke="${PAGE.ink}" stroke-width="${LINE}" stroke-linecap="round"/>`,
    "</svg>",
  ].join("");
}

function paper(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}" stroke="${PAGE.ink}" stroke-width="${LINE}" stroke-linejoin="round"/>`;
}

function filled(path: string, fill: string): string {
  return `<path d="${path}" fill="${fill}"/>`;
}

/** A small drawing, large: `x` and `y` are its middle. Its lines are as thick as those of the ticket. */
function picture(strokes: Strokes, paint: Paint, x: number, y: number, scale: number): string {
  const half = 24 * scale;
  return `<g transform="translate(${x - half} ${y - half}) scale(${scale})">${marks(strokes, paint, (LINE * 1.25) / scale)}</g>`;
}

/** The name of a category in few lines of whole words, as large as they take it. */
function set(name: string, font: Font): { readonly size: number; readonly lines: readonly string[] } {
  // «y campañas»: a short word goes with the one after it.
  const words = name.replaceAll(/ (\p{L}{1,2}) /gu, " $1\u00a0");
  const longest = Math.max(...words.split(" ").map((word) => widthOf(font, word, 1)));
  const fitting = TITLE.sizes.filter((size) => longest * size <= TITLE.width);
  for (const size of fitting) {
    const lines = balanced(font, words, size, TITLE.width, TITLE.most);
    if (lines && lines.length * size * TITLE.lead <= TITLE.height) return { size, lines };
  }
  return { size: 54, lines: balanced(font, words, 54, TITLE.width, 5) ?? [name] };
}

function titleLine(size: number, index: number): Line {
  return { x: TITLE.x, y: TITLE.top + size * (0.76 + index * TITLE.lead), size };
}

function rewardWords(before: string, name: string, { bold, semibold }: SharingFonts, ink: string): string {
  const size = 42;
  const lines = balanced(bold, name, size, 208, 3) ?? [name];
  const centred = (font: Font, words: string, y: number, of: number): string =>
    wordsPath(font, words, { x: STUB_MIDDLE - widthOf(font, words, of) / 2, y, size: of });
  return filled(
    centred(semibold, before, 322, 28) +
      lines.map((line, index) => centred(bold, line, 370 + index * 45, size)).join(""),
    ink,
  );
}
