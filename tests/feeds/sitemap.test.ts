import { expect, test } from "vitest";
import { llmsTxt } from "../../src/feeds/llms-txt.ts";
import { lastChange, sitemapIndexXml, sitemapXml } from "../../src/feeds/sitemap.ts";

test("a page says the day it changed, and one that can't tell says none", () => {
  const xml = sitemapXml([
    { url: "https://site.test/a/?x=1&y=2", changedAt: new Date("2026-11-16T00:00:00Z") },
    { url: "https://site.test/favores/" },
  ]);
  expect(xml).toContain(
    "<url><loc>https://site.test/a/?x=1&amp;y=2</loc><lastmod>2026-11-16</lastmod></url>",
  );
  expect(xml).toContain("<url><loc>https://site.test/favores/</loc></url>");
  expect(sitemapIndexXml([{ url: "https://site.test/sitemap-0.xml" }])).toContain(
    "<sitemap><loc>https://site.test/sitemap-0.xml</loc></sitemap>",
  );
});

test("the newest date of a list is its date", () => {
  const [a, b] = [new Date("2026-11-16"), new Date("2026-11-20")];
  expect(lastChange([{ url: "a", changedAt: b }, { url: "b" }, { url: "c", changedAt: a }])).toEqual(b);
  expect(lastChange([{ url: "a" }])).toBeUndefined();
});

test("llms.txt has one list a section, and no section without links", () => {
  const text = llmsTxt(
    "Sitio",
    "Para qué es.",
    ["Una nota."],
    [
      {
        title: "Artículos",
        links: [{ title: "Uno [1]", url: "https://site.test/uno/", description: "De qué va." }],
      },
      { title: "Nada", links: [] },
      { title: "Más", links: [{ title: "RSS", url: "https://site.test/rss.xml" }] },
    ],
  );
  expect(text).toBe(
    "# Sitio\n\n> Para qué es.\n\nUna nota.\n\n## Artículos\n\n- [Uno 1](https://site.test/uno/): De qué va.\n\n## Más\n\n- [RSS](https://site.test/rss.xml)\n",
  );
});
