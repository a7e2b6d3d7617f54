import type { Run, Token } from "./markdown-tokens.ts";

/**
 * Pairs the runs of `*` and `_` by CommonMark's rules (spec 0.31, "process emphasis"). Marks never reach across the
 * border of a link. Where no opener was found is remembered for each kind of run, which keeps it linear.
 */
export function pairEmphasis(tokens: readonly Token[]): void {
  let inside: Run[] = [];
  const outside: Run[] = [];
  let inLink = false;
  for (const token of tokens) {
    if (token.type === "linkStart") inLink = true;
    else if (token.type === "linkEnd") {
      pairRuns(inside);
      inside = [];
      inLink = false;
    } else if (token.type === "run") (inLink ? inside : outside).push(token);
  }
  pairRuns(outside);
}

function pairRuns(runs: readonly Run[]): void {
  const openers: Run[] = [];
  const bottoms = new Map<string, number>();
  for (const closer of runs) {
    while (closer.canClose && closer.left > 0) {
      const kind = `${closer.character}${String(closer.canOpen)}${String(closer.length % 3)}`;
      const bottom = bottoms.get(kind) ?? 0;
      let at = openers.length - 1;
      while (at >= bottom && !pairs(openers[at], closer)) at -= 1;
      const opener = at >= bottom ? openers[at] : undefined;
      if (!opener) {
        bottoms.set(kind, openers.length);
        break;
      }
      openers.length = at + 1; // What was opened in between stays text.
      for (const [key, value] of bottoms) if (value > at) bottoms.set(key, at + 1);
      const used = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
      const tag = used === 2 ? "strong" : "em";
      opener.opens.unshift(tag);
      closer.closes.push(tag);
      opener.left -= used;
      closer.left -= used;
      if (opener.left === 0) openers.pop();
    }
    if (closer.canOpen && closer.left > 0) openers.push(closer);
  }
}

/** The rule of three: `***a**b*` and the like pair as a reader expects. */
function pairs(opener: Run | undefined, closer: Run): boolean {
  if (!opener || opener.character !== closer.character) return false;
  if (!opener.canClose && !closer.canOpen) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
