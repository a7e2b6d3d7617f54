import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults, COLOUR_RULES } from "../support/site/axe.ts";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, TEMPLATES, type RunningSite } from "../support/site/built-site.ts";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
    // The page's policy would refuse the tester's script as well.
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

describe.each(TEMPLATES)("$name", ({ path }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open(path);
  });
  afterAll(() => page.context().close());

  test("axe finds nothing in the light theme", async () => {
    expect(await axeFaults(page)).toEqual([]);
  });

  test("axe finds nothing in the colours of the dark theme", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFaults(page, COLOUR_RULES)).toEqual([]);
  });

  test("nothing sticks out at 320 pixels, which is also 1280 at 400 % zoom, and axe finds nothing", async () => {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 900 });
    await page.goto(site.origin + path);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0]).toBe(widths[1]);
    expect(await axeFaults(page)).toEqual([]);
  });
});

test("the first Tab shows a link that jumps over the header", async () => {
  const page = await open("/articulos/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Saltar al contenido" });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenido");
  await page.context().close();
});
