import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runScript } from "../../src/store/redis/client.ts";
import { COMMIT_SCRIPT, script } from "../../src/store/redis/scripts.ts";
import { openDatabase, type Sql } from "../../src/files/database.ts";
import { makeTables } from "../../src/store/sqlite/tables.ts";
import { createKeyspace, type Keyspace } from "../../src/store/sqlite/keyspace.ts";
import { REST_IS_HERE, type Running, startRest } from "../support/host/transports.ts";

const UNDECLARED = /a key that is not declared: other/;

// Without it nothing says that the contract suite would notice. In CI it runs, and fails, where there is no redis-server.
describe.skipIf(!REST_IS_HERE && process.env["CI"] !== "true")(
  "a script that touches undeclared keys · REST",
  () => {
    let rest: Running;
    beforeAll(async () => {
      rest = await startRest();
    });
    afterAll(() => rest.stop());

    it.each([
      "return redis.call('GET', 'other')",
      "return redis.pcall('GET', 'other')",
      "local call = redis.call return call('SET', 'other', ARGV[1])",
      "return redis.call('MGET', KEYS[1], 'oth' .. 'er')",
      "return redis.call('ZADD', 'other', 1, KEYS[1])",
    ])("is refused: %s", async (lua) => {
      const client = await rest.freshClient();
      const asked = runScript(client, script(lua), ["own"], ["value"]);
      await expect(asked).rejects.toThrow(UNDECLARED);
      expect(await rest.contents()).toEqual({});
    });

    it.each([
      ["return redis.call('GET', KEYS[1]) or 'nothing'", "nothing"],
      ["return redis.call('ZCARD', KEYS[2])", 0],
      ["return ARGV[1]", "other"],
    ])("is answered if it doesn't: %s", async (lua, answer) => {
      const client = await rest.freshClient();
      expect(await runScript(client, script(lua), ["own", "second"], ["other"])).toBe(answer);
    });

    it("runs by the hash of either of its texts, once that text was sent", async () => {
      for (const locking of ["server", "keys"] as const) {
        const client = await rest.freshClient();
        const { lua, sha } = COMMIT_SCRIPT[locking];
        const args = [1, "own", "set", 1, locking, ""];
        expect(await client.run(["eval", lua, ...args])).toEqual(["committed"]);
        expect(await client.run(["evalsha", sha, ...args])).toEqual(["committed"]);
        expect(await rest.contents()).toEqual({ own: locking });
      }
    });
  },
);

describe("a script that touches undeclared keys · embedded", () => {
  const folder = mkdtempSync(join(tmpdir(), "store-keys-"));
  let sql: Sql;
  let keyspace: Keyspace;
  beforeAll(() => {
    sql = openDatabase(join(folder, "store.sqlite"), makeTables);
    keyspace = createKeyspace(sql, Date.now);
    keyspace.entries.setText("other", "value", null);
  });
  afterAll(() => {
    sql.close();
    rmSync(folder, { recursive: true });
  });

  it.each<[string, (space: Keyspace) => unknown]>([
    ["a text", ({ entries }) => entries.find("other", "text")],
    ["several texts", ({ entries }) => entries.textOrNull("other")],
    ["whether it is there", ({ entries }) => entries.exists("other")],
    ["writing a text", ({ entries }) => entries.setText("other", "value", null)],
    ["counting", ({ entries }) => entries.add("other", 1)],
    ["removing", ({ entries }) => entries.remove("other")],
    ["a lifetime", ({ entries }) => entries.setLifetime("other", null)],
    ["whether it has a lifetime", ({ entries }) => entries.hasLifetime("other")],
    ["a set", ({ sets }) => sets.add("other", 1, "member")],
    ["a set's size", ({ sets }) => sets.size("other")],
    ["a hash", ({ hashes }) => hashes.set("other", "field", "value")],
    ["a field", ({ hashes }) => hashes.get("other", "field")],
  ])("is refused: %s", (_, touch) => {
    expect(() => keyspace.entries.declaring(["own"], () => touch(keyspace))).toThrow(UNDECLARED);
    // Afterwards, and outside of scripts, all keys are there again.
    expect(keyspace.entries.find("other", "text")?.text).toBe("value");
  });
});
