import { afterAll, beforeAll, expect, test } from "vitest";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

/** A site whose store never answers: nothing listens at that port. */
let site: RealSite;
beforeAll(async () => {
  site = await startRealSite({
    UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
    UPSTASH_REDIS_REST_TOKEN: "none",
  });
});
afterAll(() => site.stop());

test.each([
  "/favores/",
  "/cifras/",
  "/favores/abcdefghij234567abcd-algo/",
  "/articulos/nunca-borres-la-polemica/comentarios/",
  `/gestion/${"a".repeat(20)}${"b".repeat(43)}/`,
])("%s says so, keeps no copy and asks to come back", async (path) => {
  const response = await fetch(site.origin + path);
  expect(response.status).toBe(503);
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("netlify-cdn-cache-control")).toBeNull();
  expect(response.headers.get("retry-after")).toBe("30");
  const html = await response.text();
  expect(html).toContain("Ahora mismo no podemos enseñarte");
  // The rest of the site is a link away.
  expect(html).toContain('href="/articulos/"');
});

test.each(["/favores/nuevo/", "/contacto/", "/", "/articulos/nunca-borres-la-polemica/"])(
  "%s works as always",
  async (path) => {
    expect((await fetch(site.origin + path)).status).toBe(200);
  },
);

test("a thread without its comments still takes one: what was typed is shown if it can't be kept", async () => {
  const html = await (await fetch(`${site.origin}/articulos/nunca-borres-la-polemica/comentarios/`)).text();
  expect(html).toContain('action="/api/comments"');
});
