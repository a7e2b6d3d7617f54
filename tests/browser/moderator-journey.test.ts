import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContext } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { signIn, widths } from "../support/site/desk-page.ts";
import { actByMail, ARTICLE, publishComment } from "../support/site/live-pages.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE = 360;

openSite();

async function heldFavour(title: string, email: string): Promise<void> {
  await site.post("/api/jobs", { ...favourForm(title), email, website: "https://bot.example" });
  await actByMail(site, email, /confirma tu favor/i, { action: "confirm" });
}

async function heldComment(text: string, email: string): Promise<void> {
  await site.post("/api/comments", { article: ARTICLE, text, name: "Ángela", email });
  await actByMail(site, email, /confirma tu comentario/i, { action: "confirm" });
}

describe.each(BOTH_WAYS)("who moderates, on a phone and $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, width: PHONE });
  });
  afterEach(() => visitor.close());

  test("signs in, decides about one and about several, undoes it, finds what is public and leaves", async () => {
    await heldFavour(`Pintar el garaje ${tag} rodillo`, `ana-${tag}@example.org`);
    await heldComment(`Una opinión ${tag} pimienta.`, `iria-${tag}@example.org`);
    await publishComment(site, `Algo público ${tag} canela.`, `nerea-${tag}@example.org`);

    const { page, complaints } = await newPage(visitor);
    await signIn(site, page);
    await page.getByRole("heading", { name: "2 cosas esperan" }).waitFor();
    const [first, last] = await widths(page);
    expect(first).toBe(last);
    // The one that gave itself away is the riskiest.
    const [riskiest, other] = [page.locator(".desk-item").first(), page.locator(".desk-item").last()];
    await riskiest.getByText(`Pintar el garaje ${tag} rodillo`).waitFor();
    await riskiest.getByText("Rellenó un campo que las personas no ven.").waitFor();
    expect(await page.locator("body").textContent()).not.toContain(`ana-${tag}@example.org`);

    await riskiest.getByText("No publicar", { exact: true }).first().click();
    await riskiest.getByLabel("Motivo").fill("No cumple las normas.");
    await riskiest.getByRole("button", { name: "No publicar" }).click();
    await page.waitForURL("**/?hecho=1&cambiado=0");
    await page.getByText("Una cosa decidida.").waitFor();
    await page.getByRole("heading", { name: "Una cosa espera" }).waitFor();
    expect(await site.mailTo(`ana-${tag}@example.org`, /no se va a mostrar/i)).toBeTruthy();

    await page.getByLabel("Marcar para decidir sobre varias").check();
    await page.getByText("Decidir sobre todo lo marcado").click();
    await page.locator("#varias").getByRole("button", { name: "Publicar", exact: true }).click();
    await page.getByRole("heading", { name: "Nada espera" }).waitFor();

    await page
      .locator("section", { hasText: "Lo último que se ha decidido" })
      .getByRole("button", { name: "Deshacer" })
      .first()
      .click();
    await page.getByRole("heading", { name: "Una cosa espera" }).waitFor();
    await other.getByText(`Una opinión ${tag} pimienta.`).waitFor();

    await page.getByLabel("Buscar", { exact: true }).fill(`publico ${tag} canela`);
    await page.getByRole("button", { name: "Buscar", exact: true }).last().click();
    await page.getByRole("heading", { name: "Encontrado: 1" }).waitFor();
    await page.getByText("Ocultar", { exact: true }).first().click();
    await page.getByLabel("Motivo").first().fill("Se fue del tema.");
    await page.getByRole("button", { name: "Ocultar" }).click();
    await page.waitForURL("**/?hecho=1&cambiado=0");

    await page.getByRole("button", { name: "Publicar", exact: true }).first().click();
    await page.getByRole("heading", { name: "Nada espera" }).waitFor();
    await page.getByRole("button", { name: "Salir de la moderación" }).click();
    await page.getByRole("heading", { name: "Entrar a moderar" }).waitFor();
    expect(complaints).toEqual([]);
  });
});

test("keys go through the queue, keep out of what is typed, and can be switched off", async () => {
  await heldComment("Primera de las teclas.", "uno@example.org");
  await heldComment("Segunda de las teclas.", "dos@example.org");
  const visitor = await newVisitor(browser, { javaScript: true, width: PHONE });
  const { page, complaints } = await newPage(visitor);
  await signIn(site, page);
  const items = page.locator("[data-thing]");
  // Nothing of the queue has the focus.
  await page.getByLabel("Buscar", { exact: true }).press("Escape");
  await page.locator("body").press("x");
  expect(await items.first().getByRole("checkbox").isChecked()).toBe(false);
  await items.first().press("?");
  await page.getByText("De un aviso: no hay motivo").waitFor();
  await items.first().press("?");
  await items.first().focus();
  await page.keyboard.press("j");
  expect(await items.nth(1).evaluate((item) => item === document.activeElement)).toBe(true);
  await page.keyboard.press("r");
  await page.keyboard.type("jaj");
  expect(await items.nth(1).getByLabel("Motivo").inputValue()).toBe("jaj");
  await page.getByText("Teclas de la cola").click();
  await page.getByLabel("Usar las teclas").uncheck();
  await items.first().focus();
  await page.keyboard.press("x");
  expect(await items.first().getByRole("checkbox").isChecked()).toBe(false);
  await page.getByLabel("Usar las teclas").check();
  await items.first().focus();
  await page.keyboard.press("x");
  expect(await items.first().getByRole("checkbox").isChecked()).toBe(true);
  await page.keyboard.press("a");
  await page.waitForURL("**/?hecho=1&cambiado=0");
  expect(complaints).toEqual([]);
  await visitor.close();
});

test.each(["light", "dark"] as const)("axe finds nothing at the desk in the %s theme", async (theme) => {
  await heldComment(`Para mirar en ${theme}.`, `tema-${theme}@example.org`);
  const context = await browser.newContext({
    viewport: { width: 320, height: 800 },
    colorScheme: theme,
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  const page = await context.newPage();
  await signIn(site, page);
  for (const path of ["/moderacion/", "/moderacion/?q=nada-de-nada", "/moderacion/?hecho=2&cambiado=1"]) {
    await page.goto(site.origin + path);
    for (const fold of await page.locator("details").all())
      await fold.evaluate((one) => one.setAttribute("open", ""));
    const [first, last] = await widths(page);
    expect(first).toBe(last);
    await page.evaluate(AXE);
    const found = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
    expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
  await context.close();
});
