/** What the card's font can draw, in both of its weights: every character that its two files have, but lone combining marks. */
const IN_FONT =
  /^[\u0020-\u007e\u00a0-\u00a3\u00a5-\u00ac\u00ae-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126-\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u014a-\u014d\u0150-\u015b\u015e-\u0161\u0164\u0165\u0168-\u017e\u01a0\u01a1\u01af\u01b0\u01cd\u01ce\u0218-\u021b\u0237\u02c6\u02c7\u02da\u02dc\u02dd\u1e80-\u1e85\u1e9e\u1ef2-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020\u2022\u2026\u2032\u2033\u2039\u203a\u2044\u20a1\u20a4\u20a6\u20a8\u20a9\u20ab-\u20ae\u20b1\u20b2\u20b4\u20b5\u20b8-\u20ba\u20bc-\u20bf\u2113\u2122\u2191\u2193\u2212]$/u;
/** Signs that the font lacks, though it has one that says the same. */
const SAME_SAID: readonly (readonly [RegExp, string])[] = [
  [/\p{Pd}/u, "–"],
  [/\s/u, " "],
  [/[\u201f\u301d-\u301f]/u, "\u201d"],
];

/**
 * The text with every character that the card's font lacks spelled with those it has («ệ» → «e», «①» → «1») or, as emoji and other
 * scripts, left out. What is left may have no letter at all: "" then.
 */
export function drawable(text: string): string {
  const drawn = Array.from(text.normalize("NFC"), drawnCharacter)
    .join("")
    .replace(/\(\s*\)|\[\s*\]|«\s*»|“\s*”|"\s*"/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:!?)\]»”…])/g, "")
    .replace(/([([«“¿¡]) /g, "$1")
    .trim();
  return /[\p{L}\p{N}]/u.test(drawn) ? drawn : "";
}

function drawnCharacter(character: string): string {
  if (IN_FONT.test(character)) return character;
  for (const [sign, same] of SAME_SAID) if (sign.test(character)) return same;
  // Joiners, selectors and marks stand inside of a word: nothing takes their place.
  if (/[\p{M}\p{Cf}]/u.test(character)) return "";
  const spelled = Array.from(character.normalize("NFKD")).filter((part) => IN_FONT.test(part));
  return spelled.length > 0 ? spelled.join("") : " ";
}
