import { asRead, latinOf } from "../domain/suspicion/as-read.ts";

/** Digits and signs of the keyboard that names are written with instead of letters. In texts they are prices and addresses. */
const INSTEAD_OF_LETTERS: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "8": "b",
  "3": "e",
  "9": "g",
  "1": "i",
  "|": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "6": "b",
  "7": "t",
  "+": "t",
  "2": "z",
};

/** Nearly every character is one of these: the classes of all the world's letters are not made for it. */
const PLAIN = /[a-z0-9]/;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * Two names with the same key look the same to a reader: case, accents, spaces, punctuation, digits for letters and signs of other
 * alphabets that resemble a Latin letter make no difference, nor do pairs of letters that look like one (`rn` and `m`, `cl` and `d`).
 * For comparing only, never for showing.
 *
 * @example confusableKey("Mаkethejοbs") === confusableKey("MAKE the JOBS") // Cyrillic а, Greek ο
 */
export function confusableKey(name: string): string {
  let key = "";
  // At a word's end they are what they are.
  for (const sign of asRead(name).replace(/[!+]+(?=\s|$)/gu, "")) {
    const letter = INSTEAD_OF_LETTERS[sign] ?? latinOf(sign);
    if (PLAIN.test(letter) || LETTER.test(letter)) key += letter;
  }
  return key.replaceAll("l", "i").replaceAll("rn", "m").replaceAll("vv", "w").replaceAll("ci", "d");
}
