import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { sendJob } from "../support/site/live-pages.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

/** What a phone shows at once; in pixels. */
const PHONE = { width: 360, height: 740 };
/** A list's first ticket begins above this. */
const FOLD = 500;
/** What a finger hits. */
const TARGET = 44;

let site: RealSite;
let browser: Browser;
let favour: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  favour = `/favores/${await sendJob(site, "Regar el huerto en agosto", "ana@example.org", {
    rewardKind: "thing",
    rewardText: "W".repeat(200),
  })}/`;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(path: string, viewport = PHONE): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

async function box(page: Page, selector: string): Promise<{ top: number; bottom: number; height: number }> {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`${selector} is not seen`);
  return { top: found.y, bottom: found.y + found.height, height: found.height };
}

describe("on a phone, without JavaScript", () => {
  test.each(["/", "/favores/"])("the first ticket of %s begins above the fold", async (path) => {
    const page = await open(path);
    // On the home page the first of all is a drawing beside the words, which a phone does not have.
    expect((await box(page, ".tickets .ticket")).top).toBeLessThan(FOLD);
    await page.context().close();
  });

  test("the reward and the way to offer oneself stay at the lower edge until the form comes", async () => {
    const page = await open(favour);
    const button = ".offer-bar a";
    expect((await box(page, ".offer-bar")).bottom).toBe(PHONE.height);
    expect((await box(page, button)).height).toBeGreaterThanOrEqual(TARGET);
    await page.mouse.wheel(0, 200);
    await expect.poll(() => page.evaluate("scrollY")).toBe(200);
    expect((await box(page, ".offer-bar")).bottom).toBe(PHONE.height);
    await page.getByRole("link", { name: "Me ofrezco" }).click();
    const form = await box(page, "#me-ofrezco");
    expect(form.top).toBeGreaterThanOrEqual(0);
    expect(form.top).toBeLessThan(PHONE.height / 4);
    expect((await box(page, ".offer-bar")).bottom).toBeLessThanOrEqual(form.top);
    await page.context().close();
  });

  test("a window as low as a keyboard leaves it is not covered by it", async () => {
    const page = await open(favour, { width: 320, height: 256 });
    expect((await box(page, ".offer-bar")).top).toBeGreaterThan(256);
    await page.context().close();
  });
});

test("where the form stands in sight there is no bar", async () => {
  const page = await open(favour, { width: 1280, height: 900 });
  expect(await page.locator(".offer-bar").isVisible()).toBe(false);
  await page.context().close();
});
