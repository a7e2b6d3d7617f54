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

/** The line that says most of what was looked for, cut to size and marked; the first line when none says anything of it. */
export function excerptOf(lines: readonly string[], isMatch: IsMatch): Segment[] {
  let best = markMatches(lines[0] ?? "", isMatch);
  let most = differentMatches(best);
  for (const line of lines.slice(1)) {
    const marked = markMatches(line, isMatch);
    const matches = differentMatches(marked);
    if (matches > most) [best, most] = [marked, matches];
  }
  return cut(best);
}

function differentMatches(segments: readonly Segment[]): number {
  return new Set(segments.filter(({ isMatch }) => isMatch).map(({ text }) => text.toLowerCase())).size;
}

function cut(segments: readonly Segment[]): Segment[] {
  const shown: Segment[] = [];
  let left = EXCERPT_LENGTH;
  for (const [at, { text, isMatch }] of segments.entries()) {
    if (left <= 0) break;
    // Only the first one may be far from the match.
    const beginning = at === 0 && !isMatch && segments.length > 1 ? lastWords(text, LEAD_LENGTH) : text;
    const fitting = isMatch ? beginning : firstWords(beginning, left);
    shown.push({ text: fitting, isMatch });
    left -= beginning.length;
  }
  const isWhole = left > 0 || (shown.length === segments.length && left === 0);
  return isWhole || shown.at(-1)?.text.endsWith("…") ? shown : [...shown, { text: "…", isMatch: false }];
}

function firstWords(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[^\p{L}\d]*[\p{L}\d]*$/u, "")}…`;
}

function lastWords(text: string, length: number): string {
  return text.length <= length ? text : `…${text.slice(-length).replace(/^[\p{L}\d]*[^\p{L}\d]*/u, "")}`;
}
