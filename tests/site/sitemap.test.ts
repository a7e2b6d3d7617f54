import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { builtPage, builtPaths, DIST, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

function file(path: string): string {
  return readFileSync(join(DIST, path), "utf8");
}

const ENTRIES = [
  ...file("sitemap-0.xml").matchAll(/<url><loc>([^<]+)<\/loc>(?:<lastmod>([^<]+)<\/lastmod>)?<\/url>/g),
].map(([, url = "", changedAt]) => ({ path: new URL(url).pathname, url, changedAt }));
const BUILT = new Set(builtPaths());
const isListed = (html: string): boolean => !html.includes('name="robots" content="noindex');

let site: RunningSite;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

describe("the sitemap", () => {
  test("has every built page that doesn't ask to be left out, and no other", () => {
    const listed = [...BUILT].filter((path) => isListed(builtPage(path)));
    expect(listed.length).toBeGreaterThan(60);
    expect(
      ENTRIES.map(({ path }) => path)
        .filter((path) => BUILT.has(path))
        .toSorted(),
    ).toEqual(listed.toSorted());
    expect(new Set(ENTRIES.map(({ url }) => url)).size).toBe(ENTRIES.length);
  });

  test("has live pages that answer, may be listed and name themselves as it does", async () => {
    const live = ENTRIES.filter(({ path }) => !BUILT.has(path));
    expect(live.map(({ path }) => path)).toEqual(expect.arrayContaining(["/", "/favores/"]));
    for (const { path, url, changedAt } of live) {
      const response = await fetch(site.origin + path);
      const html = await response.text();
      expect(response.status, path).toBe(200);
      expect(html, path).toContain(`<link rel="canonical" href="${url}">`);
      expect(isListed(html), path).toBe(true);
      // What visitors do changes them at any time; what everybody sees of `/moderacion/` is an editor's text.
      if (path !== "/moderacion/") expect(changedAt, path).toBeUndefined();
    }
  });

  test("says of an article the day that its page says it changed, and of a list the newest of what it lists", () => {
    const days = new Map(ENTRIES.map(({ path, changedAt }) => [path, changedAt]));
    const articles = ENTRIES.filter(({ path }) => /^\/articulos\/[^/]*[a-z][^/]*\/$/.test(path));
    expect(articles.length).toBeGreaterThan(10);
    for (const { path, changedAt } of articles) {
      const head = /<p class="article-meta">[\s\S]*?<\/p>/.exec(builtPage(path))?.[0] ?? "";
      const shown = [...head.matchAll(/datetime="(\d{4}-\d{2}-\d{2})/g)].map(([, day]) => day);
      expect(changedAt, path).toBe(shown.at(-1));
    }
    const newest = articles
      .map(({ changedAt = "" }) => changedAt)
      .toSorted()
      .at(-1);
    for (const list of ["/articulos/", "/archivo/", "/temas/", "/autores/equipo/"])
      expect(days.get(list)).toBe(newest);
    expect(file("sitemap-index.xml")).toMatch(
      /<loc>https?:\/\/[^<]+\/sitemap-0\.xml<\/loc><lastmod>\d{4}-\d{2}-\d{2}<\/lastmod>/,
    );
  });
});

describe("what the site says to machines", () => {
  test("robots.txt leads to the sitemap and closes what is nobody's to list", () => {
    const robots = file("robots.txt");
    expect(robots).toMatch(/^Sitemap: https?:\/\/[^/]+\/sitemap-index\.xml$/m);
    for (const path of ["/api/", "/gestion/", "/buzon/"]) expect(robots).toContain(`Disallow: ${path}\n`);
    const closed = [...robots.matchAll(/^Disallow: (.+)$/gm)].map(([, path = ""]) => path);
    expect(ENTRIES.filter(({ path }) => closed.some((start) => path.startsWith(start)))).toEqual([]);
  });

  test("llms.txt says what this is and leads only to what is there", async () => {
    const text = file("llms.txt");
    expect(text).toMatch(/^# Makethejobs\n\n> \S/);
    const links = [...text.matchAll(/^- \[[^\]]+\]\((https?:[^)]+)\)/gm)].map(
      ([, url = ""]) => new URL(url).pathname,
    );
    expect(links.length).toBeGreaterThan(60);
    const answers = await Promise.all(
      links.map(async (path) => [path, (await fetch(site.origin + path)).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 200)).toEqual([]);
  });

  test("humans.txt says who, where and with what", () => {
    expect(file("humans.txt")).toMatch(/EQUIPO[\s\S]+Equipo Makethejobs[\s\S]+SITIO/);
  });

  test("security.txt says where to write, and until when that holds", () => {
    const text = file(".well-known/security.txt");
    expect(text).toMatch(
      /^Contact: mailto:\S+@\S+\nExpires: \S+\nPreferred-Languages: es, en\nCanonical: https:\S+\/\.well-known\/security\.txt\n$/,
    );
    const days = (Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? "") - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(180);
    expect(days).toBeLessThan(365);
  });

  test("the manifest is in Spanish, its icons are there and as big as it says", () => {
    const manifest = Manifest.parse(JSON.parse(file("manifest.webmanifest")));
    expect(manifest).toMatchObject({ lang: "es", start_url: "/" });
    expect(manifest.icons.some(({ purpose }) => purpose === "maskable")).toBe(true);
    for (const { src, sizes, type } of manifest.icons) {
      const bytes = readFileSync(join(DIST, src));
      if (type === "image/svg+xml") expect(bytes.toString()).toMatch(/^<svg /);
      else expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  test("every icon that a page names is there", () => {
    const icons = [...builtPage("/temas/").matchAll(/<link rel="(?:icon|apple-touch-icon)" href="([^"]+)"/g)];
    expect(icons).toHaveLength(3);
    for (const [, href = ""] of icons) expect(readFileSync(join(DIST, href)).length).toBeGreaterThan(100);
  });
});

const Manifest = z.object({
  lang: z.string(),
  start_url: z.string(),
  icons: z
    .array(z.object({ src: z.string(), sizes: z.string(), type: z.string(), purpose: z.string().optional() }))
    .min(3),
});
