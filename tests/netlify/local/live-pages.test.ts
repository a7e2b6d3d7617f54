import { afterEach, expect, test } from "vitest";
import { functionFile, serveFixture, type RunningSite } from "../../support/host/fixture-site.ts";

let site: RunningSite;
afterEach(() => site.stop());

/** Stands where the adapter writes the function that renders on-demand pages. */
const PAGES = ".netlify/v1/functions/ssr/ssr.mjs";
const CONFIG = { path: "/*", preferStatic: true };
const COUNTED = (headers: object) =>
  functionFile(
    `return new Response("vez " + calls + " para " + context.ip, { headers: ${JSON.stringify(headers)} });`,
    CONFIG,
  );

test("on-demand pages come after functions and static files, and know the visitor's address", async () => {
  site = await serveFixture({
    "dist/fija/index.html": "fija",
    [PAGES]: COUNTED({}),
    "build/functions/api.mjs": functionFile("return new Response('api')", { path: "/api/x" }),
  });
  const texts = await Promise.all(
    ["/fija/", "/api/x", "/favores/"].map(async (p) => (await site.get(p)).text()),
  );
  expect(texts).toEqual(["fija", "api", "vez 1 para 127.0.0.1"]);
});

test("a cached page is made once, says how old it is, and keeps the CDN's headers to itself", async () => {
  site = await serveFixture({
    [PAGES]: COUNTED({
      "netlify-cdn-cache-control": "public, durable, max-age=60",
      "netlify-cache-tag": "jobs",
      "netlify-vary": "query=pagina",
      "cache-control": "no-cache",
    }),
  });
  expect(await (await site.get("/favores/?utm=1")).text()).toBe("vez 1 para 127.0.0.1");
  const again = await site.get("/favores/?utm=2");
  expect(await again.text()).toBe("vez 1 para 127.0.0.1");
  expect(again.headers.get("age")).toBe("0");
  expect(again.headers.get("cache-control")).toBe("no-cache");
  for (const name of ["netlify-cdn-cache-control", "netlify-cache-tag", "netlify-vary"]) {
    expect(again.headers.get(name)).toBeNull();
  }
  expect(await (await site.get("/favores/?pagina=2")).text()).toBe("vez 2 para 127.0.0.1");
});

test("the registry that services use throws a page away at once", async () => {
  site = await serveFixture({
    [PAGES]: COUNTED({ "cdn-cache-control": "max-age=60", "netlify-cache-tag": "jobs,job:a" }),
    "build/functions/write.mjs": functionFile(
      'await globalThis[Symbol.for("makethejobs.purge")](["job:a"]); return new Response("hecho");',
      { path: "/api/write" },
    ),
  });
  await site.get("/favores/a-b/");
  await site.get("/api/write", { method: "POST" });
  expect(await (await site.get("/favores/a-b/")).text()).toMatch(/^vez 2/);
});

test("a stale page is answered at once and made anew behind it", async () => {
  site = await serveFixture({
    [PAGES]: COUNTED({ "cdn-cache-control": "max-age=0, stale-while-revalidate=60" }),
  });
  await site.get("/favores/");
  expect(await (await site.get("/favores/")).text()).toMatch(/^vez 1/);
  await expect.poll(async () => (await site.get("/favores/")).text()).not.toMatch(/^vez 1/);
});

test("a function that throws while a stale page is renewed leaves the stale page standing", async () => {
  site = await serveFixture({
    [PAGES]: functionFile(
      `if (calls > 1) throw new Error("almacén caído");
       return new Response("bien", { headers: { "cdn-cache-control": "max-age=0, stale-while-revalidate=60" } });`,
      CONFIG,
    ),
  });
  await site.get("/favores/");
  await site.get("/favores/");
  await expect.poll(() => site.errors.length).toBeGreaterThan(0);
  const after = await site.get("/favores/");
  expect([after.status, await after.text()]).toEqual([200, "bien"]);
});

test("HEAD of a page that is not kept asks the page itself", async () => {
  site = await serveFixture({ [PAGES]: functionFile("return new Response(request.method)", CONFIG) });
  const response = await site.get("/favores/", { method: "HEAD" });
  expect([response.status, response.headers.get("content-length")]).toEqual([200, "4"]);
});
