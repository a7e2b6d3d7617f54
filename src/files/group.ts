import { isBusy, whenFree } from "./busy.ts";
import type { Sql } from "./database.ts";

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes that wait at the same moment share one transaction, and each is answered once that is on the disk: sixteen visitors wait for
 * the disk once and not sixteen times. When one of them throws, all are undone and each is done again in a transaction of its own, so
 * that only what failed is missing: what is handed in must not change anything but the file.
 */
export function createGroup(sql: Sql): <T>(work: () => T) => Promise<T> {
  let waiting: Waiting[] = [];

  async function write(): Promise<void> {
    const group = waiting;
    waiting = [];
    try {
      const values = await whenFree(() => sql.transaction(() => group.map(({ work }) => work())));
      for (const [at, { resolve }] of group.entries()) resolve(values[at]);
    } catch (error) {
      // Something that throws is rare. A savepoint for each would cost every write a copy of the pages that it changes.
      if (group.length > 1 && !isBusy(error)) await Promise.all(group.map(writeAlone));
      // What waited for another process has waited its time, and has changed nothing.
      else for (const { reject } of group) reject(error);
    }
  }

  async function writeAlone({ work, resolve, reject }: Waiting): Promise<void> {
    try {
      resolve(await whenFree(() => sql.transaction(work)));
    } catch (error) {
      reject(error);
    }
  }

  return <T>(work: () => T) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
      // After what has arrived by now was read: those are the ones that wait together.
      if (waiting.length === 1) setImmediate(() => void write());
    });
}
