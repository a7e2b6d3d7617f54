import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { publishDue } from "../../netlify/schedule/publish.ts";
import { createCache } from "../../src/cache.ts";
import { readConfig } from "../../src/config.ts";

/** A build hook that counts who asks, and what runs by the clock beside it. */
async function site(days: readonly string[], status = 200) {
  const asked: string[] = [];
  const hook = createServer((request, response) => {
    asked.push(request.method ?? "");
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(hook, "listening");
  const BUILD_HOOK_URL = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const run = async (now: string, env: Record<string, string> = { BUILD_HOOK_URL }) => {
    const config = readConfig(env);
    const clock = () => Date.parse(now);
    const store = {
      pendingPurges: () => Promise.resolve([]),
      keepPurge: () => Promise.resolve(),
      dropPurge: () => Promise.resolve(),
    };
    return publishDue({ cache: createCache(store, config, clock), config, scheduledDays: days, now: clock });
  };
  return {
    asked,
    run,
    [Symbol.asyncDispose]: async () => {
      await once(hook.close(), "close");
    },
  };
}

test("a build is asked for once a text's day has begun in Spain, and not before", async () => {
  await using scheduled = await site(["2026-12-01", "2026-12-24"]);
  expect(await scheduled.run("2026-11-30T22:59:00Z")).toBe(false);
  expect(scheduled.asked).toEqual([]);
  expect(await scheduled.run("2026-11-30T23:02:00Z")).toBe(true);
  expect(scheduled.asked).toEqual(["POST"]);
});

test("in summer the day begins an hour earlier", async () => {
  await using scheduled = await site(["2026-07-01"]);
  expect(await scheduled.run("2026-06-30T21:59:00Z")).toBe(false);
  expect(await scheduled.run("2026-06-30T22:02:00Z")).toBe(true);
});

test("with nothing that waits nobody is asked, however late it is", async () => {
  await using scheduled = await site([]);
  expect(await scheduled.run("2036-01-01T00:00:00Z")).toBe(false);
  expect(scheduled.asked).toEqual([]);
});

test("without a build hook nothing happens; one that says no is a failed run", async () => {
  await using scheduled = await site(["2026-07-01"], 500);
  expect(await scheduled.run("2026-07-02T00:00:00Z", {})).toBe(false);
  await expect(scheduled.run("2026-07-02T00:00:00Z")).rejects.toThrow("500");
});
