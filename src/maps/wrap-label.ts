/**
 * Widths of letters in the text face, in ems: there is no browser at build time to measure with. Rounded up, so that a box
 * is rather too wide than too narrow with any system font.
 */
const NARROW = 0.34;
const WIDE = 0.92;
const CAPITAL = 0.72;
const USUAL = 0.58;

/** About how wide a text is, in pixels, at this size of letter. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ijlítfr .,:;!¡'()|]/.test(letter)) ems += NARROW;
    else if (/[mwMW@%…—]/.test(letter)) ems += WIDE;
    else if (/\p{Lu}/u.test(letter)) ems += CAPITAL;
    else ems += USUAL;
  }
  return ems * fontSize;
}

/** Breaks a label at its spaces into lines of about equal length, none wider than `maxWidth` unless one word is. */
export function wrapLabel(text: string, maxWidth: number, fontSize: number): string[] {
  const lineCount = Math.ceil(textWidth(text, fontSize) / maxWidth);
  for (let target = textWidth(text, fontSize) / lineCount; target < maxWidth; target += fontSize) {
    const lines = fill(text, target, fontSize);
    if (lines.length <= lineCount) return lines;
  }
  return fill(text, maxWidth, fontSize);
}

function fill(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = `${last ?? ""} ${word}`;
    if (last !== undefined && textWidth(longer, fontSize) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
