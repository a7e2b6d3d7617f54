import { setTimeout as wait } from "node:timers/promises";

/** How long we go on asking while another process holds the lock of a file, in milliseconds. */
export const BUSY_PATIENCE_MS = 3000;
/** How long we wait at most between two times, in milliseconds: others are served meanwhile. */
const BUSY_PAUSE_MS = 20;
/** Low byte of SQLite's result codes: another connection holds the lock (https://www.sqlite.org/rescode.html#busy). */
const SQLITE_BUSY = 5;
/** There is no room left, on the disk or in what the file may take. */
const SQLITE_FULL = 13;

/**
 * Does what SQLite refuses while another process holds the file's lock again and again, and gives the thread back in
 * between: SQLite's own waiting would hold up every other request. Throws SQLite's error when patience runs out.
 */
export async function whenFree<T>(work: () => T, patienceMs = BUSY_PATIENCE_MS): Promise<T> {
  for (let waited = 0; ;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
    }
    // Of random length: two processes that wait equally long find the lock held by each other every time.
    const pause = 1 + Math.random() * (BUSY_PAUSE_MS - 1);
    await wait(pause);
    waited += pause;
  }
}

/** Whether SQLite refused because another connection holds the lock. */
export function isBusy(error: unknown): boolean {
  return isRefusal(error, SQLITE_BUSY);
}

/** Whether SQLite refused because there is no room left. */
export function isFull(error: unknown): boolean {
  return isRefusal(error, SQLITE_FULL);
}

function isRefusal(error: unknown, code: number): boolean {
  return (
    error instanceof Error &&
    "errcode" in error &&
    typeof error.errcode === "number" &&
    (error.errcode & 0xff) === code
  );
}
