import type { Mend } from "./content-fault.ts";

/** The text with what belongs there. Of two that overlap the first is done; the other is found again when it still applies. */
export function withMends(text: string, mends: readonly Mend[]): string {
  let done = 0;
  let mended = "";
  for (const { start, end, text: instead } of [...mends].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < done) continue;
    mended += text.slice(done, start) + instead;
    done = end;
  }
  return mended + text.slice(done);
}
