import type { Browser, BrowserContext, Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const THREAD = "/articulos/las-cinco-funciones-de-un-community-manager/";
/** What tries to run in each of the ways that markup has. */
const HOSTILE =
  '<img src="x" onerror="document.title=\'mal\'"><script>document.title="mal"</script>' +
  '<a href="javascript:document.title=1">pulsa</a><iframe srcdoc="<p>mal</p>"></iframe>';
const LIST = `<div data-words="Llegado"><p id="llegado">Llegado</p>${HOSTILE}</div>`;

let site: RealSite;
let browser: Browser;
let visitor: BrowserContext;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  visitor = await newVisitor(browser, { javaScript: true });
  ({ page } = await newPage(visitor));
});
afterEach(() => visitor.close());

/** Comes near the conversation once the answer that brings its list is the given one. */
async function readThread(answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route("**/comentarios/?fragment=1", answer);
  await page.goto(site.origin + THREAD);
  const answered = page.waitForResponse((response) => response.url().includes("fragment=1"));
  await page.locator("[data-thread]").scrollIntoViewIfNeeded();
  await answered;
}

async function partsThatRun(): Promise<number> {
  return page.locator("[onerror], [srcdoc], iframe, [href^='javascript'], .comment-text script").count();
}

test("a list of our own page is taken, without anything in it that could run", async () => {
  await readThread((route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: LIST }));
  await page.locator("#llegado").waitFor();
  expect(await partsThatRun()).toBe(0);
  expect(await page.title()).not.toBe("mal");
});

test.each<[string, (route: Route) => Promise<void>]>([
  ["that is no page", (route) => route.fulfill({ contentType: "text/plain", body: LIST })],
  ["that failed", (route) => route.fulfill({ status: 500, contentType: "text/html", body: LIST })],
])("an answer %s is left alone", async (_, answer) => {
  await readThread(answer);
  // What comes after it in the page's own order of events.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
  expect(await page.locator("#llegado").count()).toBe(0);
});

test("a preview that brings more than a comment can hold is shown without it", async () => {
  await page.route("**/api/comments/preview", (route) =>
    route.fulfill({ json: { html: `<p id="llegado">Hola</p>${HOSTILE}` } }),
  );
  await page.goto(site.origin + THREAD);
  await fillIn(page, { "Tu comentario": "Hola", "Tu nombre": "Ana", "Tu correo": "ana@example.org" });
  await page.getByRole("button", { name: "Ver cómo queda" }).click();
  await page.locator("output #llegado").waitFor();
  expect(await partsThatRun()).toBe(0);
});
