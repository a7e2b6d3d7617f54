import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { favourForm } from "../support/host/local-host.ts";
import { askForFavour, fillIn } from "../support/site/browser-forms.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

const NARROW = 360;
const heading = (page: Page) => page.getByRole("heading", { level: 1 }).textContent();
const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

describe.each(BOTH_WAYS)("at 360 px, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  const title = `Colgar un espejo ${tag} taladro`;
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, width: NARROW });
  });
  afterEach(() => visitor.close());

  test("who mistyped the address is asked once, and one press mends it", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    await askForFavour(page, title, { name: "Rosa", email: `rosa-${tag}@gmial.com` });
    await page.getByRole("heading", { name: "¿Es este tu correo?" }).waitFor();
    expect(await fits(page)).toBe(true);
    await page.getByRole("button", { name: `Usar rosa-${tag}@gmail.com` }).click();
    await page.waitForURL("**/gracias/favor/*/");
    expect(await page.getByRole("main").textContent()).toContain(`rosa-${tag}@gmail.com`);
    expect(await fits(page)).toBe(true);
    await site.mailTo(`rosa-${tag}@gmail.com`, /confirma/i);
    expect(complaints).toEqual([]);
  });

  test("who sees a wrong address on the thanks page corrects it and types nothing else", async () => {
    const [wrong, right] = [`martaa-${tag}@example.org`, `marta-${tag}@example.org`];
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    await askForFavour(page, title, { name: "Marta", email: wrong });
    await page.waitForURL("**/gracias/favor/*/");
    await page.getByRole("button", { name: "Reenviar" }).click();
    await page.getByText("Reenviado").waitFor();
    const lost = linkIn(await site.mailTo(wrong, /confirma/i));

    await page.getByRole("button", { name: "No es esa" }).click();
    await page.waitForURL("**/favores/nuevo/?formulario=*");
    expect(await page.getByLabel("Título").inputValue()).toBe(title);
    expect(await page.getByLabel("Tu correo").inputValue()).toBe(wrong);
    expect(await page.getByText("Escribe aquí el correo bueno.").first().isVisible()).toBe(true);
    await fillIn(page, { "Tu correo": right });
    await page.getByRole("button", { name: "Pedir el favor" }).click();
    await page.waitForURL("**/gracias/favor/*/");

    expect((await page.goto(lost))?.status()).toBe(410);
    await page.goto(linkIn(await site.mailTo(right, /confirma/i)));
    await page.getByRole("button", { name: "Confirmar y publicarlo" }).click();
    await page.waitForURL("**/?hecho=confirm");
    expect(complaints).toEqual([]);
  });

  test("who lost the link finds where to ask for it, and gets it", async () => {
    const email = `marta-${tag}@example.org`;
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/`);
    await page.getByRole("link", { name: "¿Has perdido tu enlace?" }).click();
    expect(await heading(page)).toBe("Recupera tus enlaces");
    expect(await fits(page)).toBe(true);
    await fillIn(page, { "Tu correo": email });
    await page.getByRole("button", { name: "Enviarme los enlaces" }).click();
    await page.waitForURL("**/gracias/enlaces/");
    await page.goto(linkIn(await site.mailTo(email, /^Tus enlaces/)));
    expect(await heading(page)).toBe("Tu favor");
    expect(complaints).toEqual([]);
  });

  test("a dead link leads to a new one", async () => {
    const { page } = await newPage(visitor);
    const answer = await page.goto(`${site.origin}/gestion/${"a".repeat(63)}/`);
    expect(answer?.status()).toBe(410);
    await page.getByRole("link", { name: "Pedir un enlace nuevo" }).click();
    expect(await heading(page)).toBe("Recupera tus enlaces");
  });

  test("who withdrew a favour asks for it again without typing it", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(`marta-${tag}@example.org`, /ya está en el tablón/)));
    await page.getByText("Retirar el favor", { exact: true }).first().click();
    await page.getByRole("radio", { name: /Ya no/ }).check();
    await page.getByRole("button", { name: "Retirar", exact: true }).click();
    await page.waitForURL("**/?hecho=withdraw");
    await page.getByRole("link", { name: "Volver a pedirlo" }).click();
    expect(await heading(page)).toBe("Pide un favor");
    expect(await page.getByLabel("Título").inputValue()).toBe(title);
    expect(await page.getByLabel("Tu correo").inputValue()).toBe(`marta-${tag}@example.org`);
    await page.getByLabel(/^Acepto que mi correo/).check();
    await page.getByRole("button", { name: "Pedir el favor" }).click();
    await page.waitForURL("**/gracias/favor/*/");
    expect(complaints).toEqual([]);
  });
});

test("a mistyped address is asked about while it is typed, and one press mends it", async () => {
  const visitor = await newVisitor(browser, { javaScript: true, width: NARROW });
  const { page, complaints } = await newPage(visitor);
  await page.goto(`${site.origin}/contacto/`);
  const address = page.getByLabel("Tu correo");
  await address.click();
  await address.pressSequentially("iris@hotmial.es");
  await page.getByRole("button", { name: "Usar iris@hotmail.es" }).click();
  expect(await address.inputValue()).toBe("iris@hotmail.es");
  expect(await page.getByText("¿Querías poner").count()).toBe(0);
  expect(complaints).toEqual([]);
  await visitor.close();
});

test("the page with the address is kept nowhere, listed nowhere, and only its receipt opens it", async () => {
  const sent = await fetch(`${site.origin}/api/jobs`, {
    method: "POST",
    body: new URLSearchParams({ ...favourForm("Afinar una guitarra vieja"), email: "eva@example.org" }),
    headers: { accept: "text/html" },
    redirect: "manual",
  });
  const path = sent.headers.get("location") ?? "";
  const page = await fetch(site.origin + path);
  expect([page.status, page.headers.get("cache-control"), page.headers.get("x-robots-tag")]).toEqual([
    200,
    "private, no-store",
    "noindex",
  ]);
  expect(await page.text()).toContain("eva@example.org");
  const another = await fetch(`${site.origin}/gracias/favor/${"a".repeat(20)}/`);
  expect(await another.text()).not.toContain("eva@example.org");
  expect((await fetch(site.origin + path.replace("/favor/", "/mensaje/"))).status).toBe(404);
});
