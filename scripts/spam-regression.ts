/** How strongly weights are kept small, so that a word of few texts proves little. */
const SMALLNESS = 0.03;
/** Rounds of learning; more change the weights no longer. */
const ROUNDS = 60;
/** How far a weight moves in its first round; less in each that follows. */
const STEP = 0.5;
/** As `wordingOf` does: a text of three traces is not judged by one of them. */
const SHORT_TEXT_TRACES = 5;

/** What a text is made of, by number, and whether it is a fraud or spam. */
export interface Sample {
  readonly traces: readonly number[];
  readonly bad: boolean;
}

/**
 * Logistic regression: weights under which the samples of both sides come out as what they are. Words that stand together share what
 * naive Bayes counts for each of them. No chance is in it: the same samples make the same weights.
 */
export function regress(samples: readonly Sample[], traces: number): Float64Array {
  const weights = new Float64Array(traces);
  const moved = new Float64Array(traces).fill(1e-6);
  const bad = samples.filter((sample) => sample.bad).length;
  let bias = 0;
  let biasMoved = 1e-6;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = weights.map((weight) => SMALLNESS * weight);
    let biasSlope = 0;
    for (const sample of samples) {
      const scale = 1 / Math.sqrt(sample.traces.length + SHORT_TEXT_TRACES);
      const sum = sample.traces.reduce((total, trace) => total + (weights[trace] ?? 0), 0);
      const likely = 1 / (1 + Math.exp(-bias - sum * scale));
      // Both sides weigh the same, however many texts each has.
      const share = samples.length / 2 / (sample.bad ? bad : samples.length - bad);
      const error = (likely - (sample.bad ? 1 : 0)) * share;
      biasSlope += error;
      for (const trace of sample.traces) slopes[trace] = (slopes[trace] ?? 0) + error * scale;
    }
    biasMoved += biasSlope ** 2;
    bias -= (STEP * biasSlope) / Math.sqrt(biasMoved);
    for (const [trace, slope] of slopes.entries()) {
      moved[trace] = (moved[trace] ?? 0) + slope ** 2;
      weights[trace] = (weights[trace] ?? 0) - (STEP * slope) / Math.sqrt(moved[trace] ?? 1);
    }
  }
  return weights;
}
