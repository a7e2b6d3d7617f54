import { afterFailure } from "../../src/domain/feedback/failing-runs.ts";
import type { Run } from "../../src/domain/records/failing-run.ts";
import type { Services } from "../../src/services.ts";
import { reportFailure } from "../http/report.ts";

/** Told of a step that failed, while the run goes on with the next. */
export type Failed = (step: string, error: unknown) => void;

/**
 * Runs something by the clock and counts in the store how often it failed in a row, so that the owner hears of it once. While the store
 * itself is down nothing can be counted, and nobody is told from here (docs/operating.md).
 * @param works whether a run without failures shows that it works; one that had nothing to do may not.
 */
export async function watched<T>(
  run: Run,
  services: Services,
  work: (failed: Failed) => Promise<T>,
  works: (result: T) => boolean = () => true,
): Promise<T> {
  const failures: string[] = [];
  const failed: Failed = (step, error) => {
    reportFailure(step, error);
    failures.push(`${step} (${error instanceof Error ? error.name : typeof error})`);
  };
  try {
    const result = await work(failed);
    if (failures.length > 0 || works(result)) await count(run, failures.at(-1) ?? null, services);
    return result;
  } catch (error) {
    failed(run, error);
    await count(run, failures.at(-1) ?? null, services);
    throw error;
  }
}

/** @param what the last failure; null: it worked. */
async function count(run: Run, what: string | null, { store, outbox, config, now }: Services): Promise<void> {
  try {
    const before = await store.failingRun(run);
    if (what === null) {
      if (before !== null) await store.forgetFailures(run);
      return;
    }
    const decided = afterFailure(before, { run, what, owner: config.mailOwner }, now());
    // Whoever was faster counted; two at once are one failure.
    if (!(await store.countFailure(run, before, decided, now()))) return;
    await outbox.deliver(decided.mails.map(({ id }) => id));
  } catch (error) {
    reportFailure("count a failed run", error);
  }
}
