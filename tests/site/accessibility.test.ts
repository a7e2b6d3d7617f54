import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, TEMPLATES, type RunningSite } from "../support/site/built-site.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

async function open(path: string, options: { theme: "light" | "dark"; width: number }): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: options.width, height: 900 },
    colorScheme: options.theme,
    reducedMotion: "reduce",
    // The page's policy would refuse the tester's script as well.
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const results = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
  );
}

describe.each(["light", "dark"] as const)("axe in the %s theme", (theme) => {
  test.each(TEMPLATES)("finds nothing on: $name", async ({ path }) => {
    const page = await open(path, { theme, width: 1280 });
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

describe("320 pixels wide, which is also 1280 at 400 % zoom", () => {
  test.each(TEMPLATES)("nothing sticks out of: $name", async ({ path }) => {
    const page = await open(path, { theme: "light", width: 320 });
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0]).toBe(widths[1]);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });
});

test("the first Tab shows a link that jumps over the header", async () => {
  const page = await open("/articulos/", { theme: "light", width: 1280 });
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Saltar al contenido" });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.height).toBeGreaterThan(20);
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("contenido");
  await page.context().close();
});
