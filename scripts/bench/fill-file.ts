import { DatabaseSync } from "node:sqlite";
import type { Decision } from "../../src/domain/records/decision.ts";
import type { Millis } from "../../src/domain/kernel/time.ts";
import { commitSteps } from "../../src/store/commit.ts";
import { FOR_EVER, type WriteStep } from "../../src/store/instructions.ts";

/** One row in so many is written after the others, so that pages are as full as those that grew: two thirds, and not to the brim. */
const LATER_ROWS = 4;

/**
 * Writes into an empty store's file what committing these one by one would leave there, its sets sorted first: a test holds both ways
 * together. Only for what commits of new favours do.
 */
export function fillFile(file: string, decisions: Iterable<Decision>, now: Millis): void {
  const database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  database.exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; BEGIN");
  const { sql: index } =
    database.prepare("SELECT sql FROM sqlite_schema WHERE name = 'member_of'").get() ?? {};
  database.exec("DROP INDEX member_of");
  database.exec("CREATE TEMP TABLE added (entry INTEGER, score REAL, member TEXT)");
  const addEntry = database.prepare("INSERT INTO entry (key, kind, text) VALUES (?, ?, ?) RETURNING id");
  const addMember = database.prepare("INSERT INTO added VALUES (?, ?, ?)");
  const sets = new Map<string, number>();
  const counters = new Map<string, number>();

  function setOf(key: string): number {
    const id = sets.get(key) ?? Number(addEntry.get(key, "set", "")?.["id"]);
    sets.set(key, id);
    return id;
  }

  function add({ name, keys: [key = ""], args: [first = "", second = ""] }: WriteStep): void {
    if (name === "zadd") addMember.run(setOf(key), Number(first), second);
    else if (name === "set" && second === FOR_EVER) addEntry.get(key, "text", first);
    else if (name === "incr" && second === FOR_EVER)
      counters.set(key, (counters.get(key) ?? 0) + Number(first));
    else throw new TypeError(`"${name}" is not what a commit of new favours does`);
  }

  for (const decision of decisions) commitSteps(decision, now).writes.forEach(add);
  for (const [key, number] of counters) addEntry.get(key, "text", String(number));
  for (const which of ["<>", "="]) {
    database.exec(
      `INSERT INTO member (entry, score, member) SELECT * FROM added
      WHERE rowid % ${String(LATER_ROWS)} ${which} 0 ORDER BY entry, score, member`,
    );
  }
  database.exec(
    "UPDATE entry SET size = counted.size FROM (SELECT entry, count(*) AS size FROM added GROUP BY entry) AS counted WHERE id = counted.entry",
  );
  database.exec(String(index));
  database.exec("COMMIT; DROP TABLE added");
  database.close();
}
