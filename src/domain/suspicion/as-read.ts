import { LOOKALIKES } from "./lookalikes.ts";
import { withoutMarks } from "../kernel/fold.ts";

const BEYOND_ASCII = /[^\x00-\x7f]/;
/** Signs that nobody sees and that stand between letters to get past filters: all that Unicode calls ignorable, and Braille's blank. */
export const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2065\u2800]/gu;

/** Letters, and letters drawn as signs (on circles, on squares, of flags): in a text "50€" is an amount and not "50e". */
const LETTER = /[\p{L}\u{1f130}-\u{1f1ff}]/u;

/**
 * A text as its reader takes it, in lower case and without marks: what nobody sees is left out, and a sign that looks like a Latin
 * letter is that letter (`νіаgrа` in Greek and Cyrillic → "viagra"). For comparing only, never for showing.
 */
export function asRead(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  const folded = withoutMarks(text.replace(INVISIBLE, "").normalize("NFKC").toLowerCase());
  if (!BEYOND_ASCII.test(folded)) return folded;
  return Array.from(folded, (sign) => (LETTER.test(sign) ? latinOf(sign) : sign)).join("");
}

/** The Latin letter, or two, that a sign looks like; the sign itself where it looks like none. Takes what `asRead` gives. */
export function latinOf(sign: string): string {
  // Most texts have nothing but Latin letters.
  latin ??= new Map(
    Object.entries(LOOKALIKES).flatMap(([letters, signs]) =>
      Array.from(signs, (one) => [one, letters] as const),
    ),
  );
  return latin.get(sign) ?? sign;
}
let latin: ReadonlyMap<string, string> | null = null;
