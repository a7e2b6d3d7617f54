/** A stretch of a text; what was looked for is a stretch of its own. */
export interface Segment {
  readonly text: string;
  readonly isMatch: boolean;
}

type IsMatch = (word: string) => boolean;

const WORDS = /([\p{L}\d]+)/u;
/** What fits in two or three lines of a result. */
const EXCERPT_LENGTH = 190;
/** How much is shown before the first match when a line has to be cut. */
const LEAD_LENGTH = 60;

/** Cuts a text where what was looked for begins and ends. */
export function markMatches(text: string, isMatch: IsMatch): Segment[] {
  const segments: { text: string; isMatch: boolean }[] = [];
  // Splitting by a group keeps it: every other piece is a word.
  for (const [at, piece] of text.split(WORDS).entries()) {
    if (piece === "") continue;
    const matches = at % 2 === 1 && isMatch(piece.normalize("NFC").toLowerCase());
    const last = segments.at(-1);
    if (last?.isMatch === matches) last.text += piece;
    else segments.push({ text: piece, isMatch: matches });
  }
  return segments;
}

/**
 * The line that says most of what was looked for, cut to size and marked; the first line when none says anything of it.
 * `told`: what the reader sees in the title, and need not be shown again.
 */
export function excerptOf(
  lines: readonly string[],
  isMatch: IsMatch,
  told: readonly Segment[] = [],
): Segment[] {
  const seen = matchesIn(told);
  const newIn = (segments: readonly Segment[]): number =>
    [...matchesIn(segments)].filter((word) => !seen.has(word)).length;
  const [first = [], ...others] = lines.map((line) => markMatches(line, isMatch));
  return cut(others.reduce((best, line) => (newIn(line) > newIn(best) ? line : best), first));
}

function matchesIn(segments: readonly Segment[]): Set<string> {
  return new Set(segments.filter(({ isMatch }) => isMatch).map(({ text }) => text.toLowerCase()));
}

function cut(segments: readonly Segment[]): Segment[] {
  if (segments.map(({ text }) => text).join("").length <= EXCERPT_LENGTH) return [...segments];
  const shown: Segment[] = [];
  let left = EXCERPT_LENGTH;
  for (const [at, { text, isMatch }] of segments.entries()) {
    // Only the first one may be far from the match.
    const near = at === 0 && !isMatch && segments.length > 1 ? lastWords(text, LEAD_LENGTH) : text;
    shown.push({ text: isMatch ? near : firstWords(near, left), isMatch });
    left -= near.length;
    if (left > 0) continue;
    if (isMatch) shown.push({ text: "…", isMatch: false });
    break;
  }
  return shown;
}

function firstWords(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[^\p{L}\d]*[\p{L}\d]*$/u, "")}…`;
}

function lastWords(text: string, length: number): string {
  return text.length <= length ? text : `…${text.slice(-length).replace(/^[\p{L}\d]*[^\p{L}\d]*/u, "")}`;
}
