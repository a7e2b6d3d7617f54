import { SITE } from "../site.ts";
import { drawable } from "./drawable.ts";

/** What the picture of a page says when somebody shares its address. */
export interface Card {
  /** What kind of page it is, or its topic; may be empty. */
  readonly kicker: string;
  readonly title: string;
}

/** The font's two files, the second with letters that Spanish doesn't have. Of one family the drawing program takes one file only. */
export const CARD_FONTS = {
  latin: "Bricolage Grotesque",
  "latin-ext": "Bricolage Grotesque Extended",
} as const;
const FONT_FAMILY = Object.values(CARD_FONTS).join(", ");
export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

/** The light theme of `tokens.css`, as hexadecimal: pictures have no dark one. */
export const COLOURS = {
  paper: "#f9f4eb",
  card: "#fffdf8",
  ink: "#1d2233",
  act: "#bf331a",
  stub: "#fbd887",
  stubInk: "#4a3405",
} as const;

/** A box of satori's: what React would call an element. */
export interface Box {
  readonly type: string;
  readonly props: {
    readonly style: Readonly<Record<string, string | number>>;
    readonly children?: string | readonly Box[];
  };
}

/** Where the words of the body stand, inside its border. */
const BODY = { left: 112, top: 104, width: 700, height: 330 } as const;
/** The site's name runs across the perforation, as in the logo. */
const NAME = { top: 452, size: 62, seam: 884 } as const;

/**
 * The words of a card; `ticketShapes` draws what lies below them. A title of which the font can't draw a single letter gives way to
 * the site's own words.
 */
export function cardWords(card: Card): Box {
  const kicker = drawable(card.kicker);
  const title = drawable(card.title) || SITE.tagline;
  return box({ width: CARD_WIDTH, height: CARD_HEIGHT, display: "flex", fontFamily: FONT_FAMILY }, [
    box({ position: "absolute", ...BODY, display: "flex", flexDirection: "column" }, [
      ...(kicker === ""
        ? []
        : [text(kicker, { fontSize: 32, fontWeight: 600, color: COLOURS.act, marginBottom: 18 })]),
      text(title, {
        fontSize: titleSize(title),
        fontWeight: 700,
        lineHeight: 1.12,
        letterSpacing: -0.5,
        textWrap: "balance",
        wordBreak: "break-word",
        color: COLOURS.ink,
      }),
    ]),
    box(
      {
        position: "absolute",
        top: NAME.top,
        left: 0,
        width: NAME.seam - 26,
        display: "flex",
        justifyContent: "flex-end",
      },
      [name("Makethe", COLOURS.ink)],
    ),
  ]);
}

/** The rest of the site's name: it stands on the stub, which hangs a little askew. */
export function stubWords(): Box {
  return box({ width: CARD_WIDTH, height: CARD_HEIGHT, display: "flex", fontFamily: FONT_FAMILY }, [
    box({ position: "absolute", top: NAME.top, left: NAME.seam + 22, display: "flex" }, [
      name("jobs", COLOURS.stubInk),
    ]),
  ]);
}

/** The most characters that a size, in pixels, still sets in three lines, and the longest (120) in five. */
const TITLE_SIZES = [
  [16, 104],
  [36, 80],
  [46, 66],
  [64, 58],
  [85, 52],
] as const;
const SMALLEST_TITLE = 48;

function titleSize(title: string): number {
  const length = Array.from(title).length;
  return TITLE_SIZES.find(([most]) => length <= most)?.[1] ?? SMALLEST_TITLE;
}

function name(word: string, color: string): Box {
  return text(word, { fontSize: NAME.size, fontWeight: 700, letterSpacing: -1, color });
}

function text(words: string, style: Box["props"]["style"]): Box {
  return { type: "div", props: { style, children: words } };
}

function box(style: Box["props"]["style"], children: readonly Box[]): Box {
  return { type: "div", props: { style, children } };
}
