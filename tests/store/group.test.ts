import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { openDatabase, type Sql } from "../../src/files/database.ts";
import { createGroup } from "../../src/files/group.ts";
import { makeTables } from "../../src/store/sqlite/tables.ts";

const folder = mkdtempSync(join(tmpdir(), "store-group-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let file = 0;
let sql: Sql;
/** How many transactions went to the disk. */
let transactions: number;
let write: ReturnType<typeof createGroup>;
beforeEach(() => {
  file += 1;
  sql = openDatabase(join(folder, `${String(file)}.sqlite`), makeTables);
  transactions = 0;
  write = createGroup({
    ...sql,
    transaction(work) {
      transactions += 1;
      return sql.transaction(work);
    },
  });
});

const add = (key: string) => (): number => sql.run("INSERT INTO entry (key, kind) VALUES (?, 'text')", key);
const keys = (): unknown[] => sql.all("SELECT key FROM entry ORDER BY key").map(({ key }) => key);

test("what waits at the same moment goes to the disk together, and what comes later next time", async () => {
  await Promise.all(["a", "b", "c"].map((key) => write(add(key))));
  await write(add("d"));
  expect(transactions).toBe(2);
  expect(keys()).toEqual(["a", "b", "c", "d"]);
});

test("one that fails is told so, and undoes only its own", async () => {
  const outcomes = await Promise.allSettled([
    write(add("a")),
    write(() => {
      add("b")();
      add("a")();
    }),
    write(add("c")),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(keys()).toEqual(["a", "c"]);
});

test("each sees what those before it wrote, and none is answered before all are on the disk", async () => {
  const other = openDatabase(join(folder, `${String(file)}.sqlite`), makeTables);
  const seen = await Promise.all([
    write(add("a")),
    write(() => keys().length),
    write(() => other.all("SELECT key FROM entry").length),
  ]);
  expect(seen.slice(1)).toEqual([1, 0]);
  expect(other.all("SELECT key FROM entry")).toHaveLength(1);
  other.close();
});

test("a file without room refuses what has none, in so many words of SQLite, and keeps the rest", async () => {
  await write(add("before"));
  sql.run("PRAGMA max_page_count = 1");
  const long = "x".repeat(200_000);
  const outcomes = await Promise.allSettled([write(add("a")), write(add(long)), write(add("c"))]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(String((outcomes[1] as PromiseRejectedResult).reason)).toMatch(/full/);
  expect(keys()).toEqual(["a", "before", "c"]);
});

test("a file that another process holds refuses all of them, once patience is over, and none is tried again alone", async () => {
  const tried: unknown[] = [];
  write = createGroup({
    ...sql,
    transaction(work) {
      tried.push(work);
      return sql.transaction(work);
    },
  });
  const other = openDatabase(join(folder, `${String(file)}.sqlite`), makeTables);
  other.run("BEGIN IMMEDIATE");
  const works = [add("a"), add("b")];
  const outcomes = await Promise.allSettled(works.map((work) => write(work)));
  other.run("ROLLBACK");
  other.close();
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(String((outcomes[0] as PromiseRejectedResult).reason)).toMatch(/locked/);
  expect(tried.filter((work) => works.includes(work as (typeof works)[number]))).toEqual([]);
});
