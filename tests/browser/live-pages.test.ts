import { FileSystemConfigLoader, HtmlValidate } from "html-validate/node";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFaults, COLOUR_RULES } from "../support/site/axe.ts";
import { openBrowser } from "../support/site/browser.ts";
import { ROOT } from "../support/site/built-site.ts";
import { fillSite, type LivePage } from "../support/site/live-pages.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

let site: RealSite;
let browser: Browser;
let pages: readonly LivePage[];
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  pages = await fillSite(site);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(path: string, width: number): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(site.origin + path);
  // What is folded away is part of the page too.
  await page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  return { page, complaints };
}

/** Everything about every page that is not as it should be, by the page's name. */
async function problems(look: (page: LivePage) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const page of pages) for (const problem of await look(page)) found.push(`${page.name}: ${problem}`);
  return found;
}

test("every page answers with its status and is valid HTML", async () => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const found = await problems(async ({ path, status }) => {
    const response = await fetch(site.origin + path);
    const report = await validator.validateString(await response.text(), `${ROOT}/dist/live.html`);
    return [
      ...(response.status === status ? [] : [`status ${response.status}`]),
      ...report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId} ${message}`),
      ),
    ];
  });
  expect(found).toEqual([]);
});

test("axe finds nothing in either theme, and the browser nothing to complain about", async () => {
  const found = await problems(async ({ path }) => {
    const { page, complaints } = await open(path, 1280);
    const faults = await axeFaults(page);
    await page.emulateMedia({ colorScheme: "dark" });
    faults.push(...(await axeFaults(page, COLOUR_RULES)).map((fault) => `dark: ${fault}`));
    await page.context().close();
    return [...complaints, ...faults];
  });
  expect(found).toEqual([]);
}, 120_000);

test("nothing sticks out at 320 pixels, which is also 1280 at 400 % zoom", async () => {
  const found = await problems(async ({ path }) => {
    const { page } = await open(path, 320);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await page.context().close();
    return over > 0 ? [`${over} px too wide`] : [];
  });
  expect(found).toEqual([]);
});

test("what is private is private: no cache, no search engine, no address passed on", async () => {
  const found = await problems(async ({ path, status }) => {
    if (!path.startsWith("/gestion/") && !path.includes("formulario=")) return [];
    const { headers } = await fetch(site.origin + path);
    return [
      ...(headers.get("cache-control") === "private, no-store" ? [] : ["may be cached"]),
      ...(headers.get("netlify-cdn-cache-control") === null ? [] : ["may be cached by the CDN"]),
      ...(status === 410 || path.includes("formulario=") || headers.get("x-robots-tag") === "noindex"
        ? []
        : ["may be listed"]),
      ...(path.includes("formulario=") || headers.get("referrer-policy") === "same-origin"
        ? []
        : ["passes its address on"]),
    ];
  });
  expect(found).toEqual([]);
});

test("opening every page, by GET or HEAD, changes nothing", async () => {
  const before = (await site.mails()).length;
  for (const { path } of pages) {
    await fetch(site.origin + path);
    await fetch(site.origin + path, { method: "HEAD" });
  }
  expect((await site.mails()).length).toBe(before);
  const wait = pages.find(({ name }) => name === "confirm link");
  expect(await (await fetch(site.origin + (wait?.path ?? ""))).text()).toContain("Confirmar y publicarlo");
});
