import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createCache } from "../../src/cache.ts";
import { buildServices } from "../../src/services.ts";
import { HOUR, MINUTE } from "../../src/domain/kernel/time.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "services-"));
});
afterEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for("makethejobs.purge"));
  rmSync(folder, { recursive: true, force: true });
});

const UPSTASH = { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9", UPSTASH_REDIS_REST_TOKEN: "t" };
const NETLIFY = { SITE_ID: "1", CONTEXT: "production", SECRET_KEY: "s" };

describe("with nothing configured", () => {
  it("everything works on this machine", async () => {
    const { config, store, articles } = await buildServices({ DATA_DIR: folder });
    expect(await store.health()).toEqual({ ok: true, kind: "embedded" });
    expect(config).toMatchObject({ mail: "mailbox", local: true, onNetlify: false, limits: true });
    expect(config.moderators).toEqual([config.mailOwner]);
    expect(articles.find("como-pedir-un-favor-y-que-te-digan-que-si")?.comments).toBe("open");
    expect(articles.find("nada")).toBeNull();
  });

  it("tells the time of the machine, or with CLOCK_OFFSET a later one, by which the store forgets, too", async () => {
    // Half an hour more: a millisecond less than nothing would be rounded to -0.
    const ahead = (services: { now(): number }) => Math.floor((services.now() - Date.now()) / HOUR + 0.5);
    const real = await buildServices({ DATA_DIR: folder });
    const later = await buildServices({ DATA_DIR: folder, CLOCK_OFFSET: "48" });
    expect([ahead(real), ahead(later)]).toEqual([0, 48]);
    await real.store.keepForm("a-form", { values: {}, errors: {}, endpoint: "/api/jobs" });
    expect(await real.store.keptForm("a-form")).not.toBeNull();
    expect(await later.store.keptForm("a-form")).toBeNull();
    await expect(buildServices({ DATA_DIR: folder, CLOCK_OFFSET: "mañana" })).rejects.toThrow(/CLOCK_OFFSET/);
    const deployed = await buildServices({ ...UPSTASH, ...NETLIFY, CLOCK_OFFSET: "48" });
    expect(ahead(deployed)).toBe(0);
  });

  it("the secret is made once, however many ask for it, and only its owner may read it", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => buildServices({ DATA_DIR: folder })));
    const link = { id: "aaaaaaaaaaaaaaaaaaaa", version: 1 };
    expect(new Set(all.map(({ signer }) => signer.token(link))).size).toBe(1);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith("secret-"))).toEqual([]);
    const other = await buildServices({ DATA_DIR: folder, SECRET_KEY: "another" });
    expect(other.signer.token(link)).not.toBe(all[0]?.signer.token(link));
  });

  it("SECRET_KEY_OLD goes on being accepted", async () => {
    const link = { id: "aaaaaaaaaaaaaaaaaaaa", version: 1 };
    const before = await buildServices({ DATA_DIR: folder, SECRET_KEY: "before" });
    const env = { DATA_DIR: folder, SECRET_KEY: "today" };
    const after = await buildServices({ ...env, SECRET_KEY_OLD: "before" });
    expect(after.signer.isValid(before.signer.token(link), link)).toBe(true);
    expect(before.signer.isValid(after.signer.token(link), link)).toBe(false);
    const forgotten = await buildServices({ ...env, SECRET_KEY_OLD: "" });
    expect(forgotten.signer.isValid(before.signer.token(link), link)).toBe(false);
  });

  it("LIMITS=off takes the limits away, but never on Netlify", async () => {
    expect((await buildServices({ DATA_DIR: folder, LIMITS: "off" })).config.limits).toBe(false);
    expect((await buildServices({ ...NETLIFY, ...UPSTASH, LIMITS: "off" })).config.limits).toBe(true);
  });
});

describe("on Netlify", () => {
  it.each([
    ["without Upstash", {}, /UPSTASH_REDIS_REST_URL and UPSTASH_REDIS_REST_TOKEN are not set/],
    [
      "with half of it",
      { UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9" },
      /UPSTASH_REDIS_REST_TOKEN is not set/,
    ],
    ["without a secret of its own", { ...UPSTASH, SECRET_KEY: "" }, /SECRET_KEY is not set/],
    ["in a deploy preview", { ...UPSTASH, CONTEXT: "deploy-preview" }, /deploy-preview/],
    ["in a deploy that nobody knows", { ...UPSTASH, CONTEXT: undefined }, /unknown/],
  ])("%s there is no store, and health says why", async (_, env, reason) => {
    const { store, config } = await buildServices({ ...NETLIFY, ...env });
    expect(config.mail).toBe("none");
    expect(await store.health()).toEqual({
      ok: false,
      kind: "none",
      reason: expect.stringMatching(reason) as string,
    });
    await expect(store.read("job", "aaaaaaaaaaaaaaaaaaaa")).rejects.toMatchObject({ name: "StoreDown" });
  });

  it("in production there is one", async () => {
    const { store, config } = await buildServices({
      ...NETLIFY,
      ...UPSTASH,
      URL: "https://makethejobs.test/",
    });
    expect(config.siteUrl).toBe("https://makethejobs.test");
    expect(await store.health()).toEqual({ ok: false, kind: "upstash" });
  });
});

describe("cached copies", () => {
  const purgeWith = (purge: (tags: readonly string[]) => unknown) => {
    Reflect.set(globalThis, Symbol.for("makethejobs.purge"), purge);
  };

  it("are thrown away by the local host, wherever this module's copy was bundled", async () => {
    const purged: string[] = [];
    purgeWith((tags) => purged.push(...tags));
    const { cache, store } = await buildServices({ DATA_DIR: folder });
    await cache.purge(["jobs", "thread:abierto"]);
    expect(purged).toEqual(["jobs", "thread:abierto"]);
    expect(await store.pendingPurges(10)).toEqual([]);
  });

  it("that could not be thrown away are tried again until they are", async () => {
    purgeWith(() => Promise.reject(new Error("the CDN is down")));
    const { cache, store } = await buildServices({ DATA_DIR: folder });
    await cache.purge(["jobs"]);
    await cache.purge(["jobs", "thread:abierto"]);
    expect(await cache.retryPurges()).toBe(0);
    expect([...(await store.pendingPurges(10))].sort()).toEqual(["jobs", "thread:abierto"]);
    purgeWith(() => undefined);
    expect(await cache.retryPurges()).toBe(2);
    expect(await cache.retryPurges()).toBe(0);
  });
});

describe("an article that was built with a comment that is taken back", () => {
  const takeBack = { guards: [], changes: [], counts: [], mails: [], purge: ["baked:abierto"] } as const;

  async function builder(answer: () => number) {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.method ?? "");
      response.writeHead(answer()).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  }

  it("is built again: once for all that was taken back, and asked for until the builder hears it", async () => {
    let status = 500;
    const { asked, url } = await builder(() => status);
    const { store } = await buildServices({ DATA_DIR: folder });
    let time = 5 * MINUTE;
    const cache = createCache(store, { onNetlify: false, buildHookUrl: url }, () => time);
    await store.commit(takeBack, time);
    await store.commit({ ...takeBack, purge: ["baked:otro"] }, time);
    time = 6 * MINUTE;
    expect(await cache.retryPurges()).toBe(0);
    expect(asked).toEqual([]);
    time = 10 * MINUTE;
    expect(await cache.retryPurges()).toBe(0);
    status = 200;
    expect(await cache.retryPurges()).toBe(2);
    expect(await cache.retryPurges()).toBe(0);
    expect(asked).toEqual(["POST", "POST"]);
  });

  it("is not waited for where there is no build hook", async () => {
    const { store } = await buildServices({ DATA_DIR: folder });
    const cache = createCache(store, { onNetlify: false, buildHookUrl: null }, () => 10 * MINUTE);
    await store.commit(takeBack, 0);
    expect(await cache.retryPurges()).toBe(1);
  });
});

it("mails carry links of the configured address", async () => {
  const { outbox, config, now } = await buildServices({
    DATA_DIR: folder,
    SITE_URL: "http://127.0.0.1:4321/",
  });
  expect(config.siteUrl).toBe("http://127.0.0.1:4321");
  expect(await outbox.deliverDue(10)).toBe(0);
  expect(now()).toBeGreaterThan(HOUR);
});
