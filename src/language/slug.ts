import { foldText } from "../domain/kernel/fold.ts";

const SPECIAL_LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ð: "d",
  đ: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  "€": " euros ",
  "&": " y ",
};

/** Longer titles are cut between two words. */
const MAX_SLUG_LENGTH = 60;

/**
 * A title as it stands in an address: ASCII letters and digits in lower case, words joined by one hyphen. A title without a
 * letter of the Latin script gives "sin-titulo".
 *
 * @example slugify("¿Me enseñas a usar Canva?") // "me-ensenas-a-usar-canva"
 */
export function slugify(title: string): string {
  const spelled = title.toLowerCase().replace(/[ßæœøðđłþı€&]/g, (letter) => SPECIAL_LETTERS[letter] ?? "");
  const words = foldText(spelled)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  let slug = "";
  for (const word of words) {
    const longer = slug === "" ? word.slice(0, MAX_SLUG_LENGTH) : `${slug}-${word}`;
    if (longer.length > MAX_SLUG_LENGTH) break;
    slug = longer;
  }
  return slug === "" ? "sin-titulo" : slug;
}
