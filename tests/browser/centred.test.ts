import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { fillSite, type LivePage } from "../support/site/live-pages.ts";
import { TEMPLATES } from "../support/site/built-site.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

const DESK = { width: 1280, height: 900 };
/** How much emptier than the left side the right one may be: lines of text end where they end. */
const RAGGED = 130;

let site: RealSite;
let browser: Browser;
let live: readonly LivePage[];
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  live = await fillSite(site);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** What of the window's width is left free beside everything that can be seen in the main part. */
async function freeSides(page: Page): Promise<{ left: number; right: number }> {
  return page.evaluate(() => {
    const main = document.querySelector("main");
    const boxes: DOMRect[] = [];
    const texts = document.createTreeWalker(main ?? document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      boxes.push(...range.getClientRects());
    }
    for (const drawn of main?.querySelectorAll("svg, input, textarea, select, .button") ?? []) {
      boxes.push(drawn.getBoundingClientRect());
    }
    // What nobody sees stands far outside.
    const seen = boxes.filter(({ left, width, height }) => left >= 0 && width > 4 && height > 4);
    return {
      left: Math.min(...seen.map(({ left }) => left)),
      right: innerWidth - Math.max(...seen.map(({ right }) => right)),
    };
  });
}

test("at a desk no page stands at the left with nothing beside it", async () => {
  const context = await browser.newContext({ viewport: DESK, reducedMotion: "reduce" });
  const page = await context.newPage();
  const leaning: string[] = [];
  for (const { name, path } of [...TEMPLATES, ...live]) {
    await page.goto(site.origin + path);
    const { left, right } = await freeSides(page);
    if (right - left > RAGGED)
      leaning.push(`${name}: ${Math.round(left)} free at the left, ${Math.round(right)} at the right`);
  }
  await context.close();
  expect(leaning).toEqual([]);
});

test("the way here begins where the column that it leads to begins", async () => {
  const context = await browser.newContext({ viewport: DESK });
  const page = await context.newPage();
  for (const path of ["/aviso-legal/", "/favores/nuevo/", "/articulos/"]) {
    await page.goto(site.origin + path);
    const [crumbs, heading] = await Promise.all(
      [".crumbs", "h1"].map(async (selector) => (await page.locator(selector).first().boundingBox())?.x),
    );
    expect(crumbs, path).toBe(heading);
  }
  await context.close();
});
