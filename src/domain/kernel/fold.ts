/** The marks of Latin letters are all that most texts have; the class of all the world's marks takes long to make. */
const LATIN_MARKS = /[\u0300-\u036f]+/g;
/** Anything that Latin letters and their marks don't need: other alphabets, but emoji and «€» as well. */
export const BEYOND_LATIN = /[\u0370-\uffff]/;

/** The letters of a text without their accents and other marks: "ñandú" → "nandu". What is written as one sign may become several. */
export function withoutMarks(text: string): string {
  const plain = text.normalize("NFKD").replace(LATIN_MARKS, "");
  return BEYOND_LATIN.test(plain) ? plain.replace(/\p{M}+/gu, "") : plain;
}

/** Lower case without accents, for comparing and searching: "Ñandú" → "nandu". Its length may differ from the text's. */
export function foldText(text: string): string {
  return withoutMarks(text).toLowerCase();
}
