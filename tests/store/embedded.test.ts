import { VISITOR_KEY_TTL } from "../../src/domain/kernel/limits.ts";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Command } from "../../src/store/redis/client.ts";
import { HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import { createEmbeddedClient, type EmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { job, NOW, saved } from "../support/builders/records.ts";

let folder = "";
let clients: EmbeddedClient[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "store-file-"));
});
afterEach(() => {
  for (const client of clients) client.close();
  clients = [];
  rmSync(folder, { recursive: true, force: true });
});

function open(clock?: () => number): EmbeddedClient {
  const client = createEmbeddedClient(join(folder, "deep", "store.sqlite"), clock);
  clients.push(client);
  return client;
}

it("refuses by name what the store does not use", async () => {
  const client = open();
  await expect(client.run(["lpush", "list", "a"])).rejects.toThrow('does not know the command "lpush"');
  await expect(client.run(["set", "key", "a", "ex", 1])).rejects.toThrow(
    'does not know "ex" of the command "set"',
  );
  await expect(client.run(["zrange", "set", 0, -1, "bylex"])).rejects.toThrow('"bylex"');
  await expect(client.run(["eval", "return 1", 0])).rejects.toThrow("only the store's own scripts");
  await expect(client.run(["multi"])).rejects.toThrow();
});

it("runs what follows a command that it refuses, as Redis does", async () => {
  const client = open();
  const commands: Command[] = [
    ["lpush", "list", "a"],
    ["set", "key", "a"],
  ];
  await expect(client.runAll(commands)).rejects.toThrow("lpush");
  expect(await client.run(["get", "key"])).toBe("a");
});

it("forgets by the clock it is given: rates, forms, the day's key, records", async () => {
  let now = NOW;
  const store = createStore(
    open(() => now),
    "embedded",
  );
  const form = { endpoint: "/api/contact", values: {}, errors: {} };
  await store.keepForm("form", form);
  await store.withinRate("visitor", 1, 60);
  const key = await store.visitorKey("2026-05-04");
  await store.commit(saved({ kind: "job", before: null, after: job(), forgetAt: now + 48 * HOUR }), now);
  const before = now;

  now = before + MINUTE;
  expect(await store.withinRate("visitor", 1, 60)).toBe(false);
  now += 1;
  expect(await store.withinRate("visitor", 1, 60)).toBe(true);
  now = before + 30 * MINUTE;
  expect(await store.keptForm("form")).toEqual(form);
  now += 1;
  expect(await store.keptForm("form")).toBeNull();
  now = before + VISITOR_KEY_TTL;
  expect(await store.visitorKey("2026-05-04")).toBe(key);
  expect(await store.read("job", job().id)).toEqual(job());
  now += 1;
  expect(await store.visitorKey("2026-05-04")).not.toBe(key);
  expect(await store.read("job", job().id)).toBeNull();
});

it("is one store for everybody who opens the file, and still there when it is opened again", async () => {
  const [one, another] = [createStore(open(), "embedded"), createStore(open(), "embedded")];
  await one.commit(saved({ kind: "job", before: null, after: job() }), NOW);
  expect(await another.read("job", job().id)).toEqual(job());
  for (const client of clients) client.close();
  clients = [];
  expect(await createStore(open(), "embedded").read("job", job().id)).toEqual(job());
});

it("lets several processes write to one file at once without losing anything", async () => {
  const script = fileURLToPath(new URL("counting-child.ts", import.meta.url));
  const [processes, uses] = [4, 50];
  const children = Array.from({ length: processes }, () =>
    spawn(process.execPath, ["--no-warnings", script, join(folder, "deep", "store.sqlite"), String(uses)], {
      stdio: "inherit",
    }),
  );
  const codes = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0] as unknown));
  expect(codes).toEqual(children.map(() => 0));
  const store = createStore(open(), "embedded");
  expect(await store.withinRate("shared", processes * uses + 1, 3600)).toBe(true);
  expect(await store.withinRate("shared", processes * uses + 1, 3600)).toBe(false);
});
