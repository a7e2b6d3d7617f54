import { whenFree } from "./busy.ts";
import type { Sql } from "./database.ts";

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes that wait at the same moment share one transaction, and each is answered once that is on the disk: sixteen visitors wait for
 * the disk once and not sixteen times. One that fails undoes only its own changes.
 */
export function createGroup(sql: Sql): <T>(work: () => T) => Promise<T> {
  let waiting: Waiting[] = [];

  async function write(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const [alone, ...others] = group;
      if (alone && others.length === 0) {
        // What can be undone by itself costs SQLite a second journal.
        alone.resolve(await whenFree(() => sql.transaction(alone.work)));
        return;
      }
      const outcomes = await whenFree(() => sql.together(group.map(({ work }) => work)));
      for (const [at, { resolve, reject }] of group.entries()) {
        const outcome = outcomes[at];
        if (outcome?.status === "fulfilled") resolve(outcome.value);
        else reject(outcome?.reason);
      }
    } catch (error) {
      // The transaction itself failed: nothing of it is there.
      for (const { reject } of group) reject(error);
    }
  }

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      // After what has arrived by now was read: those are the ones that wait together.
      if (waiting.length === 1) setImmediate(() => void write());
    });
}
