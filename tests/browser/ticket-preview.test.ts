import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

const PREVIEW = ".preview";
const BUTTON = "Pedir el favor";

let site: RealSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(width: number, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(`${site.origin}/favores/nuevo/`);
  return page;
}

async function write(page: Page): Promise<void> {
  await fillIn(page, { Título: "Llamadme al 600 11 22 33 para regar" });
  await page.getByLabel("Categoría").selectOption({ label: "Transporte" });
  await page.getByLabel("Dónde", { exact: true }).selectOption({ label: "Madrid" });
  await fillIn(page, { "Localidad o barrio": "Lavapiés" });
  await page.getByRole("radio", { name: "Dinero" }).check();
  await fillIn(page, { "Cuánto dinero": "1234,5" });
}

const readTicket = async (page: Page): Promise<string> =>
  (await page.locator(`${PREVIEW} .ticket`).innerText()).replace(/\s+/g, " ");

describe("the ticket as it is written", () => {
  test("stands beside the form at a desk, and says what would be published", async () => {
    const page = await open(1280);
    const [form, ticket] = await Promise.all([
      page.getByLabel("Título").boundingBox(),
      page.locator(`${PREVIEW} .ticket`).boundingBox(),
    ]);
    expect(ticket?.x).toBeGreaterThan((form?.x ?? 0) + (form?.width ?? 0));
    expect(await readTicket(page)).toContain("Lo que necesitas");
    await write(page);
    const said =
      /Transporte.*Llamadme al \[dato de contacto oculto\] para regar.*Lavapiés \(Madrid\).*Cuando se pueda.*Dinero.*1\D?234,50\s€/;
    await expect.poll(() => readTicket(page)).toMatch(said);
    expect(await page.locator(`${PREVIEW} .ticket`).getAttribute("data-tint")).toBe("transporte");
    expect(await page.locator(`${PREVIEW} .stamp svg`).count()).toBe(1);
    await page.getByRole("radio", { name: "Una cosa" }).check();
    await fillIn(page, { "Con tus palabras": "Un bizcocho" });
    await expect.poll(() => readTicket(page)).toMatch(/Una cosa.*Un bizcocho/);
    await page.context().close();
  });

  test("on a phone it is looked at before the button", async () => {
    const page = await open(360);
    expect(await page.locator(PREVIEW).isVisible()).toBe(false);
    await write(page);
    await expect.poll(() => readTicket(page)).toContain("Lavapiés (Madrid)");
    const [ticket, button] = await Promise.all([
      page.locator(PREVIEW).boundingBox(),
      page.getByRole("button", { name: BUTTON }).boundingBox(),
    ]);
    expect((ticket?.y ?? 0) + (ticket?.height ?? 0)).toBeLessThan(button?.y ?? 0);
    await page.context().close();
  });

  test("without JavaScript there is none that would stay empty, and the form stands in the middle", async () => {
    const page = await open(1280, false);
    expect(await page.locator(PREVIEW).isVisible()).toBe(false);
    const form = await page.locator("main form").first().boundingBox();
    expect((form?.x ?? 0) + (form?.width ?? 0) / 2).toBeCloseTo(640, -1);
    await page.context().close();
  });
});
