import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { REPORTERS_TO_HOLD } from "../../src/domain/kernel/limits.ts";
import { browser, openSiteForEach, site } from "../support/site/journey.ts";
import { signIn, widths } from "../support/site/desk-page.ts";
import { actByMail, sendJob } from "../support/site/live-pages.ts";
import { linkIn, MODERATOR } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSiteForEach();

const POSTER = "ana@example.org";
const WORDS = "Me pidió dinero antes de empezar.";
const REPORTERS = Array.from({ length: REPORTERS_TO_HOLD - 1 }, (_, at) => `vecina${String(at)}@example.org`);

/** The page is no wider than its window; looked at where a folder for pictures is named. */
async function look(page: Page, name: string): Promise<void> {
  const [first, last] = await widths(page);
  expect(first, name).toBe(last);
  const folder = process.env["SHOTS"];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

test.each([
  { width: 360, theme: "light", javaScript: false },
  { width: 360, theme: "dark", javaScript: true },
  { width: 1280, theme: "light", javaScript: true },
  { width: 1280, theme: "dark", javaScript: false },
] as const)(
  "a favour is reported in two presses, by who stays unknown, and decided by letter: $width px, $theme, JavaScript $javaScript",
  async ({ width, theme, javaScript }) => {
    const job = await sendJob(site, "Pintar el garaje con rodillo", POSTER);
    const visitor = await newVisitor(browser, { javaScript, theme, width });
    const { page, complaints } = await newPage(visitor);
    const shot = (name: string) => look(page, `${name}-${String(width)}-${theme}`);

    await page.goto(`${site.origin}/favores/${job}/`);
    await page.getByRole("link", { name: "Avisar de un problema" }).click();
    expect(await page.getByLabel("Qué pasa").inputValue()).toBe("estafa");
    await shot("report");
    await page.getByLabel("Cuéntanos más").fill(WORDS);
    await page.getByLabel("Tu correo").fill("rosa@example.org");
    await page.getByRole("button", { name: "Enviar el aviso" }).click();
    await page.waitForURL("**/gracias/aviso/");
    await shot("report-thanks");

    const receipt = await site.mailTo("rosa@example.org", /Confirma tu aviso/);
    expect(receipt.text).toContain("acuse de recibo");
    expect(receipt.text).not.toContain(WORDS);
    await page.goto(linkIn(receipt));
    await shot("report-confirm");
    await page.getByRole("button", { name: "Confirmar el aviso" }).click();
    await page.getByText("Tu aviso está confirmado.").waitFor();
    await shot("report-confirmed");

    for (const email of REPORTERS) {
      expect((await page.goto(`${site.origin}/favores/${job}/`))?.status()).toBe(200);
      await site.post("/api/reports", { kind: "job", id: job, reason: "estafa", email });
      await actByMail(site, email, /Confirma tu aviso/, { action: "confirm" });
    }
    await site.mailTo(POSTER, /en revisión/);
    expect((await page.goto(`${site.origin}/favores/${job}/`))?.status()).toBe(404);

    const letter = await site.mailTo(MODERATOR, /corre prisa/);
    expect(letter.text).toContain(WORDS);
    await page.goto(linkIn(letter));
    await page.getByText("Aviso: Parece una estafa.").waitFor();
    await page.getByText(WORDS).waitFor();
    await shot("report-moderator");
    await page.getByText("Ocultarlo y dar la razón", { exact: true }).first().click();
    await page.getByRole("button", { name: "Ocultarlo y dar la razón" }).click();
    await page.getByText("Ya está decidido", { exact: true }).waitFor();
    await shot("report-decided");

    for (const email of ["rosa@example.org", ...REPORTERS]) {
      const told = await site.mailTo(email, /Qué hemos decidido sobre tu aviso/);
      expect(told.text).toContain("Te damos la razón. El favor incumple las normas");
    }
    const hidden = await site.mailTo(POSTER, /no se va a mostrar/i);
    expect(hidden.text).toContain("Nos han avisado: parece una estafa.");
    const toPoster = (await site.mails()).filter(({ to }) => to === POSTER);
    expect(JSON.stringify(toPoster)).not.toMatch(/rosa|vecina|Me pidió dinero/);
    await page.goto(linkIn(hidden));
    await shot("reported-poster");
    expect(await page.locator("body").textContent()).not.toMatch(/rosa|vecina|Me pidió dinero/);
    expect(complaints).toEqual([]);
    await visitor.close();
  },
);

test("the desk shows a report with its decisions, one dismisses it by a key or several at once", async () => {
  const [first, second] = [
    await sendJob(site, "Regar las plantas del balcón", POSTER),
    await sendJob(site, "Subir la compra a un quinto", "luis@example.org"),
  ];
  for (const id of [first, second]) {
    await site.post("/api/reports", {
      kind: "job",
      id,
      reason: "otra",
      text: WORDS,
      email: `${id}@example.org`,
    });
    await actByMail(site, `${id}@example.org`, /Confirma tu aviso/, { action: "confirm" });
  }
  const visitor = await newVisitor(browser, { javaScript: true, width: 360 });
  const { page, complaints } = await newPage(visitor);
  await signIn(site, page);
  await page.getByRole("heading", { name: "2 cosas esperan" }).waitFor();
  await page.getByText("Decidir sobre todo lo marcado").click();
  await look(page, "desk-reports-360");
  await page.locator("[data-thing]").first().focus();
  await page.keyboard.press("d");
  await page.waitForURL("**/?hecho=1&cambiado=0");
  await page.getByLabel("Marcar para decidir sobre varias").check();
  await page.getByText("Decidir sobre todo lo marcado").click();
  await page.locator("#varias").getByRole("button", { name: "No hay motivo" }).click();
  await page.getByRole("heading", { name: "Nada espera" }).waitFor();
  for (const id of [first, second]) {
    const told = await site.mailTo(`${id}@example.org`, /Qué hemos decidido sobre tu aviso/);
    expect(told.text).toContain("no incumple las normas");
    expect((await page.goto(`${site.origin}/favores/${id}/`))?.status()).toBe(200);
  }
  expect(complaints).toEqual([]);
  await visitor.close();
});
