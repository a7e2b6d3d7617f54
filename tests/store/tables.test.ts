import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { readKeptStore, writeKeptFile } from "../kept-stores/kept-store.ts";
import { contentsOfFile } from "./contents.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tables-"));
  file = join(folder, "store.sqlite");
  writeKeptFile(file, readKeptStore("november-2026").contents);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function indexes(): unknown[] {
  const database = new DatabaseSync(file);
  const found =
    "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'member' AND sql IS NOT NULL";
  const names = database.prepare(found).all();
  database.close();
  return names.map(({ name }) => name);
}

it("a file of November 2026 keeps its members, in today's order, however often it is opened", () => {
  const before = contentsOfFile(file);
  expect(indexes()).toEqual(["member_score"]);
  for (let time = 0; time < 2; time += 1) {
    createEmbeddedClient(file).close();
    expect(indexes()).toEqual(["member_of"]);
    expect(contentsOfFile(file)).toEqual(before);
  }
});

it("one that another process is writing to is opened as it is, and works", async () => {
  const other = new DatabaseSync(file);
  other.exec("BEGIN IMMEDIATE");
  const client = createEmbeddedClient(file);
  other.exec("COMMIT");
  other.close();
  expect(indexes()).toEqual(["member_score"]);
  const boards = await client.run(["zrange", "board:newest:*:*:*:*", 0, -1]);
  expect(boards).not.toEqual([]);
  client.close();
  createEmbeddedClient(file).close();
  expect(indexes()).toEqual(["member_of"]);
});
