import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

const ARTICLE = "/articulos/nunca-borres-la-polemica/";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

describe("the link to an article", () => {
  test("is copied without what it points at, and the button says so", async () => {
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
    const page = await context.newPage();
    await page.goto(`${site.origin}${ARTICLE}?utm=x#comentarios`);
    await page.getByRole("button", { name: "Copiar el enlace" }).click();
    await page.getByText("Enlace copiado").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(site.origin + ARTICLE);
    await context.close();
  });

  test("has no button where there is no script to press it for", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.origin + ARTICLE);
    expect(await page.getByText("Copiar el enlace").isVisible()).toBe(false);
    expect(await page.getByRole("link", { name: "Mastodon" }).isVisible()).toBe(true);
    await context.close();
  });
});

describe("the contents of an article", () => {
  const MARKED = ".toc [aria-current]";

  test("say at a desk which part is being read, however somebody got there", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.origin + ARTICLE);
    const links = page.locator(".toc a");
    const names = await links.allInnerTexts();
    expect(names.length).toBeGreaterThan(2);
    expect(await page.locator(MARKED).count()).toBe(0);
    await links.nth(2).click();
    await expect.poll(() => page.locator(MARKED).allInnerTexts()).toEqual([names[2]]);
    expect(await page.locator(MARKED).getAttribute("aria-current")).toBe("location");
    // No heading stays in sight on the way.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await expect.poll(() => page.locator(MARKED).allInnerTexts()).toEqual(names.slice(-1));
    await page.evaluate(() => scrollTo(0, 0));
    await expect.poll(() => page.locator(MARKED).count()).toBe(0);
    await page.close();
  });

  test("bring no script along where they stand above the text", async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(request.url()));
    await page.goto(site.origin + ARTICLE, { waitUntil: "networkidle" });
    expect(loaded.filter((url) => url.includes("/search."))).toHaveLength(1);
    expect(loaded.filter((url) => url.includes("/contents."))).toEqual([]);
    await page.close();
  });
});

test("on paper there is the article, its figures, where it comes from, and nothing to press", async () => {
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  await page.goto(site.origin + ARTICLE);
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  for (const selector of [".header-nav", ".share", ".toc", ".thread-section", ".article-more", ".crumbs"]) {
    expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
  }
  for (const selector of ["h1", ".figure img", ".credits", ".article-address", ".aside"]) {
    expect(await page.locator(selector).first().isVisible(), selector).toBe(true);
  }
  expect(await page.locator(".article-address").innerText()).toMatch(
    /https?:\/\/\S+\/nunca-borres-la-polemica\//,
  );
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toMatch(
    /rgb\(255, 255, 255\)|oklch\(1 /,
  );
  await context.close();
});
