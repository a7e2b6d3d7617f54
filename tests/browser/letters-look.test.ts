import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderMail } from "../../src/mail/render.ts";
import { context, sampleEvents } from "../support/builders/sample-events.ts";
import { axeFaults } from "../support/site/axe.ts";
import { openBrowser } from "../support/site/browser.ts";

/** A phone, and the pane of a mail program. */
const WIDTHS = [320, 720];
/** What a finger hits. */
const TARGET = 44;

const plain = sampleEvents("Regar el huerto de la escuela").map((event) => renderMail(event, context));
/** In one word without a place to break, of the widest letter. */
const wide = sampleEvents("W".repeat(80)).map((event) => renderMail(event, context));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("every letter can be read in both themes: its text stands out from what is behind it", async () => {
  const page = await browser.newPage();
  for (const { subject, html } of plain) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setContent(html);
    const rules = ["color-contrast", "link-name", "list", "listitem", "valid-lang"];
    expect(await axeFaults(page, rules), subject).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await axeFaults(page, ["color-contrast"]), `${subject}, dark`).toEqual([]);
  }
  await page.close();
});

test.each(WIDTHS)("nothing is wider than %i pixels, and a button is as high as a finger", async (width) => {
  const page = await browser.newPage({ colorScheme: "light" });
  await page.setViewportSize({ width, height: 700 });
  for (const { subject, html } of [...plain, ...wide]) {
    await page.setContent(html);
    expect(await page.evaluate("document.documentElement.scrollWidth"), subject).toBe(width);
    for (const button of await page.locator('a[style*="inline-block"]').all()) {
      expect((await button.boundingBox())?.height, subject).toBeGreaterThanOrEqual(TARGET);
    }
  }
  await page.close();
});
