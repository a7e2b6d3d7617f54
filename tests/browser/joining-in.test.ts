import type { BrowserContext } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { sendJob } from "../support/site/live-pages.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

describe.each(BOTH_WAYS)("who wants a favour done too, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript });
  });
  afterEach(() => visitor.close());

  test("adds a reward, is sent back for what is missing, confirms it, sees it and takes it back", async () => {
    const email = `iria-${tag}@example.org`;
    const job = await sendJob(site, `Pintar el portal ${tag} rodillo`, `ana-${tag}@example.org`);
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/${job}/`);
    const form = page.locator(".join-form");
    await form.getByText("Sumar una recompensa", { exact: true }).click();
    await form.getByRole("radio", { name: "Una cosa" }).check();
    expect(await form.getByText("(opcional)").first().isVisible()).toBe(false);
    await form.getByLabel("Tu nombre").fill("Iria");
    await form.getByLabel("Tu correo").fill(email);
    await form.getByLabel(/^De acuerdo/).check();
    await form.getByRole("button", { name: "Sumar mi recompensa" }).click();
    await page
      .getByText(/^Di qué es/)
      .first()
      .waitFor();
    expect(await form.getByLabel("Tu nombre").inputValue()).toBe("Iria");
    await form.getByLabel("Con tus palabras").fill("Un bizcocho de limón");
    await form.getByRole("button", { name: "Sumar mi recompensa" }).click();
    await page.waitForURL("**/gracias/recompensa/*/");

    await page.goto(linkIn(await site.mailTo(email, /confirma/i)));
    await page.getByRole("button", { name: "Confirmar y sumarla" }).click();
    await page.waitForURL("**/?hecho=confirm");
    await page.getByRole("link", { name: "Volver al favor" }).click();
    await page.getByRole("heading", { name: "También se suman" }).waitFor();
    expect(await page.locator(".joined-rewards").textContent()).toMatch(/Iria\s*: Una cosa: Un bizcocho/);

    await page.goto(linkIn(await site.mailTo(email, /ya está sumada/i)));
    await page.getByText("Retirar mi recompensa").first().click();
    await page.getByRole("button", { name: "Retirar mi recompensa" }).click();
    await page.waitForURL("**/?hecho=revoke");
    await page.getByText("Recompensa retirada.").waitFor();
    expect((await (await fetch(`${site.origin}/api/jobs/${job}`)).text()).includes("Iria")).toBe(false);
    expect(complaints).toEqual([]);
  });
});
