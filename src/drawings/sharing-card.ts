import { CATEGORY_NAMES, REWARD_KIND_NAMES } from "../copy/names.ts";
import { CATEGORIES, type Category } from "../domain/records/category.ts";
import { REWARD_KINDS, type RewardKind } from "../domain/records/reward.ts";
import { card, CARD_COLOURS, CARD_LINE, filled, picture, siteName, type CardFonts } from "./card-paper.ts";
import { CATEGORY_STROKES } from "./categories.ts";
import { hex } from "./colour.ts";
import type { Font } from "./font.ts";
import { balanced, endsInShortWord, widthOf, wordsPath } from "./lettering.ts";
import { REWARD_STROKES } from "./rewards.ts";
import { barcode } from "./ticket.ts";
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

const KICKER = { x: 112, y: 134, size: 34 } as const;
const TITLE = { x: 110, top: 172, width: 474, height: 262, lead: 1.06, most: 3 } as const;
const TITLE_SIZES = [92, 86, 80, 74, 68, 62, 56] as const;
const SMALLEST_TITLE = 54;
const PICTURE = { x: 722, y: 282, scale: 5.3 } as const;
/** The reward on the stub: around its middle, the drawing above its words. */
const REWARD = {
  middle: 1010,
  picture: 192,
  scale: 3.4,
  word: 322,
  name: 370,
  lead: 45,
  width: 208,
} as const;

/** Draws the picture of a favour for who shares its address, as SVG that needs no font. What is alike on them is set once. */
export function sharingCards(
  fonts: CardFonts,
  words: SharingWords = WORDS,
): (favour: SharedFavour) => string {
  const name = siteName(fonts);
  const kicker = wordsPath(fonts.semibold, words.kicker, KICKER);
  const code = `<path d="${barcode(116, 474, 9, 44)}" stroke="${CARD_COLOURS.ink}" stroke-width="${CARD_LINE}" stroke-linecap="round"/>`;
  const titles = new Map(CATEGORIES.map((each) => [each, titlePath(CATEGORY_NAMES[each], fonts.bold)]));
  const rewards = new Map(
    REWARD_KINDS.map((each) => [each, rewardPath(words.reward, REWARD_KIND_NAMES[each], fonts)]),
  );
  return ({ category, reward }) => {
    const { stub, ink, shine } = papers(category, "light");
    const onBody = { line: CARD_COLOURS.ink, tint: hex(stub), paper: CARD_COLOURS.card };
    const onStub = { line: hex(ink), tint: hex(shine), paper: hex(stub) };
    return card({
      name,
      stubPaper: hex(stub),
      stubInk: hex(ink),
      body: [
        filled(kicker, CARD_COLOURS.brand),
        filled(titles.get(category) ?? "", CARD_COLOURS.ink),
        picture(CATEGORY_STROKES[category], onBody, PICTURE.x, PICTURE.y, PICTURE.scale),
        code,
      ].join(""),
      stub: [
        picture(REWARD_STROKES[reward], onStub, REWARD.middle, REWARD.picture, REWARD.scale),
        filled(rewards.get(reward) ?? "", hex(ink)),
      ].join(""),
    });
  };
}

/** The name of a category in few lines of whole words, as large as they take it. */
function titlePath(name: string, font: Font): string {
  const { size, lines } = set(name, font);
  return lines
    .map((line, index) =>
      wordsPath(font, line, { x: TITLE.x, y: TITLE.top + size * (0.76 + index * TITLE.lead), size }),
    )
    .join("");
}

function set(words: string, font: Font): { readonly size: number; readonly lines: readonly string[] } {
  const longest = Math.max(...words.split(" ").map((word) => widthOf(font, word, 1)));
  for (const size of TITLE_SIZES.filter((each) => longest * each <= TITLE.width)) {
    const lines = balanced(font, words, size, TITLE.width, TITLE.most);
    if (!lines || lines.some(endsInShortWord)) continue;
    if (lines.length * size * TITLE.lead <= TITLE.height) return { size, lines };
  }
  return { size: SMALLEST_TITLE, lines: balanced(font, words, SMALLEST_TITLE, TITLE.width, 5) ?? [words] };
}

function rewardPath(word: string, name: string, { bold, semibold }: CardFonts): string {
  const size = 42;
  const centred = (font: Font, words: string, y: number, of: number): string =>
    wordsPath(font, words, { x: REWARD.middle - widthOf(font, words, of) / 2, y, size: of });
  const lines = balanced(bold, name, size, REWARD.width, 3) ?? [name];
  return [
    centred(semibold, word, REWARD.word, 28),
    ...lines.map((line, index) => centred(bold, line, REWARD.name + index * REWARD.lead, size)),
  ].join("");
}
