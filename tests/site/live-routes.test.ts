import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROOT, startBuiltSite, type RunningSite } from "./built-site.ts";

/** Every route that the deployed function answers. A new one is a decision: it is written here or it is a mistake. */
const ON_DEMAND = [
  "/",
  "/404",
  "/articulos/[slug]/comentarios",
  "/articulos/[slug]/comentarios/lista",
  "/articulos/[slug]/comentarios/rss.xml",
  "/cifras",
  "/comentarios/rss.xml",
  "/contacto",
  "/favores",
  "/favores/[job]",
  "/favores/nuevo",
  "/favores/rss.xml",
  "/gestion/[token]",
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

describe("what nobody asked for does not exist", () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test.each([
    "/_image/?href=/api/health&f=svg",
    "/_image/?href=/icon-512.png&f=avif&w=512",
    "/_image?href=/icon-512.png&f=avif&w=512",
    "/_server-islands/Ticket/",
    "/_actions/send/",
    "/.netlify/images?url=/icon-512.png",
  ])("%s is not found, and is kept by nobody", async (path) => {
    const answer = await fetch(site.origin + path, { redirect: "follow" });
    expect(answer.status).toBe(404);
    expect(answer.headers.get("cache-control") ?? "").not.toMatch(/max-age=[1-9]|immutable/);
  });
});
