/* Characters that nobody types on purpose in prose: controls, and marks that reverse or hide what stands beside them. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/**
 * Text as it may be shown: well-formed Unicode, `\n` for every kind of line end, no controls and no characters that turn
 * the direction of what surrounds them (they can make a page say something else than its source).
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(CONTROLS, "");
}

/** One line of it: for subjects, headers and names. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/gu, " ").trim();
}
