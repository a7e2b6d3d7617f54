import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CardFonts } from "../drawings/card-paper.ts";
import { readFont, withFallback, type Font } from "../drawings/font.ts";
import { pageCards, type PageCard } from "../drawings/page-card.ts";
import { sharingCards, type SharedFavour } from "../drawings/sharing-card.ts";
import { SITE } from "../site.ts";
import { drawable } from "./drawable.ts";

/**
 * The drawings that are shared. A title of which the font can't draw a single letter gives way to the site's own words.
 */
export interface Cards {
  readonly page: (page: PageCard) => string;
  readonly favour: (favour: SharedFavour) => string;
}

/** Reads the fonts once; what is drawn then needs none. */
export function cards(): Promise<Cards> {
  return (ready ??= prepare());
}
let ready: Promise<Cards> | undefined;

async function prepare(): Promise<Cards> {
  const fonts = await cardFonts();
  const page = pageCards(fonts);
  return {
    page: (of) => page({ ...of, kicker: drawable(of.kicker), title: drawable(of.title) || SITE.tagline }),
    favour: sharingCards(fonts),
  };
}

/** In the weights of names and of what stands above them. */
export async function cardFonts(): Promise<CardFonts> {
  const [bold, semibold] = await Promise.all([cardFont(700), cardFont(600)]);
  return { bold, semibold };
}

/** The font's two files as one, the second with letters that Spanish doesn't have. */
async function cardFont(weight: 600 | 700): Promise<Font> {
  const { resolve } = createRequire(import.meta.url);
  const [latin, extended] = await Promise.all(
    ["latin", "latin-ext"].map(async (letters) =>
      readFont(
        await readFile(
          resolve(
            `@fontsource/bricolage-grotesque/files/bricolage-grotesque-${letters}-${weight}-normal.woff`,
          ),
        ),
      ),
    ),
  );
  if (!latin || !extended) throw new Error("The font of the cards has two files.");
  return withFallback(latin, extended);
}
