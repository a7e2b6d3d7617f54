import type { BrowserContext } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

describe.each(BOTH_WAYS)("who asks for their data, at 360 px, $how", ({ javaScript }) => {
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, width: 360 });
  });
  afterEach(() => visitor.close());

  test("sees everything, takes it away and erases it", async () => {
    const email = `datos-${javaScript ? "con" : "sin"}@example.org`;
    const title = `Colgar un cuadro ${javaScript ? "grande" : "chico"}`;
    await site.post("/api/jobs", { ...favourForm(title), email });
    const { page, complaints } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(email, /confirma/i)));
    await page
      .getByRole("button", { name: "Publicar mi favor" })
      .or(page.getByRole("button", { name: /confirm/i }))
      .first()
      .click();

    await page.goto(`${site.origin}/mis-datos/`);
    await fillIn(page, { "Tu correo": email });
    await page.getByRole("button", { name: "Enviarme el enlace" }).click();
    await page.waitForURL("**/gracias/mis-datos/");
    await page.goto(linkIn(await site.mailTo(email, /Tus datos/)));
    const main = page.getByRole("main");
    expect(await main.textContent()).toContain(title);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Descargar todo en un archivo" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("mis-datos.json");

    await page.getByText("Borrarlo todo").click();
    await page.getByRole("button", { name: "Borrar todos mis datos" }).click();
    await page.getByText("te hemos enviado el recibo").waitFor();
    await site.mailTo(email, /Hemos borrado/);
    expect(await main.textContent()).not.toContain(title);
    expect(complaints).toEqual([]);
  });
});
