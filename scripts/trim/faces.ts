/** The build tells families apart by a hash of 16 digits, which no compression makes shorter; a page has one of each name. */
const HASHED = /-[0-9a-f]{16}(?=["',; ])/g;
const DEFAULTS = /;font-(?:style:normal|weight:400)(?=[;}])/g;
/** The measures of a fallback, to four decimals: a tenth of a percent is less than a pixel in a heading. */
const MEASURE = /(?<=(?:size-adjust|-override):)\d+\.\d+(?=%)/g;

/** The faces of a page in as few bytes as they need. */
export function shortFaces(css: string): string {
  return css
    .replace(/@font-face\{[^}]*\}/g, (face) => face.replace(DEFAULTS, ""))
    .replace(HASHED, "")
    .replaceAll(" fallback: Arial", " Arial")
    .replace(MEASURE, (value) => String(Math.round(Number(value) * 10) / 10));
}
