/** Every sign that ends a line: CR LF, CR, VT, FF, NEL, line and paragraph separators (Unicode, UAX 14). */
const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
/** Controls but line feed, and the code points that say that something else stands in their place. */
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufff9-\ufffc]/gu;
/**
 * What shows nothing and belongs to no script: all that is `INVISIBLE` but joiners (Persian, Indic, families of emoji), the marks of
 * direction that people who write Arabic type, and the choice between a sign as text and as emoji.
 */
const FILLERS = /(?![\u200c-\u200f\ufe00-\ufe0f])[\p{Default_Ignorable_Code_Point}\u2065\u2800]/gu;
/** The flags of England, Scotland and Wales are spelled with invisible letters behind a black flag. */
const FLAG = /\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{2,6}\u{e007f}/gu;
/** More marks on one letter than any language writes: they would paint over the lines above and below. */
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** Nearly every text has one of these: the classes of all the world's letters are not made for it. */
const VISIBLE_ASCII = /[!-~]/;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/**
 * A text of several lines as it is stored and shown: well-formed Unicode in NFC, a line feed for every kind of line end, no controls,
 * nothing that turns the direction of what stands around it, nothing invisible, trimmed.
 */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replace(LINE_ENDS, "\n").replace(/\t/g, "    ").replace(CONTROLS, "");
  const cleaned = withoutFillers(lines).normalize("NFC").replace(PILED_MARKS, "$1").trim();
  return cleaned === "" || VISIBLE_ASCII.test(cleaned) || VISIBLE.test(cleaned) ? cleaned : "";
}

/** Nearly every text is plain: the class of all ignorable signs is not made for it. */
const PLAIN = /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u20ac«»“”‘’–—…]*$/;

function withoutFillers(text: string): string {
  if (PLAIN.test(text)) return text;
  const flags = text.match(FLAG) ?? [];
  const parts = text.split(FLAG).map((part) => part.replace(FILLERS, ""));
  return parts.map((part, place) => part + (flags[place] ?? "")).join("");
}

/** A text of one line: as `cleanText`, with every run of blanks turned into one space. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ");
}

/** Length as people count it most nearly and as the limits are given: in code points. */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
