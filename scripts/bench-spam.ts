import { assess } from "../src/domain/suspicion/assess.ts";
import { wordingOf } from "../src/domain/suspicion/wording.ts";
import { readHand, textOf, type CorpusLine } from "./spam-corpus.ts";
import { train } from "./spam-model.ts";

/** The hands that are learnt from, by who wrote them: each writer is left out in turn. */
const WRITERS = [["a"], ["b"], ["c", "d"], ["f"], ["h"]] as const;
/** In other languages: without it the model knows none of them, so that it is never left out. */
const LANGUAGES_HAND = "i";
/**
 * Written by people who didn't see the rules; nobody who tunes reads them. What was held when they were measured stands in docs/rules.md.
 */
const MEASURED_HANDS = ["e", "g"] as const;

/** Whether a text would be held: sent by somebody who took a minute, so that only its words count. */
function isHeld(line: CorpusLine, known?: ReadonlyMap<string, number>): boolean {
  return assess({ texts: [textOf(line)], honeypot: "", stampAge: 60_000 }, (folded) =>
    wordingOf(folded, known),
  ).hold;
}

/** Each text of the hands that are learnt from, and whether a model that learnt from the other writers only would hold it. */
export async function leftOut(): Promise<readonly { hand: string; line: CorpusLine; held: boolean }[]> {
  const read = await Promise.all(
    WRITERS.flat().map(async (hand) => ({ hand, lines: await readHand(hand) }) as const),
  );
  const languages = await readHand(LANGUAGES_HAND);
  return WRITERS.flatMap((writer) => {
    const isOut = (hand: string) => writer.some((out) => out === hand);
    const learnt = read.filter(({ hand }) => !isOut(hand)).flatMap(({ lines }) => lines);
    const known = train([...learnt, ...languages]);
    return read
      .filter(({ hand }) => isOut(hand))
      .flatMap(({ hand, lines }) => lines.map((line) => ({ hand, line, held: isHeld(line, known) })));
  });
}

type Judged = Awaited<ReturnType<typeof leftOut>>;

/** The share that is held. */
export function heldShare(judged: Judged): number {
  return judged.length === 0 ? 0 : judged.filter(({ held }) => held).length / judged.length;
}

function printShares(title: string, judged: Judged): void {
  console.log(title);
  for (const label of ["innocent", "fraud", "spam"] as const) {
    for (const kind of ["job", "offer", "comment", "all"] as const) {
      const some = judged.filter(
        ({ line }) => line.label === label && (kind === "all" || line.kind === kind),
      );
      if (some.length === 0) continue;
      const held = some.filter((one) => one.held).length;
      console.log(
        `  ${label.padEnd(9)}${kind.padEnd(8)} held ${String(held).padStart(3)}, passed ${String(some.length - held).padStart(3)}  (${(100 * heldShare(some)).toFixed(1)} % held)`,
      );
    }
  }
}

async function print(): Promise<void> {
  const judged = await leftOut();
  printShares("All hands that are learnt from, each writer left out in turn", judged);
  for (const writer of WRITERS) {
    const some = judged.filter(({ hand }) => writer.some((out) => out === hand));
    printShares(`Hand ${writer.join(" and ")}, left out`, some);
  }
  for (const hand of MEASURED_HANDS) {
    const lines = await readHand(hand);
    printShares(
      `Hand ${hand} (only measured)`,
      lines.map((line) => ({ hand, line, held: isHeld(line) })),
    );
  }
}

if (process.argv[1] === import.meta.filename) await print();
