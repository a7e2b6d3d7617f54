import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDataFile } from "../../scripts/data-file.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { keptKeys, restoreKeys } from "../../src/store/copy.ts";
import { createStore } from "../../src/store/store.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createUpstashClient } from "../../src/store/redis/upstash.ts";
import { contentsWithLifetimes } from "../kept-stores/contents-with-lifetimes.ts";
import { readKeptStore, writeKeptFile } from "../kept-stores/kept-store.ts";
import { TOKEN } from "../support/host/redis-server.ts";
import { REST_IS_HERE, type Running, startRest } from "../support/host/transports.ts";
import { createTestSite } from "../support/site/test-site.ts";
import { tempFolder } from "./temp-folder.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/data.ts", import.meta.url));
const KEPT = readKeptStore("november-2026-house");
/** What test sites sign with, and so the kept store's links. */
const SECRET_KEY = "a secret for tests";

async function run(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", SCRIPT, ...args], {
    env: { PATH: process.env["PATH"], SECRET_KEY, ...env },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += String(part)));
  const [code] = (await once(child, "close")) as [number];
  return { code, output };
}

function says(result: Awaited<ReturnType<typeof run>>, code: number, text: string): void {
  expect(result.code).toBe(code);
  expect(result.output).toContain(text);
}

/** A store of November 2026 in a folder of its own. */
function filled(): { DATA_DIR: string } {
  const DATA_DIR = tempFolder();
  writeKeptFile(join(DATA_DIR, "store.sqlite"), KEPT.contents);
  return { DATA_DIR };
}

function contentsOf({ DATA_DIR }: { readonly DATA_DIR: string }) {
  return contentsWithLifetimes(join(DATA_DIR, "store.sqlite"));
}

/** The same but for the time that went by. */
function expectSame(found: ReturnType<typeof contentsOf>, wanted: ReturnType<typeof contentsOf>): void {
  const withoutLives = (contents: typeof wanted) =>
    Object.fromEntries(
      Object.entries(contents).map(([key, kept]) => [key, { ...kept, ttl: kept.ttl === null ? null : 1 }]),
    );
  expect(withoutLives(found)).toEqual(withoutLives(wanted));
  for (const [key, { ttl }] of Object.entries(wanted)) {
    if (ttl !== null) expect(Math.abs((found[key]?.ttl ?? 0) - ttl), key).toBeLessThan(120_000);
  }
}

describe("a copy of the store as a file", { timeout: 60_000 }, () => {
  test("is its owner's alone, goes into an empty store and opens an old link there", async () => {
    const [from, to] = [filled(), { DATA_DIR: tempFolder() }];
    const file = join(tempFolder(), "copia.jsonl");
    const written = await run(["export", file], from);
    expect(written).toMatchObject({ code: 0 });
    expect(written.output).toContain("SECRET_KEY");
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const back = await run(["import", file], to);
    expect(back).toMatchObject({ code: 0 });
    expect(back.output).not.toContain("Atención");
    expectSame(contentsOf(to), contentsOf(from));

    const client = createEmbeddedClient(join(to.DATA_DIR, "store.sqlite"));
    const site = await createTestSite({ store: createStore(client, "embedded"), limits: false });
    site.clock.now = KEPT.filledAt + HOUR;
    const link = `/api/links/${KEPT.links["poster open"] ?? ""}`;
    expect(await site.send(link, { action: "withdraw", reason: "ya-no" })).toMatchObject({ status: 200 });
    site.stop();
    client.close();
  });

  test("is never written over another file, nor into a store that holds something, unless told to", async () => {
    const [from, to] = [filled(), filled()];
    const file = join(tempFolder(), "copia.jsonl");
    await run(["export", file], from);
    const before = readFileSync(file, "utf8");
    says(await run(["export", file], from), 1, "ya existe");
    expect(readFileSync(file, "utf8")).toBe(before);

    says(await run(["import", file], to), 1, "--encima");
    expect(await run(["import", file, "--encima"], to)).toMatchObject({ code: 0 });
    expectSame(contentsOf(to), contentsOf(from));
  });

  test("that was cut short, or is none, changes nothing", async () => {
    const file = join(tempFolder(), "copia.jsonl");
    const [head = "", ...keys] = Array.from(
      { length: 8 },
      (_, n) => `{"key":"text:${n}","expiresAt":null,"text":"${n}"}`,
    ).toSpliced(0, 1, '{"makethejobs":"data","format":1,"exportedAt":"2026-11-29","secret":"x"}');
    const foot = '{"end":7}';
    const broken: Record<string, string[]> = {
      "no está entera": [head, ...keys],
      "línea 9 no se entiende": [head, ...keys, foot.slice(0, 5)],
      "No es una copia": ['{"otra":"cosa"}'],
      "está entera": [head, ...keys.slice(1), foot],
      "línea 2 no se entiende": [head, '{"key":"a"}', foot],
      "línea 10 no se entiende": [head, ...keys, foot, foot],
    };
    for (const [why, lines] of Object.entries(broken)) {
      writeFileSync(file, `${lines.join("\n")}\n`);
      await expect(checkDataFile(file)).rejects.toThrow(why);
    }
    const to = { DATA_DIR: tempFolder() };
    expect(await run(["import", file], to)).toMatchObject({ code: 1 });
    expect(contentsOf(to)).toEqual({});
    writeFileSync(file, [head, ...keys, foot].join("\n"));
    expect(await checkDataFile(file)).toMatchObject({ keys: 7 });
  });

  test("from a machine with another secret is told", async () => {
    const file = join(tempFolder(), "copia.jsonl");
    await run(["export", file], filled());
    const other = { DATA_DIR: tempFolder(), SECRET_KEY: "another secret" };
    says(await run(["import", file], other), 0, "Atención");
  });

  test("says how it is used", async () => {
    const env = { DATA_DIR: tempFolder() };
    says(await run([], env), 1, "data:export");
    expect(await run(["import", join(env.DATA_DIR, "none")], env)).toMatchObject({ code: 1 });
  });
});

describe.skipIf(!REST_IS_HERE)("from one transport to the other", () => {
  let rest: Running & { readonly server: { readonly url: string } };
  beforeAll(async () => {
    rest = await startRest();
  });
  afterAll(() => rest.stop());

  test("and back, equal; the old link opens on either", { timeout: 60_000 }, async () => {
    await rest.freshClient();
    const upstash = { UPSTASH_REDIS_REST_URL: rest.server.url, UPSTASH_REDIS_REST_TOKEN: TOKEN };
    const [from, to] = [filled(), { DATA_DIR: tempFolder() }];
    const file = join(tempFolder(), "copia.jsonl");
    expect((await run(["export", file], from)).code).toBe(0);
    expect((await run(["import", file], upstash)).code).toBe(0);
    const [there, here] = [
      createUpstashClient(rest.server.url, TOKEN),
      createEmbeddedClient(join(to.DATA_DIR, "store.sqlite")),
    ];
    for await (const kept of keptKeys(there, Date.now)) await restoreKeys(here, [kept], Date.now());
    here.close();
    expectSame(contentsOf(to), contentsOf(from));

    const store = createStore(createUpstashClient(rest.server.url, TOKEN), "upstash");
    const site = await createTestSite({ store, limits: false });
    site.clock.now = KEPT.filledAt + HOUR;
    const link = `/api/links/${KEPT.links["poster delivered"] ?? ""}`;
    expect(await site.send(link, { action: "complete" })).toMatchObject({
      status: 200,
      body: { state: "done" },
    });
    site.stop();

    says(await run(["export", `${file}.2`], { ...upstash, SECRET_KEY: "" }), 1, "SECRET_KEY");
  });
});
