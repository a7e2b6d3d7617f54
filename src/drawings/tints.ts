import { CATEGORIES, type Category } from "../domain/records/category.ts";
import type { Oklch } from "./colour.ts";

/** Five families of paper; neighbours in the list of categories are never of one family. */
export type Family = "mustard" | "pine" | "brick" | "sky" | "lilac";

interface Paper {
  readonly family: Family;
  /** The stub by day. */
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export const TINTS: Readonly<Record<Category, Paper>> = {
  teleformacion: { family: "sky", l: 0.88, c: 0.055, h: 228 },
  coaching: { family: "mustard", l: 0.9, c: 0.105, h: 88 },
  "servicios-empresariales": { family: "pine", l: 0.87, c: 0.062, h: 158 },
  mascotas: { family: "brick", l: 0.88, c: 0.075, h: 62 },
  "community-manager": { family: "lilac", l: 0.86, c: 0.058, h: 308 },
  publicidad: { family: "brick", l: 0.84, c: 0.085, h: 36 },
  "soporte-administrativo": { family: "sky", l: 0.86, c: 0.048, h: 258 },
  ilustracion: { family: "mustard", l: 0.85, c: 0.115, h: 76 },
  transporte: { family: "pine", l: 0.87, c: 0.055, h: 188 },
  "musica-baile-teatro": { family: "lilac", l: 0.83, c: 0.062, h: 285 },
  decoracion: { family: "brick", l: 0.86, c: 0.058, h: 18 },
  "diseno-web": { family: "sky", l: 0.84, c: 0.068, h: 218 },
  belleza: { family: "lilac", l: 0.87, c: 0.06, h: 342 },
  "cuidado-personas": { family: "pine", l: 0.89, c: 0.08, h: 130 },
  otra: { family: "mustard", l: 0.92, c: 0.088, h: 104 },
};

export type Theme = "light" | "dark";
/** What is painted with a category's paper. */
export interface Papers {
  /** The stub of a ticket, and the text on it. At night it stays bright, as paper under a lamp. */
  readonly stub: Oklch;
  readonly ink: Oklch;
  /** The tint of a drawing that stands on the page or on a card. */
  readonly wash: Oklch;
  /** The tint of a drawing that stands on the stub. */
  readonly shine: Oklch;
}

/** How much darker than by day the stub is at night. */
const LAMP = 0.05;
const INK = { l: 0.29, c: 0.042 } as const;
/** By night lines are light, and what lies behind them is not. */
const NIGHT_WASH = { l: 0.56, share: 0.95 } as const;
const SHINE = { l: 0.975, c: 0.011 } as const;

export function papers(category: Category, theme: Theme): Papers {
  const { l, c, h } = TINTS[category];
  const night = theme === "dark";
  return {
    stub: { l: night ? l - LAMP : l, c, h },
    ink: { ...INK, h },
    wash: night ? { l: NIGHT_WASH.l, c: c * NIGHT_WASH.share, h } : { l, c, h },
    shine: { ...SHINE, h },
  };
}

/** The category whose paper stands for its family, where no category is meant. */
export const FAMILY_PAPERS: Readonly<Record<Family, Category>> = {
  mustard: "coaching",
  pine: "servicios-empresariales",
  brick: "publicidad",
  sky: "teleformacion",
  lilac: "community-manager",
};

/**
 * The same for pages, as `tints.css` holds it: an element with `data-tint="<category>"`, or a family's name, and all in it has that paper.
 * `--tint` is for drawings on the page or on a card, `--shine` for those on the stub.
 */
export function tintsCss(): string {
  const families = new Map(Object.entries(FAMILY_PAPERS).map(([family, category]) => [category, family]));
  const selector = (name: string): string => `[data-tint="${name}"]`;
  return [
    "/* Written by `node scripts/drawings.ts css` from tints.ts and shades.ts. */",
    "[data-tint] {",
    `  --stub: light-dark(oklch(var(--tl) var(--tc) var(--th)), oklch(calc(var(--tl) - ${LAMP}) var(--tc) var(--th)));`,
    `  --stub-ink: oklch(${INK.l} ${INK.c} var(--th));`,
    `  --tint: light-dark(oklch(var(--tl) var(--tc) var(--th)), oklch(${NIGHT_WASH.l} calc(var(--tc) * ${NIGHT_WASH.share}) var(--th)));`,
    `  --shine: oklch(${SHINE.l} ${SHINE.c} var(--th));`,
    "}",
    ...CATEGORIES.flatMap((category) => {
      const { l, c, h } = TINTS[category];
      const family = families.get(category);
      const selectors = [category, ...(family ? [family] : [])].map(selector).join(",\n");
      return [`${selectors} {`, `  --tl: ${l};`, `  --tc: ${c};`, `  --th: ${h};`, "}"];
    }),
    "",
  ].join("\n");
}
