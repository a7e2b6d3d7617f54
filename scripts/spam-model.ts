import { writeFile } from "node:fs/promises";
import prettier from "prettier";
import { foldForSpam } from "../src/domain/suspicion/fold-for-spam.ts";
import { tracesOf } from "../src/domain/suspicion/wording.ts";
import { readHand, textOf, type CorpusLine } from "./spam-corpus.ts";

/** The hands that the model learns from; `c` and `d` are of one writer, who wrote the patterns too. */
export const LEARNT_HANDS = ["a", "b", "c", "d", "f"] as const;
/** What is added to each count, so that a word seen once proves little. */
const SMOOTHING = 0.5;
/** Weights are whole tenths, so that words of one weight stand on one line. */
const TENTHS = 10;
const TARGET = new URL("../src/domain/suspicion/model.ts", import.meta.url);

/** For each trace that may come again: how much likelier a text with it is a fraud or spam, as a logarithm. */
export function train(lines: readonly CorpusLine[]): ReadonlyMap<string, number> {
  const totals = [0, 0];
  const counts = new Map<string, [number, number]>();
  for (const line of lines) {
    const side = line.label === "innocent" ? 0 : 1;
    totals[side] = (totals[side] ?? 0) + 1;
    for (const stem of tracesOf(foldForSpam(textOf(line))).keys()) {
      const count = counts.get(stem) ?? [0, 0];
      count[side] += 1;
      counts.set(stem, count);
    }
  }
  // A pair that stands in one text only says nothing.
  const isKept = (stem: string, [good, bad]: readonly [number, number]) =>
    good + bad > 1 || !stem.includes("_");
  const share = (count: number, all: number) => Math.log((count + SMOOTHING) / (all + 2 * SMOOTHING));
  const weights = [...counts]
    .filter(([stem, count]) => isKept(stem, count))
    .map(
      ([stem, [good, bad]]) =>
        [
          stem,
          Math.round(TENTHS * (share(bad, totals[1] ?? 0) - share(good, totals[0] ?? 0))) / TENTHS,
        ] as const,
    );
  return new Map(weights.filter(([, weight]) => weight !== 0));
}

/** The model as a source file: a line of stems for each weight in tenths. */
export function toSource(weights: ReadonlyMap<string, number>): string {
  const lines = Map.groupBy([...weights], ([, weight]) => Math.round(weight * TENTHS));
  const rows = [...lines]
    .sort(([one], [other]) => one - other)
    .map(
      ([tenths, stems]) =>
        `[${String(tenths)}, ${JSON.stringify(
          stems
            .map(([stem]) => stem)
            .sort()
            .join(" "),
        )}],`,
    );
  return `/** Made by \`scripts/spam-model.ts\` from texts of ours: a weight in tenths, and the stems, pairs (\`_\`) and turns (\`<>\`) that weigh it. */
export const MODEL: readonly (readonly [tenths: number, stems: string])[] = [${rows.join("\n")}];\n`;
}

if (process.argv[1] === import.meta.filename) {
  const lines = (await Promise.all(LEARNT_HANDS.map((hand) => readHand(hand)))).flat();
  const source = toSource(train(lines));
  await writeFile(TARGET, await prettier.format(source, { parser: "typescript", printWidth: 110 }));
}
