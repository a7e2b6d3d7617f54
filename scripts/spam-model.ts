import { writeFile } from "node:fs/promises";
import prettier from "prettier";
import { foldForSpam } from "../src/domain/suspicion/fold-for-spam.ts";
import { tracesOf } from "../src/domain/suspicion/wording.ts";
import { readHand, textOf, type CorpusLine } from "./spam-corpus.ts";
import { regress } from "./spam-regression.ts";

/** The hands that the model learns from; `c` and `d` are of one writer, who wrote the patterns too. */
export const LEARNT_HANDS = ["a", "b", "c", "d", "f", "h", "i"] as const;
/** What is added to each count, so that a word seen once proves little. */
const SMOOTHING = 0.5;
/** How much of its weight a trace has from regression. */
const REGRESSION_PART = 0.5;
/** Weights are whole fifths, so that words of one weight stand on one line. */
const FIFTHS = 5;
const TARGET = new URL("../src/domain/suspicion/model.ts", import.meta.url);

/**
 * For each trace that may come again, how much it speaks for fraud or spam: how much likelier a bad text has it, as a logarithm (naive
 * Bayes), and a part of what regression makes of it.
 */
export function train(lines: readonly CorpusLine[]): ReadonlyMap<string, number> {
  const texts = lines.map((line) => ({
    bad: line.label !== "innocent",
    traces: [...tracesOf(foldForSpam(textOf(line))).keys()],
  }));
  const counts = new Map<string, { good: number; bad: number }>();
  for (const { bad, traces } of texts) {
    for (const trace of traces) {
      const count = counts.get(trace) ?? { good: 0, bad: 0 };
      count[bad ? "bad" : "good"] += 1;
      counts.set(trace, count);
    }
  }
  // What stands in one text only says nothing.
  const kept = [...counts].filter(([, { good, bad }]) => good + bad > 1);
  const numbers = new Map(kept.map(([trace], number) => [trace, number] as const));
  const samples = texts.map(({ bad, traces }) => ({
    bad,
    traces: traces.map((trace) => numbers.get(trace)).filter((number) => number !== undefined),
  }));
  const regressed = regress(samples, kept.length);
  const bad = texts.filter((text) => text.bad).length;
  const share = (count: number, all: number) => Math.log((count + SMOOTHING) / (all + 2 * SMOOTHING));
  const weights = kept.map(([trace, count], number) => {
    const bayes = share(count.bad, bad) - share(count.good, texts.length - bad);
    const weight = bayes + REGRESSION_PART * (regressed[number] ?? 0);
    return [trace, Math.round(FIFTHS * weight) / FIFTHS] as const;
  });
  // A trace that weighs nothing is known all the same.
  return new Map(weights.map(([trace, weight]) => [trace, weight === 0 ? 0 : weight]));
}

/** The model as a source file: a line of stems for each weight in fifths. */
export function toSource(weights: ReadonlyMap<string, number>): string {
  const lines = Map.groupBy([...weights], ([, weight]) => Math.round(weight * FIFTHS));
  const rows = [...lines]
    .sort(([one], [other]) => one - other)
    .map(
      ([fifths, stems]) =>
        `[${String(fifths)}, ${JSON.stringify(
          stems
            .map(([stem]) => stem)
            .sort()
            .join(" "),
        )}],`,
    );
  return `/** Made by \`scripts/spam-model.ts\` from texts of ours: a weight in fifths, and the stems, pairs (\`_\`) and turns (\`<>\`) that weigh it. */
export const MODEL: readonly (readonly [fifths: number, stems: string])[] = [${rows.join("\n")}];\n`;
}

if (process.argv[1] === import.meta.filename) {
  const lines = (await Promise.all(LEARNT_HANDS.map((hand) => readHand(hand)))).flat();
  const source = toSource(train(lines));
  await writeFile(TARGET, await prettier.format(source, { parser: "typescript", printWidth: 110 }));
}
