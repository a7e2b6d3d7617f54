import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays, madridDay } from "../../src/domain/kernel/time.ts";
import { browser, openSite, site } from "../support/site/journey.ts";
import { askForFavour, offerToHelp } from "../support/site/browser-forms.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE_WIDTH = 360;

openSite();

/** Asked only beside the choice of a reward that needs them. */
const BESIDE_A_CHOICE = ["rewardAmount", "rewardText"];

/** How many fields of a form must be filled in whatever is chosen or unfolded; radio buttons of one name are one. */
async function requiredFields(page: Page, form: string): Promise<number> {
  const names = await page
    .locator(`${form} :is(input, select, textarea)[required]:visible`)
    .evaluateAll((fields) => fields.map((field) => field.getAttribute("name")));
  return new Set(names.filter((name) => !BESIDE_A_CHOICE.includes(name ?? ""))).size;
}

/** One button at a time stands out, and nothing is wider than the screen. */
async function expectCalm(page: Page): Promise<void> {
  const outstanding = page.locator("main .button-act:visible");
  expect(await outstanding.count(), await page.title()).toBeLessThanOrEqual(1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE_WIDTH);
}

describe.each([
  { how: "with JavaScript", javaScript: true, theme: "light" as const },
  { how: "without JavaScript", javaScript: false, theme: "dark" as const },
])("on a phone, $how", ({ javaScript, theme }) => {
  const tag = javaScript ? "con" : "sin";
  const title = `Montar una cama ${tag} cajones`;
  const poster = { name: "Berta", email: `berta-${tag}@example.org`, phone: "600 11 22 33" };
  const helper = { name: "Unai", email: `unai-${tag}@example.org` };
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, theme, width: PHONE_WIDTH });
  });
  afterEach(() => visitor.close());

  /** What axe finds; it needs a browser that runs scripts. */
  async function expectAccessible(page: Page): Promise<void> {
    await expectCalm(page);
    if (!javaScript) return;
    await page.evaluate(AXE);
    const found = await page.evaluate<{ violations: { id: string }[] }>(
      "axe.run(document, { resultTypes: ['violations'] })",
    );
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  }

  test("what is asked is shown as it will be published, corrected and then confirmed", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    expect(await requiredFields(page, 'form[action="/api/jobs"]')).toBeLessThanOrEqual(8);
    await askForFavour(page, `${title} 600112233`, poster);
    await page.waitForURL("**/gracias/favor/*/");

    await page.goto(linkIn(await site.mailTo(poster.email, /confirma/i)));
    const ticket = page.getByRole("article").first();
    expect(await ticket.textContent()).toMatch(/15,50\s€/);
    expect(await ticket.textContent()).toContain("estantería de pino");
    expect(await ticket.textContent()).not.toContain("600112233");
    expect(await page.getByText("Lavapiés").first().isVisible()).toBe(true);
    await expectAccessible(page);

    await page.getByText("Corregir", { exact: true }).click();
    await page.getByLabel("Título").fill("Corto");
    await page.getByLabel("Cuánto dinero").fill("20");
    await page.getByRole("button", { name: "Guardar los cambios" }).click();
    await page.waitForURL(/formulario=/);
    // What was typed comes back with what is wrong.
    expect(await page.getByLabel("Título").inputValue()).toBe("Corto");
    expect(await page.getByLabel("Cuánto dinero").inputValue()).toBe("20");
    await page.getByLabel("Título").fill(title);
    await page.getByRole("button", { name: "Guardar los cambios" }).click();
    await page.waitForURL("**/?hecho=edit");
    expect(await ticket.textContent()).toMatch(/20\s€/);
    await page.getByRole("button", { name: "Confirmar y publicarlo" }).click();
    await page.waitForURL("**/?hecho=confirm");
    expect(complaints).toEqual([]);
  });

  test("an offer is declined, taken back, chosen, looked at and accepted with a day", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/?lugar=madrid`);
    await page.getByRole("link", { name: title }).click();
    expect(await requiredFields(page, 'form[action$="/offers"]')).toBeLessThanOrEqual(4);
    await offerToHelp(page, "Puedo el sábado por la mañana y llevo destornillador.", helper);
    await page.waitForURL("**/gracias/propuesta/*/");
    await page.goto(linkIn(await site.mailTo(helper.email, /confirma/i)));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Confirmar y enviarla" }).click();
    await page.waitForURL("**/?hecho=confirm");

    await page.goto(linkIn(await site.mailTo(poster.email, /se ofrece/i)));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Rechazarla" }).click();
    await page.waitForURL("**/?hecho=decline");
    await page.getByText("Durante 10 minutos puedes deshacerlo").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Deshacer" }).click();
    await page.waitForURL("**/?hecho=undo");

    await page.getByRole("link", { name: `Elegir esta propuesta de ${helper.name}` }).click();
    await page.getByRole("heading", { name: "Antes de aceptar" }).waitFor();
    expect(await page.getByText("No se puede deshacer").first().isVisible()).toBe(true);
    expect(await page.content()).not.toContain(helper.email);
    await expectAccessible(page);
    const accept = page.getByRole("button", { name: `Aceptar y compartir los contactos de ${helper.name}` });
    await page.getByLabel("A qué hora").fill("10:30");
    await accept.click();
    await page.waitForURL(/formulario=/);
    expect(await page.getByLabel("A qué hora").inputValue()).toBe("10:30");
    await expectAccessible(page);
    await page.getByLabel("Qué día quedáis").fill(addDays(madridDay(Date.now()), 6));
    await accept.click();
    await page.waitForURL("**/?hecho=accept");
    expect(await page.getByRole("region", { name: "Contacto" }).textContent()).toMatch(/Quedáis el .+ 10:30/);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Recordármelo el día antes" }).click();
    await page.waitForURL("**/?hecho=remind");
    expect(await page.getByRole("button", { name: "Recordármelo el día antes" }).count()).toBe(0);

    const letter = await site.mailTo(helper.email, /aquí tienes el contacto/);
    expect(letter.text).toMatch(/Día acordado: .+, a las 10:30/);
    await page.goto(linkIn(letter));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Recordármelo el día antes" }).click();
    await page.waitForURL("**/?hecho=remind");
    // Nobody was told of what was taken back.
    const told = (await site.mails()).filter(({ to }) => to === helper.email);
    expect(told.filter(({ id }) => id.startsWith("offerEnded/"))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
