import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";
import { ownFile, ownFolder } from "./own-files.ts";

export type Row = Record<string, SQLOutputValue>;

/** The few things we ask of SQLite. Statements are prepared once. */
export interface Sql {
  get(sql: string, ...values: SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: SQLInputValue[]): Row[];
  /** The number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** Runs `work` as one transaction: all of it, or none when it throws. No other process comes between. */
  transaction<T>(work: () => T): T;
  /** Runs `work`, which only reads, on one state of the file; waits for nobody. */
  snapshot<T>(work: () => T): T;
  close(): void;
}

/** How long we wait, thread and all, for another process that makes the same file at the same time, in milliseconds. */
const MAKING_TIMEOUT_MS = 2000;
/**
 * Bytes of a page of new files; others keep what they were made with. A favour changes a row in each of a hundred pages, and each of them is
 * copied, summed and written whole: half of SQLite's own size is half of that (docs/decisions/0034).
 */
const PAGE_SIZE = 2048;
/** Once the file is made SQLite says at once that another process holds the lock: who asks waits without the thread. */
const DONT_WAIT = "PRAGMA busy_timeout = 0";

/**
 * Opens the file, makes it if it is not there, and lets `makeTables` see to its tables. What was committed is on the disk when `transaction` comes back
 * (`synchronous=FULL`), whatever happens to the process afterwards. While another process holds the lock, methods throw
 * SQLite's "busy" at once (`whenFree`).
 */
export function openDatabase(file: string, makeTables: (database: DatabaseSync) => void): Sql {
  ownFolder(dirname(file));
  ownFile(file);
  const database = new DatabaseSync(file, { timeout: MAKING_TIMEOUT_MS, enableForeignKeyConstraints: true });
  const statements = new Map<string, StatementSync>();

  function statement(sql: string): StatementSync {
    const kept = statements.get(sql);
    if (kept) return kept;
    const made = database.prepare(sql);
    statements.set(sql, made);
    return made;
  }

  function within<T>(begin: "BEGIN" | "BEGIN IMMEDIATE", work: () => T): T {
    database.exec(begin);
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  }

  // Before anything is written: later it would say nothing.
  database.exec(
    `PRAGMA page_size = ${String(PAGE_SIZE)}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`,
  );
  makeTables(database);
  database.exec(DONT_WAIT);

  return {
    get: (sql, ...values) => statement(sql).get(...values),
    all: (sql, ...values) => statement(sql).all(...values),
    run: (sql, ...values) => Number(statement(sql).run(...values).changes),
    // Within another transaction it is a part of that one.
    transaction: (work) => (database.isTransaction ? work() : within("BEGIN IMMEDIATE", work)),
    snapshot: (work) => within("BEGIN", work),
    close: () => database.close(),
  };
}
