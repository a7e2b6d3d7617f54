import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { browser, openSite, site } from "../support/site/journey.ts";
import { JOB, OFFER } from "../support/site/forms.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE_WIDTH = 360;

openSite();

describe.each([
  { how: "with JavaScript", javaScript: true, theme: "light" as const },
  { how: "without JavaScript", javaScript: false, theme: "dark" as const },
])("asking before deciding on a phone, $how", ({ javaScript, theme }) => {
  const tag = javaScript ? "con" : "sin";
  const poster = { name: "Berta", email: `berta-${tag}@example.org` };
  const helper = { name: "Unai", email: `unai-${tag}@example.org` };
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, theme, width: PHONE_WIDTH });
  });
  afterEach(() => visitor.close());

  async function expectCalm(page: Page): Promise<void> {
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE_WIDTH);
    if (process.env["SHOTS"]) {
      await page.screenshot({ path: `${process.env["SHOTS"]}/${tag}-${Date.now()}.png`, fullPage: true });
    }
    if (!javaScript) return;
    await page.evaluate(AXE);
    const found = await page.evaluate<{ violations: { id: string }[] }>(
      "axe.run(document, { resultTypes: ['violations'] })",
    );
    expect(found.violations.map(({ id }) => id)).toEqual([]);
  }

  async function confirm(email: string): Promise<void> {
    const { pathname } = new URL(linkIn(await site.mailTo(email, /confirma/i)));
    await site.post(pathname.replace("/gestion/", "/api/links/").replace(/\/$/, ""), { action: "confirm" });
  }

  test("both sides write to each other, see it as a conversation, and one ends it", async () => {
    const { page, complaints } = await newPage(visitor);
    const asked = await site.post("/api/jobs", { ...JOB, ...poster, title: `Subir un sofá ${tag} ascensor` });
    await confirm(poster.email);
    const posters = linkIn(await site.mailTo(poster.email, /ya está en el tablón/));
    await site.post(`/api/jobs/${String(asked.body["id"])}/offers`, { ...OFFER, ...helper });
    await confirm(helper.email);
    const helpers = linkIn(await site.mailTo(helper.email, /Hemos enviado tu propuesta/));

    await page.goto(posters);
    await page.getByText("Preguntar algo", { exact: true }).click();
    await page.getByRole("button", { name: /Enviar el mensaje/ }).click();
    await page.waitForURL(/formulario=/);
    expect(await page.getByText("Escribe tu pregunta o tu respuesta.").first().isVisible()).toBe(true);
    await expectCalm(page);
    await page
      .getByLabel("Tu pregunta o tu respuesta")
      .fill("¿Cabe por la escalera? Mi teléfono es 612 34 56 78.");
    await page.getByRole("button", { name: /Enviar el mensaje/ }).click();
    await page.waitForURL(/hecho=ask/);
    await expectCalm(page);

    await page.goto(linkIn(await site.mailTo(helper.email, /Te escribe quien pide/)));
    const talk = page.locator(".talk").filter({ hasText: "Lo que os habéis preguntado" });
    expect(await talk.textContent()).toContain("¿Cabe por la escalera?");
    expect(await talk.textContent()).not.toContain("612 34 56 78");
    await page.getByLabel("Tu pregunta o tu respuesta").fill("Sí: son 80 cm y la escalera tiene 90.");
    await page.getByRole("button", { name: /Enviar el mensaje/ }).click();
    await page.waitForURL(/hecho=ask/);
    await expectCalm(page);
    await page.goto(helpers);
    expect(await talk.getByRole("listitem").count()).toBe(2);

    await page.goto(linkIn(await site.mailTo(poster.email, /Te escribe quien se ofrece/)));
    const own = page.locator(".talk").filter({ hasText: "Lo que os habéis preguntado" });
    expect(await own.getByRole("listitem").allTextContents()).toEqual([
      expect.stringContaining("612 34 56 78"),
      expect.stringContaining("son 80 cm"),
    ]);
    await expectCalm(page);
    await own.getByText("No quiero más preguntas", { exact: true }).first().click();
    await own.getByRole("button", { name: /No quiero más preguntas/ }).click();
    await page.waitForURL(/hecho=closeQuestions/);
    expect(await page.getByLabel("Tu pregunta o tu respuesta").count()).toBe(0);
    await page.goto(helpers);
    expect(await page.getByText("La otra parte prefiere no recibir más preguntas").isVisible()).toBe(true);
    expect(await page.getByLabel("Tu pregunta o tu respuesta").count()).toBe(0);
    await expectCalm(page);
    expect(complaints).toEqual([]);
  }, 120_000);
});
