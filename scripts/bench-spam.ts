import { assess } from "../src/domain/suspicion/assess.ts";
import { readHand, textOf, type CorpusLine } from "./spam-corpus.ts";

const HANDS = ["a", "b", "c", "d"] as const;
/** What the bars ask of hands that nothing was tuned on. */
export const INNOCENTS_HELD_MAX = 0.05;
export const FRAUDS_HELD_MIN = 0.85;
/** The hand whose texts nobody who wrote the rules has read. */
export const UNSEEN_HAND = "b";

/** Whether a text would be held: sent by somebody who took a minute, so that only its words count. */
export function isHeld(line: CorpusLine): boolean {
  return assess({ texts: [textOf(line)], honeypot: "", stampAge: 60_000 }).hold;
}

/** The share of these lines that is held. */
export function heldShare(lines: readonly CorpusLine[]): number {
  return lines.length === 0 ? 0 : lines.filter(isHeld).length / lines.length;
}

async function print(): Promise<void> {
  for (const hand of HANDS) {
    const lines = await readHand(hand);
    console.log(`Hand ${hand}${hand === UNSEEN_HAND ? " (the bar: nothing learnt from it)" : ""}`);
    for (const label of ["innocent", "fraud", "spam"] as const) {
      for (const kind of ["job", "offer", "comment", "all"] as const) {
        const some = lines.filter((line) => line.label === label && (kind === "all" || line.kind === kind));
        const held = some.filter(isHeld).length;
        const percent = (100 * heldShare(some)).toFixed(1);
        console.log(
          `  ${label.padEnd(9)}${kind.padEnd(8)} held ${String(held).padStart(3)}, passed ${String(some.length - held).padStart(3)}  (${percent} % held)`,
        );
      }
    }
  }
}

if (process.argv[1] === import.meta.filename) await print();
