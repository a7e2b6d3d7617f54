import { foldText } from "./fold.ts";

/**
 * Letters and digits that look like a Latin letter, by the letter they look like. A hand-kept part of Unicode's confusables (UTS 39):
 * what can be typed on a keyboard to write somebody else's name.
 */
const LOOKALIKES: Readonly<Record<string, string>> = {
  a: "аαɑ@4",
  b: "ьвβ8",
  c: "сϲ¢ᴄ",
  d: "ԁđɗ",
  e: "еєεɛ3€ё",
  f: "ƒ",
  g: "ɡց9",
  h: "һнհ",
  i: "іιıӏįїlІ1|ł",
  j: "јϳ",
  k: "кκ",
  m: "мʍ",
  n: "пηոɴ",
  o: "оοσөøօ0",
  p: "рρ",
  q: "ԛզ",
  r: "гʀ",
  s: "ѕʂ5$ꜱ",
  t: "тτ7",
  u: "υսʋц",
  v: "ѵνᴠ",
  w: "ԝωшաᴡ",
  x: "хχ×",
  y: "уγүу",
  z: "ᴢʐ2",
};

/** The Latin letter that a letter of another alphabet, or a digit, looks like. */
export const LATIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOKALIKES).flatMap(([latin, others]) =>
    Array.from(others, (other) => [other, latin] as const),
  ),
);

/** Nearly every character is one of these: the classes of all the world's letters are not made for it. */
const PLAIN = /[a-z0-9]/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Two names with the same key look the same to a reader: case, accents, spaces, punctuation and characters of other scripts
 * that resemble a Latin letter make no difference. For comparing only, never for showing.
 *
 * @example confusableKey("Mаkethejοbs") === confusableKey("MAKE the JOBS") // Cyrillic а, Greek ο
 */
export function confusableKey(name: string): string {
  let key = "";
  for (const character of foldText(name)) {
    const latin = LATIN_OF.get(character) ?? character;
    if (PLAIN.test(latin) || LETTER.test(latin)) key += latin;
  }
  return key.replaceAll("rn", "m").replaceAll("vv", "w");
}
