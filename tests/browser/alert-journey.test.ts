import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { sendJob } from "../support/site/live-pages.ts";
import { linkIn, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const TWO_DAYS = { CLOCK_OFFSET: "48" };

let data: string;
let site: RealSite;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("who looks for something that is not there yet, at 360 px, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  const email = `eva-${tag}@example.org`;
  let visitor: BrowserContext;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "makethejobs-alert-"));
    site = await startRealSite({}, data);
    visitor = await newVisitor(browser, { javaScript, width: 360 });
  });
  afterEach(async () => {
    await visitor.close();
    await site.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test("is mailed when it comes, and ends it by the button of a page that asks", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/?lugar=soria&lugar=teruel&q=trompeta+${tag}`);
    await page.getByRole("heading", { name: "Ningún favor con esos filtros" }).waitFor();
    await page.getByRole("link", { name: "Avísame por correo cuando haya alguno" }).click();
    await page.getByText(`Soria, Teruel, «trompeta ${tag}»`).waitFor();
    expect(await fits(page)).toBe(true);

    await page.getByRole("radio", { name: "Cada día" }).check();
    await page.getByRole("button", { name: "Pedir la alerta" }).click();
    await page.getByText("Escribe tu correo electrónico.").first().waitFor();
    expect(await page.getByText(`Soria, Teruel, «trompeta ${tag}»`).isVisible()).toBe(true);
    await page.getByLabel("Tu correo").fill(email);
    await page.getByRole("button", { name: "Pedir la alerta" }).click();
    await page.waitForURL("**/gracias/alerta/");

    await page.goto(linkIn(await site.mailTo(email, /confirma/i)));
    expect(await page.getByRole("main").textContent()).toContain(`Soria, Teruel, «trompeta ${tag}»`);
    await page.getByRole("button", { name: "Confirmar la alerta" }).click();
    await page.waitForURL("**/?hecho=confirm");
    await page.goto(linkIn(await site.mailTo(email, /en marcha/i)));
    await page.getByText("Cambiar cada cuánto llega").first().click();
    await page.getByRole("radio", { name: "Cada semana" }).check();
    await page.getByRole("button", { name: "Cambiar cada cuánto llega" }).click();
    await page.waitForURL("**/?hecho=change");
    await page.getByText("Cambiar cada cuánto llega").first().click();
    await page.getByRole("radio", { name: "Cada día" }).check();
    await page.getByRole("button", { name: "Cambiar cada cuánto llega" }).click();
    await page.getByText("Favores nuevos, cada día").waitFor();
    expect(await fits(page)).toBe(true);

    await sendJob(site, `Clases de trompeta ${tag} partitura`, `ana-${tag}@example.org`, { place: "soria" });
    await site.stop();
    site = await startRealSite(TWO_DAYS, data);
    const letter = await site.mailTo(email, /1 favor nuevo/);
    expect(letter.text).toContain(`Clases de trompeta ${tag} partitura`);

    const link = new URL(linkIn(letter)).pathname;
    await page.goto(site.origin + link);
    expect(await fits(page)).toBe(true);
    await page.getByRole("button", { name: "No quiero más correos de esta alerta" }).click();
    await page.waitForURL("**/?hecho=unsubscribe");
    await page.getByText("Dejaste esta alerta").waitFor();
    expect(await fits(page)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
