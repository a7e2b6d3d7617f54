import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { OUTLINES } from "../maps/outlines.ts";
import { openBrowser } from "../support/site/browser.ts";
import { builtPage, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

test.each(OUTLINES)("the files of $slug open clean", async ({ slug }) => {
  const page = await browser.newPage();
  for (const [ending, type] of [
    ["svg", "image/svg+xml"],
    ["opml", "text/xml"],
  ] as const) {
    const errors = await page.evaluate(
      ([text, mime]) =>
        new DOMParser().parseFromString(text, mime as DOMParserSupportedType).querySelectorAll("parsererror")
          .length,
      [builtPage(`/mapas/${slug}.${ending}`), type] as const,
    );
    expect(errors, ending).toBe(0);
  }
  await page.close();
});

test.each(OUTLINES)("the drawing of $slug is served as a picture that a page can show", async ({ slug }) => {
  const response = await fetch(`${site.origin}/mapas/${slug}.svg`);
  expect(response.headers.get("content-type")).toContain("image/svg+xml");
  const page = await browser.newPage();
  await page.goto(`${site.origin}/mapas/`);
  const width = await page.evaluate(async (src) => {
    const picture = new Image();
    picture.src = src;
    await picture.decode();
    return picture.naturalWidth;
  }, `/mapas/${slug}.svg`);
  expect(width).toBeGreaterThan(600);
  await page.close();
});
