import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { copyProject } from "../../scripts/bench/copy-of-project.ts";
import { ROOT } from "../house/project-files.ts";
import { startProgram } from "../scripts/running.ts";
import { keepCards } from "../support/host/kept-cards.ts";

/** As a clone has it, with the packages linked in. */
const { root: copy, remove } = copyProject(ROOT);
keepCards(copy);
const data = join(copy, "my data");
/** A clean build, on a machine that has other things to do. */
const BUILD_TIMEOUT_MS = 300_000;
afterAll(remove);

function start(...args: string[]) {
  const env = { ...process.env, LIMITS: "", SITE_URL: "", UPSTASH_REDIS_REST_URL: "", RESEND_API_KEY: "" };
  return startProgram(process.execPath, ["scripts/start.mjs", ...args], { cwd: copy, env });
}

test(
  "on a fresh clone: builds, fills in examples, serves, says where, and stops when asked",
  { timeout: BUILD_TIMEOUT_MS },
  async () => {
    const site = await start("--port", "0", "--data", data);
    for (const step of [
      "Leo los artículos…",
      "Preparo los ejemplos…",
      "Construyo las páginas y las funciones…",
    ]) {
      expect(site.output()).toContain(step);
    }
    expect(site.output()).toContain("hecho en");
    await expect.poll(() => site.output()).toContain(`${site.origin}/buzon/`);
    expect(site.output()).not.toMatch(/warning/i);

    const home = await fetch(`${site.origin}/`);
    expect([home.status, home.headers.get("content-type")]).toEqual([
      200,
      expect.stringContaining("text/html"),
    ]);
    const board = (await (await fetch(`${site.origin}/api/jobs`)).json()) as { total: number };
    expect(board.total).toBeGreaterThan(5);
    expect(await (await fetch(`${site.origin}/buzon.json`)).json()).toEqual([]);
    expect(await site.end("SIGTERM")).toBe(0);
    expect(existsSync(join(data, "store.sqlite"))).toBe(true);
  },
);

test("the second time nothing is built; after a change it is", { timeout: BUILD_TIMEOUT_MS }, async () => {
  const again = await start("--port", "0", "--data", data);
  await again.end("SIGTERM");
  expect(again.output()).not.toContain("Construyo");
  expect(again.output()).not.toContain("ejemplos");
  writeFileSync(join(copy, "public", "nuevo.txt"), "hola");
  const changed = await start("--port", "0", "--data", data);
  expect(changed.output()).toContain("Construyo");
  expect(await (await fetch(`${changed.origin}/nuevo.txt`)).text()).toBe("hola");
  await changed.end("SIGTERM");
});

test("--no-build serves what is there; --sin-ejemplos leaves the board empty", async () => {
  writeFileSync(join(copy, "public", "otro.txt"), "hola");
  const site = await start("--port", "0", "--data", join(copy, "empty"), "--no-build", "--sin-ejemplos");
  expect(site.output()).not.toContain("Construyo");
  expect((await fetch(`${site.origin}/otro.txt`)).status).toBe(404);
  expect(((await (await fetch(`${site.origin}/api/jobs`)).json()) as { total: number }).total).toBe(0);
  await site.end("SIGTERM");
});

test("a taken port is told in plain words", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const port = String((taken.address() as AddressInfo).port);
  await expect(start("--port", port, "--data", data, "--no-build")).rejects.toThrow(
    `El puerto ${port} ya está ocupado`,
  );
  await new Promise((resolve) => taken.close(resolve));
});

test("an option that doesn't exist gets the list of those that do", () => {
  const run = () =>
    execFileSync(process.execPath, ["scripts/start.mjs", "--puerto", "1"], { cwd: copy, stdio: "pipe" });
  expect(run).toThrow(/--sin-ejemplos/);
});
