import { expect, test } from "vitest";
import { functionFile, serveFixture } from "../../support/host/fixture-site.ts";

test("a graceful stop finishes the answer under way and the work behind it, and takes nothing new", async () => {
  const site = await serveFixture({
    "build/functions/slow.mjs": functionFile(
      `const after = (ms) => new Promise((done) => setTimeout(done, ms));
       globalThis.__slow = "begun";
       context.waitUntil(after(120).then(() => { globalThis.__slow = "done behind"; }));
       await after(60);
       return new Response("acabado");`,
      { path: "/api/slow" },
    ),
  });
  const answer = site.get("/api/slow");
  await expect.poll(() => Reflect.get(globalThis, "__slow") as unknown, { interval: 5 }).toBe("begun");
  const stopped = site.stop();
  await expect(site.get("/api/slow")).rejects.toThrow();
  expect(await (await answer).text()).toBe("acabado");
  await stopped;
  expect(Reflect.get(globalThis, "__slow")).toBe("done behind");
});

test("scheduled functions run by themselves, never twice at once, and have no address", async () => {
  const site = await serveFixture(
    {
      "build/functions/sweep.mjs": `
        const runs = (globalThis.__runs = { now: 0, most: 0, all: 0 });
        export default async (request) => {
          runs.now += 1; runs.all += 1; runs.most = Math.max(runs.most, runs.now);
          if (!(await request.json()).next_run) throw new Error("no next_run");
          await new Promise((done) => setTimeout(done, 50)); runs.now -= 1; return new Response("ok");
        };
        export const config = { schedule: "*/5 * * * *" };`,
    },
    { scheduleIntervalMs: 10 },
  );
  const runs = () => Reflect.get(globalThis, "__runs") as { all: number; most: number };
  await expect.poll(() => runs().all).toBeGreaterThan(2);
  expect(runs().most).toBe(1);
  expect((await site.get("/sweep")).status).toBe(404);
  expect((await site.get("/.netlify/functions/sweep")).status).toBe(404);
  await site.stop();
  expect(site.errors).toEqual([]);
});

test("a port that is taken is told to who starts the host", async () => {
  const site = await serveFixture({});
  const port = Number(new URL(site.origin).port);
  await expect(serveFixture({}, { port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  await site.stop();
});
