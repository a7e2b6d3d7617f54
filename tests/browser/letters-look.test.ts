import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderMail } from "../../src/mail/render.ts";
import { context, sampleEvents } from "../support/builders/sample-events.ts";
import { openBrowser } from "../support/site/browser.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

async function open(theme: "light" | "dark"): Promise<Page> {
  const context = await browser.newContext({ colorScheme: theme });
  return context.newPage();
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  test("every letter can be read: its text stands out from what is behind it", async () => {
    const page = await open(theme);
    for (const { subject, html } of plain) {
      await page.setContent(html);
      await page.evaluate(AXE);
      const { violations } = await page.evaluate<AxeResults>(
        "axe.run(document, { runOnly: ['color-contrast', 'link-name', 'list', 'listitem', 'valid-lang'] })",
      );
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html: at }) => `${id}: ${at}`)),
        subject,
      ).toEqual([]);
    }
    await page.context().close();
  });
});

test.each(WIDTHS)("nothing is wider than %i pixels, and a button is as high as a finger", async (width) => {
  const page = await open("light");
  await page.setViewportSize({ width, height: 700 });
  for (const { subject, html } of [...plain, ...wide]) {
    await page.setContent(html);
    expect(await page.evaluate("document.documentElement.scrollWidth"), subject).toBe(width);
    for (const button of await page.locator('a[style*="inline-block"]').all()) {
      expect((await button.boundingBox())?.height, subject).toBeGreaterThanOrEqual(TARGET);
    }
  }
  await page.context().close();
});
