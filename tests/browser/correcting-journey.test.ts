import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { browser, openSite, site } from "../support/site/journey.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { approveComment, widths } from "../support/site/desk-page.ts";
import { actByMail, publishComment } from "../support/site/live-pages.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const ARTICLE = "las-cinco-funciones-de-un-community-manager";
const PAGE = `/articulos/${ARTICLE}/`;
const PHONE = 360;

openSite();
let visitor: BrowserContext;
afterEach(() => visitor.close());

async function write(page: Page, text: string, email: string): Promise<void> {
  await fillIn(page, { "Tu comentario": text, "Tu nombre": "Ana Prado", "Tu correo": email });
  await page.getByRole("button", { name: "Enviar" }).click();
}

/** Lets the comment of this address through. */
async function approve(email: string, version = 2): Promise<void> {
  const [, id = ""] = (await site.mailTo(email, /está en revisión/)).id.split("/");
  await approveComment(site, id, version);
}

const shown = (page: Page, text: string): Locator => page.locator(".thread .comment", { hasText: text });

async function looked(page: Page, name: string): Promise<void> {
  const [first, last] = await widths(page);
  expect(first).toBe(last);
  const folder = process.env["SHOTS"];
  if (!folder) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page
      .locator(".thread-section, .thread-page")
      .first()
      .screenshot({ path: `${folder}/${name}-${colorScheme}.png` });
  }
}

describe("with JavaScript, on a phone", () => {
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript: true, width: PHONE });
  });

  test("whoever wrote a comment sees it where it will stand, corrects it and deletes it", async () => {
    const email = "ana-corrige@example.org";
    const { page, complaints } = await newPage(visitor);
    await page.goto(site.origin + PAGE);
    await write(page, "Empezad por **escuchar**, con calma.", email);
    const waiting = shown(page, "con calma.");
    await waiting.getByText(/Solo lo ves tú: mira tu correo/).waitFor();
    await waiting.getByText(/hasta las \d?\d:\d\d/).waitFor();
    await looked(page, "espera");
    expect(await (await fetch(`${site.origin}${PAGE}comentarios/`)).text()).not.toContain("con calma");

    await page.getByRole("textbox", { name: "Tu comentario" }).fill("Un borrador a medias.");
    await waiting.getByRole("link", { name: "Corregir" }).click();
    await page.getByRole("heading", { name: "Corregir tu comentario" }).waitFor();
    const text = page.getByRole("textbox", { name: "Tu comentario" });
    expect(await text.inputValue()).toBe("Empezad por **escuchar**, con calma.");
    expect(await page.getByLabel("Tu nombre").isVisible()).toBe(false);
    await text.fill("");
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.locator("output", { hasText: /\S/ }).filter({ hasNotText: "Un momento" }).waitFor();
    await looked(page, "corrige");
    await text.fill("Empezad por **escuchar**, sin prisa.");
    await page.getByRole("button", { name: "Enviar" }).click();
    await shown(page, "sin prisa.").waitFor();
    expect(await text.inputValue()).toBe("Un borrador a medias.");
    expect(await page.getByLabel("Tu nombre").isVisible()).toBe(true);

    await page.goto(`${site.origin}${PAGE}comentarios/`);
    await shown(page, "sin prisa.").getByRole("link", { name: "Corregir" }).waitFor();
    await actByMail(site, email, /confirma tu comentario/i, { action: "confirm" });
    await approve(email, 3);
    await page.reload();
    await shown(page, "sin prisa.").getByRole("link", { name: "Avisar de un problema" }).waitFor();
    page.once("dialog", (dialog) => {
      expect(dialog.message()).toBe("¿Borrar tu comentario?");
      void dialog.accept();
    });
    await shown(page, "sin prisa.").getByRole("link", { name: "Borrar" }).click();
    await page.getByText("Borrado.", { exact: true }).waitFor();
    await shown(page, "sin prisa.").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
  });

  test("once somebody has answered nothing can be changed from here, and the words stay", async () => {
    const email = "ana-contestada@example.org";
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}${PAGE}comentarios/`);
    await write(page, "Lo primero es preguntar.", email);
    await shown(page, "Lo primero").waitFor();
    await actByMail(site, email, /confirma tu comentario/i, { action: "confirm" });
    await approve(email);
    await page.reload();
    await shown(page, "Lo primero").getByRole("link", { name: "Corregir" }).click();
    await page.getByRole("heading", { name: "Corregir tu comentario" }).waitFor();
    await page.getByRole("textbox", { name: "Tu comentario" }).fill("Lo primero es callar.");
    const id = (await shown(page, "Lo primero").getAttribute("id"))?.slice(2) ?? "";
    await publishComment(site, "Y que lo digas.", "bea@example.org", { article: ARTICLE, parent: id });
    await page.getByRole("button", { name: "Enviar" }).click();
    await page.locator("output", { hasText: "ya te han respondido" }).waitFor();
    expect(await page.getByRole("textbox", { name: "Tu comentario" }).inputValue()).toBe(
      "Lo primero es callar.",
    );
    await looked(page, "contestado");
    await page.reload();
    await shown(page, "Y que lo digas.").first().waitFor();
    expect(await page.getByRole("link", { name: "Corregir" }).count()).toBe(0);
  });
});

describe("without JavaScript, on a phone", () => {
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript: false, width: PHONE });
  });

  test("a remembered browser corrects and deletes it on the thread's page", async () => {
    const email = "bea-corrige@example.org";
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}${PAGE}comentarios/`);
    await write(page, "El primero lo lee alguien.", email);
    await page.getByRole("link", { name: "Volver al artículo" }).click();
    await page.waitForURL(`**${PAGE}`);
    await page.goto(linkIn(await site.mailTo(email, /confirma tu comentario/i)));
    await page.getByLabel("Recuérdame en este navegador").check();
    await page.getByRole("button", { name: "Confirmar el comentario" }).click();
    await approve(email);

    await page.goto(`${site.origin}${PAGE}comentarios/`);
    await write(page, "El segundo, con una errrata.", email);
    await page.waitForURL("**propio=**");
    await looked(page, "propio");
    await shown(page, "errrata").getByRole("link", { name: "Corregir" }).click();
    await page.getByRole("textbox", { name: "Tu comentario" }).fill(" ");
    await page.getByRole("button", { name: "Guardar" }).click();
    await page.getByRole("alert").waitFor();
    await looked(page, "corregir-error");
    await page.getByRole("textbox", { name: "Tu comentario" }).fill("El segundo, sin erratas.");
    await page.getByRole("button", { name: "Guardar" }).click();
    await shown(page, "sin erratas").getByText("(corregido)").waitFor();
    await shown(page, "sin erratas").getByRole("link", { name: "Borrar" }).click();
    await page.getByRole("button", { name: "Borrar el comentario" }).click();
    await page.waitForURL(`**${PAGE}comentarios/`);
    expect(await page.content()).not.toContain("sin erratas");
    expect(complaints).toEqual([]);
  });

  test("any other browser is told of the mailed link, whether there is such a comment or not", async () => {
    const { body } = await site.post("/api/comments", {
      article: ARTICLE,
      text: "Esto no lo lee nadie más.",
      name: "Ana",
      email: "ana-otra@example.org",
    });
    const { page } = await newPage(visitor);
    for (const id of [String(body["id"]), "a".repeat(20), "x"]) {
      const response = await page.goto(`${site.origin}${PAGE}comentarios/?corregir=${id}#corregir`);
      expect(response?.headers()["cache-control"]).toBe("private, no-store");
      await page.getByText("abre el enlace que te enviamos por correo").waitFor();
      expect(await page.content()).not.toContain("Esto no lo lee nadie más");
    }
    await looked(page, "con-enlace");
  });
});
