import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

/** Every route that the deployed function answers. A new one is a decision: it is written here or it is a mistake. */
const ON_DEMAND = [
  "/",
  "/404",
  "/articulos/[slug]/comentarios",
  "/articulos/[slug]/comentarios/lista",
  "/articulos/[slug]/comentarios/rss.xml",
  "/cifras",
  "/comentarios/rss.xml",
  "/avisar",
  "/contacto",
  "/f/[id]",
  "/favores",
  "/favores/[job]",
  "/favores/[job]/cartel",
  "/favores/alertas",
  "/favores/hechos",
  "/favores/nuevo",
  "/favores/rss.xml",
  "/favores/recuperar",
  "/gestion/[token]",
  "/gracias/[what]/[receipt]",
  "/mis-datos/pedir",
  "/moderacion",
  "/moderacion/resuelve/[id].mdx",
];

/** Astro adds these to every site with an adapter; ours answers "not found" in their place. */
const REFUSED = ["/_image", "/_server-islands/[name]"];

// The file names some routes more than once.
function onDemandRoutes(): string[] {
  const manifest = readFileSync(join(ROOT, ".netlify/build/entry.mjs"), "utf8");
  const routes = manifest
    .split('"routeData":')
    .slice(1)
    .filter((route) => /"prerender":\s*false/.test(route))
    .map((route) => /"route":\s*"([^"]*)"/.exec(route)?.[1] ?? "unreadable");
  return [...new Set(routes)];
}

test("the function answers the routes of this list and no other", () => {
  expect(onDemandRoutes().sort()).toEqual([...ON_DEMAND, ...REFUSED].sort());
});

test("the platform is allowed to fetch no picture from anywhere else", () => {
  const config = JSON.parse(readFileSync(join(ROOT, ".netlify/v1/config.json"), "utf8")) as {
    readonly images?: { readonly remote_images?: readonly string[] };
  };
  expect(config.images?.remote_images ?? []).toEqual([]);
});

describe("what nobody asked for does not exist", () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test("while the function that would answer it is up", async () => {
    const home = await fetch(`${site.origin}/`);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain("</html>");
  });

  // Astro's own routes are matched and refused; every other address is answered by the page that says so.
  test.each([
    ["/_image/?href=/api/health&f=svg", "no-store"],
    ["/_image/?href=/icon-512.png&f=avif&w=512", "no-store"],
    ["/_server-islands/Ticket/", "no-store"],
    ["/_image?href=/icon-512.png&f=avif&w=512", "public, max-age=0, must-revalidate"],
    ["/_actions/send/", "public, max-age=0, must-revalidate"],
    ["/.netlify/images?url=/icon-512.png", "public, max-age=0, must-revalidate"],
  ])("%s is not found, and is kept by nobody: %s", async (path, caching) => {
    const answer = await fetch(site.origin + path, { redirect: "follow" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type") ?? "").not.toMatch(/^image/);
    expect(answer.headers.get("cache-control")).toBe(caching);
    expect(answer.headers.get("netlify-cdn-cache-control")).toBeNull();
  });
});
