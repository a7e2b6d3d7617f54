import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { browser, openSite, site } from "../support/site/journey.ts";
import { JOB, OFFER } from "../support/site/forms.ts";
import { linkApi, linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const PHONE_WIDTH = 360;

openSite();

interface Somebody {
  readonly name: string;
  readonly email: string;
}

/** The same words again and again would be held. */
const WORDS = [
  "Vivo enfrente y puedo subir a regar cada tarde hasta que vuelvas.",
  "Tengo taladro propio y experiencia con paredes de ladrillo.",
  "Este sábado por la mañana me viene de maravilla pasarme.",
  "Lo hago encantada, que de cuadros torcidos entiendo un rato.",
  "Puedo llevar escalera y nivel; en media hora queda listo.",
];
let count = 0;

const read = new Set<string>();

/** The next letter of its kind: somebody who asks twice gets two, and the second takes a moment. */
async function nextMail(address: string, subject: RegExp) {
  for (;;) {
    const mail = await site.mailTo(address, subject);
    const whole = JSON.stringify(mail);
    if (!read.has(whole)) {
      read.add(whole);
      return mail;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Asks for a favour and offers to do it, both confirmed. The addresses of both pages, and of the endpoints behind them. */
async function offered(title: string, poster: Somebody, helper: Somebody, standing = "") {
  const asked = await site.post("/api/jobs", { ...JOB, ...poster, title, standing });
  await site.post(linkApi(await nextMail(poster.email, /confirma/i)), { action: "confirm" });
  const posters = await nextMail(poster.email, /ya está en el tablón/);
  const job = String(asked.body["id"]);
  const offer = await site.post(`/api/jobs/${job}/offers`, {
    ...OFFER,
    ...helper,
    standing,
    message: WORDS[(count += 1) % WORDS.length] ?? "",
  });
  await site.post(linkApi(await nextMail(helper.email, /confirma/i)), { action: "confirm" });
  const helpers = await nextMail(helper.email, /Hemos enviado tu propuesta/);
  return { job, offer: String(offer.body["id"]), posters, helpers };
}

async function done(title: string, poster: Somebody, helper: Somebody) {
  const favour = await offered(title, poster, helper);
  await site.post(linkApi(favour.posters), { action: "accept", offer: favour.offer });
  await site.post(linkApi(favour.posters), { action: "complete" });
  return favour;
}

describe.each([
  { how: "with JavaScript", javaScript: true, theme: "light" as const },
  { how: "without JavaScript", javaScript: false, theme: "dark" as const },
])("thanking on a phone, $how", ({ javaScript, theme }) => {
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

  test("one side writes, the other agrees, and everybody reads it; the answer stays between them", async () => {
    const { page, complaints } = await newPage(visitor);
    const favour = await done(`Subir un sofá ${tag} ascensor`, poster, helper);
    await page.goto(linkIn(await site.mailTo(poster.email, /Favor hecho/)));
    await page.getByText("Escribir unas palabras a Unai").click();
    await page.getByLabel("Tu agradecimiento").fill("Gracias");
    await page.getByRole("button", { name: "Enviar el agradecimiento" }).click();
    await page.waitForURL(/formulario=/);
    expect(await page.getByText("Cuéntalo con al menos 10 caracteres.").first().isVisible()).toBe(true);
    expect(await page.getByLabel("Tu agradecimiento").inputValue()).toBe("Gracias");
    await expectCalm(page);
    await page
      .getByLabel("Tu agradecimiento")
      .fill("Puntual y con muy buen humor. Su teléfono: 612 34 56 78.");
    await page.getByRole("button", { name: "Enviar el agradecimiento" }).click();
    await page.waitForURL(/hecho=thank/);
    await expectCalm(page);
    await page.goto(`${site.origin}/favores/${favour.job}/`);
    expect(await page.getByText("buen humor").count()).toBe(0);

    await page.goto(linkIn(await site.mailTo(helper.email, /Te dan las gracias/)));
    const words = page.getByRole("region", { name: "Dar las gracias" });
    expect(await words.textContent()).toContain("Puntual y con muy buen humor");
    expect(await words.textContent()).not.toContain("612 34 56 78");
    await expectCalm(page);
    await page.getByRole("button", { name: "Sí, que se publique" }).click();
    await page.waitForURL(/hecho=agree/);
    await page.getByText("Escribir unas palabras a Berta").click();
    await page.getByLabel("Tu agradecimiento").fill("Gracias a ti por el café y las galletas.");
    await page.getByRole("button", { name: "Enviar el agradecimiento" }).click();
    await page.waitForURL(/hecho=thank/);
    await expectCalm(page);

    await page.goto(linkIn(await site.mailTo(poster.email, /Te dan las gracias/)));
    await page.getByRole("button", { name: "Mejor que no se publique" }).click();
    await page.waitForURL(/hecho=withhold/);
    await expectCalm(page);

    await page.goto(`${site.origin}/favores/${favour.job}/`);
    const shown = page.getByRole("region", { name: "Se dieron las gracias" });
    expect(await shown.textContent()).toContain("Puntual y con muy buen humor");
    expect(await shown.textContent()).toContain("Berta, que lo pidió");
    expect(await page.content()).not.toMatch(/612 34 56 78|galletas/);
    await expectCalm(page);
    await shown.getByRole("link", { name: /Avisar de un problema/ }).click();
    await page.waitForURL(/avisar/);
    await expectCalm(page);
    expect(complaints).toEqual([]);
  }, 180_000);

  test("three favours that were done are told beside a favour and an offer whose writers want it", async () => {
    const { page, complaints } = await newPage(visitor);
    const neighbour = { name: "Nora", email: `nora-${tag}@example.org` };
    for (const n of [1, 2, 3]) {
      const other = { name: `Vecina ${n}`, email: `vecina${n}-${tag}@correo.example` };
      await done(
        `Colgar el cuadro ${n} ${tag} taladro`,
        n === 2 ? neighbour : other,
        n === 2 ? other : neighbour,
      );
    }
    const asking = { name: "Celia", email: `celia-${tag}@example.org` };
    const { posters, job } = await offered(`Regar las plantas ${tag} prisa`, asking, neighbour, "on");
    const told = /3 favores hechos, desde [a-z]+ de \d{4}/;
    await page.goto(linkIn(posters));
    expect(await page.getByRole("article").filter({ hasText: "Nora" }).textContent()).toMatch(told);
    await expectCalm(page);
    await page.goto(`${site.origin}/favores/${job}/`);
    expect(await page.locator("main").textContent()).not.toMatch(told);
    await page.getByLabel("Mostrar cuántos favores hechos llevo").check();
    await expectCalm(page);

    await page.goto(`${site.origin}/favores/nuevo/`);
    expect(await page.getByLabel("Mostrar cuántos favores hechos llevo").isChecked()).toBe(false);
    await expectCalm(page);
    const own = await offered(`Pasear a mi gato ${tag} correa`, neighbour, asking, "on");
    await page.goto(`${site.origin}/favores/${own.job}/`);
    expect(await page.locator("main").textContent()).toMatch(told);
    await expectCalm(page);

    await page.goto(linkIn(own.posters));
    await page.getByText("Corregir el favor", { exact: true }).click();
    await page.getByLabel("Mis favores hechos").selectOption("off");
    await page.getByRole("button", { name: "Guardar los cambios" }).click();
    await page.waitForURL(/hecho=edit/);
    await page.goto(`${site.origin}/favores/${own.job}/`);
    expect(await page.locator("main").textContent()).not.toMatch(told);
    expect(complaints).toEqual([]);
  }, 180_000);
});
