import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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

/** Pixels that stand at least between two things. A line above a heading, such as a category, belongs to it. */
const LEAST = { HEADING: 4, ITEM: 2, PART: 8 };

/** What stands too near to what comes before it, inside the main part of a page. Runs in the page. */
function crowded({ HEADING, ITEM, PART }: typeof LEAST): string[] {
  const found: string[] = [];
  const isSeen = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !/absolute|fixed/.test(getComputedStyle(element).position) &&
    element.getBoundingClientRect().height > 1;
  const words = (element: Element): string =>
    `${element.tagName.toLowerCase()} «${element.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}»`;
  const before = (element: Element): Element | null => {
    let sibling = element.previousElementSibling;
    while (sibling && !isSeen(sibling)) sibling = sibling.previousElementSibling;
    return sibling;
  };
  /** The space inside an element above what it holds first, or below what it holds last. */
  const inside = (element: Element, side: "Top" | "Bottom"): number => {
    const style = getComputedStyle(element);
    const child = side === "Top" ? element.firstElementChild : element.lastElementChild;
    return (
      parseFloat(style[`padding${side}`]) +
      (child && isSeen(child)
        ? parseFloat(getComputedStyle(child)[`margin${side}`]) + inside(child, side)
        : 0)
    );
  };
  const gap = (upper: Element, lower: Element): number =>
    lower.getBoundingClientRect().top - upper.getBoundingClientRect().bottom;
  /** From what one holds last to what the other holds first. */
  const space = (upper: Element, lower: Element): number =>
    gap(upper, lower) + inside(upper, "Bottom") + inside(lower, "Top");
  const stands = (upper: Element | null, lower: Element): upper is Element =>
    upper !== null && isSeen(lower) && gap(upper, lower) >= -1;

  for (const heading of document.querySelectorAll("main :is(h2, h3, h4)")) {
    const upper = before(heading);
    if (!stands(upper, heading) || space(upper, heading) >= HEADING) continue;
    found.push(`${words(heading)} is ${space(upper, heading).toFixed(0)} px below ${words(upper)}`);
  }
  for (const item of document.querySelectorAll("main li")) {
    const upper = before(item);
    // Items in a flow of words have their gap beside them.
    if (!stands(upper, item) || /inline/.test(getComputedStyle(item).display) || space(upper, item) >= ITEM)
      continue;
    found.push(`${words(item)} is ${space(upper, item).toFixed(0)} px below ${words(upper)}`);
  }
  for (const part of document.querySelectorAll("main :is(section, article, aside, nav, form)")) {
    const upper = before(part);
    if (!stands(upper, part) || space(upper, part) >= PART) continue;
    found.push(`${words(part)} is ${space(upper, part).toFixed(0)} px below ${words(upper)}`);
  }
  return found;
}

test.each([360, 1280])("nothing sticks to what stands above it, on any template, at %i px", async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  const found: string[] = [];
  for (const { name, path } of TEMPLATES) {
    await page.goto(site.origin + path);
    found.push(...(await page.evaluate(crowded, LEAST)).map((problem) => `${name}: ${problem}`));
  }
  await context.close();
  expect(found).toEqual([]);
});
