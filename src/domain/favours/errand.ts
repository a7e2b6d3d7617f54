import { foldText } from "../kernel/fold.ts";
import type { Category } from "../records/category.ts";

/** Something that people often need, and where it belongs. */
export interface Errand<C extends string = Category> {
  readonly category: C;
  readonly text: string;
}

/** Words of errands that many of them share, or that say nothing about one. */
const SHARED = new Set(
  "ayuda ayudar hacer llevar traer cuidar arreglar preparar montar para casa algo unos unas nueva nuevo trabajo".split(
    " ",
  ),
);
const MIN_LETTERS = 4;
/** Two words are the same errand's where they begin alike this far: `mudanza` and `mudarme` don't, `regar` and `riego` neither. */
const SAME_START = 5;

/** The errands that a text seems to be about, the likeliest first, one of each category at most. */
export function similarErrands<C extends string>(
  text: string,
  errands: readonly Errand<C>[],
  most: number,
): Errand<C>[] {
  const typed = startsOf(text);
  const ranked = errands
    .map((errand) => ({
      errand,
      fits: startsOf(errand.text).filter((start) => typed.includes(start)).length,
    }))
    .filter(({ fits }) => fits > 0)
    .toSorted((a, b) => b.fits - a.fits);
  const found = new Map<C, Errand<C>>();
  for (const { errand } of ranked) if (!found.has(errand.category)) found.set(errand.category, errand);
  return [...found.values()].slice(0, most);
}

function startsOf(text: string): string[] {
  const words = foldText(text).split(/[^\p{L}\p{N}]+/u);
  const telling = words.filter((word) => word.length >= MIN_LETTERS && !SHARED.has(word));
  return [...new Set(telling.map((word) => word.replace(/s$/, "").slice(0, SAME_START)))];
}
