import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { openBrowser } from "./browser.ts";
import { startRealSite, type RealSite } from "./real-site.ts";

/** Of the test file that called `openSite` or `openSiteForEach`; there before its first test. */
export let site: RealSite;
export let browser: Browser;

/** Starts the built site and a real browser for the tests of a file. */
export function openSite(env: Readonly<Record<string, string>> = {}): void {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startRealSite(env), openBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });
}

/** The same with an empty site for each test: a letter to the moderators is followed by none for a while. */
export function openSiteForEach(): void {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    site = await startRealSite();
  });
  afterEach(async () => {
    await site.stop();
  });
}

/** Both ways in which people use the site. */
export const BOTH_WAYS = [
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
] as const;
