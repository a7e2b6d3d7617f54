import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { browser, openSite, site } from "../support/site/journey.ts";
import { builtPage, builtPaths } from "../support/site/built-site.ts";

const INDEX = "/preguntas-frecuentes/";
const SLUG = "cuanto-cuesta";
const ANSWER = `${INDEX}${SLUG}/`;
const SLUGS = builtPaths()
  .filter((path) => /^\/preguntas-frecuentes\/.+/.test(path))
  .map((path) => path.slice(INDEX.length, -1));

openSite();

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  return page;
}

describe("the list of questions", () => {
  const html = builtPage(INDEX);

  test("has every question once, with its answer in short, its own address and a vote", () => {
    const items = html.match(/<details class="faq-item" id="[a-z-]+">[\s\S]*?<\/details>/g) ?? [];
    expect(items).toHaveLength(SLUGS.length);
    expect(SLUGS.length).toBeGreaterThanOrEqual(30);
    for (const item of items) {
      const slug = /id="([a-z-]+)"/.exec(item)?.[1] ?? "";
      expect(item).toContain(`href="${INDEX}${slug}/"`);
      expect(item).toContain(`name="question" value="${slug}"`);
      const short = /<\/summary><p>([\s\S]*?)<\/p>/.exec(item)?.[1] ?? "";
      expect(short.length, slug).toBeGreaterThan(60);
      // A sentence that announces a list would hang in the air without it.
      expect(short, slug).not.toMatch(/:$/);
    }
  });
});

describe.each([
  ["with JavaScript", true],
  ["without JavaScript", false],
])("%s", (_, javaScript) => {
  test("an address with a question's name shows its answer", async () => {
    const page = await open(`${INDEX}#${SLUG}`, javaScript);
    const isShown = (slug: string) =>
      page
        .locator(`#${slug} > p`)
        .first()
        .evaluate((answer) => answer.checkVisibility());
    expect(await isShown(SLUG)).toBe(true);
    expect(await isShown("que-es-makethejobs")).toBe(false);
    await page.context().close();
  });

  test("«No» says thank you and offers to tell why, which reaches the editors by mail", async () => {
    const page = await open(ANSWER, javaScript);
    const before = (await site.mails()).length;
    await page.getByRole("button", { name: "No", exact: true }).click();
    await page.waitForURL("**#cuentanos");
    expect(await page.getByText("¿Nos cuentas qué le falta?").isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Sí" }).isVisible()).toBe(false);
    const said = `Falta decir cuánto cobra ${String(javaScript)}`;
    await page.getByLabel("Qué buscabas").fill(said);
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.waitForURL("**#recibido");
    expect(await page.getByText("Recibido, gracias").isVisible()).toBe(true);
    const mail = await site.mailTo("info@makethejobs.com", /nos cuentan qué falta/);
    expect(mail.text).toContain(`> ${said}`);
    expect(await site.mails()).toHaveLength(before + 1);
    await page.context().close();
  });

  test("«Sí» says thank you", async () => {
    const page = await open(`${INDEX}quien-ve-mis-datos/`, javaScript);
    await page.getByRole("button", { name: "Sí", exact: true }).click();
    await page.waitForURL("**#gracias");
    expect(await page.getByText("Nos alegra").isVisible()).toBe(true);
    await page.context().close();
  });

  test("a vote in the list is thanked for", async () => {
    const page = await open(`${INDEX}#${SLUG}`, javaScript);
    await page.locator(`#${SLUG}`).getByRole("button", { name: "No", exact: true }).click();
    if (javaScript) {
      const thanks = page.locator(`#${SLUG}`).getByText("Gracias por decírnoslo.");
      await thanks.waitFor();
      expect(await thanks.evaluate((said) => said === document.activeElement)).toBe(true);
      await page.getByRole("link", { name: "¿Nos cuentas qué le falta?" }).click();
    }
    await page.waitForURL(`**${ANSWER}#cuentanos`);
    expect(await page.locator("#cuentanos").count()).toBe(1);
    await page.context().close();
  });
});

test("a link inside the list opens the answer that it leads to", async () => {
  const page = await open(INDEX);
  await page.evaluate((slug) => (location.hash = slug), SLUG);
  await page.waitForFunction((slug) => document.getElementById(slug)?.hasAttribute("open"), SLUG);
  expect(await page.locator("details[open]").count()).toBe(1);
  await page.context().close();
});
