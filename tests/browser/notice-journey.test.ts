import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { approveComment } from "../support/site/desk-page.ts";
import { linkIn, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const OPEN = "/articulos/las-cinco-funciones-de-un-community-manager/";
const AN_HOUR = { CLOCK_OFFSET: "1" };

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

/** Confirms from the mail, and a moderator lets it through. */
async function confirm(page: Page, email: string): Promise<void> {
  await page.goto(linkIn(await site.mailTo(email, /confirma tu comentario/i)));
  await page.getByRole("button", { name: "Confirmar el comentario" }).click();
  await page.waitForURL("**/?hecho=confirm");
  const [, id = ""] = (await site.mailTo(email, /está en revisión/)).id.split("/");
  await approveComment(site, id);
}

describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("who wants to hear of answers, at 360 px, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  const eva = `eva-${tag}@example.org`;
  const luis = `luis-${tag}@example.org`;
  let visitor: BrowserContext;
  beforeEach(async () => {
    data = mkdtempSync(join(tmpdir(), "makethejobs-notice-"));
    site = await startRealSite({}, data);
    visitor = await newVisitor(browser, { javaScript, width: 360 });
  });
  afterEach(async () => {
    await visitor.close();
    await site.stop();
    rmSync(data, { recursive: true, force: true });
  });

  test("says so when commenting, confirms it, is mailed the answer and ends it with a button", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(site.origin + OPEN);
    const asked = `¿Cómo empezáis ${tag} prisa?`;
    await fillIn(page, { "Tu comentario": asked, "Tu nombre": "Eva", "Tu correo": eva });
    await page.getByLabel("Avisos de respuestas").selectOption({ label: "Al momento" });
    expect(await fits(page)).toBe(true);
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await page.goto(linkIn(await site.mailTo(eva, /confirma tu comentario/i)));
    await page.getByText("te avisaremos por correo de las respuestas").waitFor();
    await confirm(page, eva);

    await page.goto(`${site.origin}${OPEN}comentarios/`);
    await page
      .locator("article", { hasText: asked })
      .getByRole("link", { name: /Responder/ })
      .first()
      .click();
    await page.getByRole("heading", { name: /^Responder a/ }).waitFor();
    await fillIn(page, {
      "Tu comentario": `Escuchando, ${tag} prisa.`,
      "Tu nombre": "Luis",
      "Tu correo": luis,
    });
    await page.getByRole("button", { name: "Enviar", exact: true }).click();
    await confirm(page, luis);

    await site.stop();
    site = await startRealSite(AN_HOUR, data);
    const letter = await site.mailTo(eva, /1 respuesta nueva/);
    expect(letter.text).toContain(`Escuchando, ${tag} prisa.`);
    const [path = ""] = /\/gestion\/[\w-]+\//.exec(letter.text) ?? [];
    await page.goto(site.origin + path);
    await page.getByText("Respuestas, al momento").waitFor();
    expect(await fits(page)).toBe(true);
    await page.getByRole("button", { name: "No quiero más de estos correos" }).click();
    await page.waitForURL("**/?hecho=unsubscribe");
    await page.getByText("Dejaste los avisos de esta conversación").waitFor();
    expect(complaints).toEqual([]);
  });
});
