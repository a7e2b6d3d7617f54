import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { fillIn } from "../support/site/browser-forms.ts";
import { approveComment } from "../support/site/desk-page.ts";
import { linkApi, linkIn, MODERATOR } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const OPEN = "/articulos/las-cinco-funciones-de-un-community-manager/";
const CLOSED = "/articulos/community-manager-y-social-media-manager/";

openSite();

async function write(page: Page, text: string, who: { name: string; email: string }): Promise<void> {
  await fillIn(page, { "Tu comentario": text, "Tu nombre": who.name, "Tu correo": who.email });
}

/** Confirms from the mail, as a person with a browser does; `nth` is how many such letters this address has by then. */
async function confirm(page: Page, email: string, { remember = false, nth = 1 } = {}): Promise<void> {
  await page.goto(linkIn(await site.mailTo(email, /confirma tu comentario/i, nth)));
  if (remember) await page.getByLabel("Recuérdame en este navegador").check();
  await page.getByRole("button", { name: "Confirmar el comentario" }).click();
  await page.waitForURL("**/?hecho=confirm");
}

/** Lets the comment of this address through. */
async function approve(email: string): Promise<void> {
  const [, id = ""] = (await site.mailTo(email, /está en revisión/)).id.split("/");
  await approveComment(site, id);
}

describe.each(BOTH_WAYS)("a conversation, $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  const ana = { name: "Ana Prado", email: `ana-${tag}@example.org` };
  const bea = { name: "Bea Ríos", email: `bea-${tag}@example.org` };
  const first = `Empezad por escuchar, ${tag} prisa.`;
  const reply = `Totalmente de acuerdo, ${tag} matices.`;
  let visitor: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript });
  });
  afterEach(() => visitor.close());

  test("a first comment is previewed, sent, confirmed and waits for a moderator", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(site.origin + OPEN);
    await write(page, `**Ojo**: ${first} <b>nada</b>`, ana);
    await page.getByRole("button", { name: "Ver cómo queda" }).click();
    await page.locator(".comment-text strong", { hasText: "Ojo" }).waitFor();
    expect(await page.locator(".comment-text b").count()).toBe(0);
    expect(await page.getByLabel("Tu correo").inputValue()).toBe(ana.email);

    await page.getByRole("button", { name: "Enviar" }).click();
    await page
      .getByText(/Mira tu correo/)
      .first()
      .waitFor();
    await confirm(page, ana.email);
    await page.getByText(/Una persona lo leerá antes de que salga/).waitFor();
    expect(await (await fetch(`${site.origin}${OPEN}comentarios/`)).text()).not.toContain(first);
    expect(complaints).toEqual([]);
  });

  test("a moderator approves it, and it is on the thread's page and below the article", async () => {
    const { page, complaints } = await newPage(visitor);
    await approve(ana.email);
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    await page.getByRole("article").filter({ hasText: first }).waitFor();
    expect(await page.content()).not.toContain(ana.email);

    await page.goto(site.origin + OPEN);
    if (javaScript) {
      await page
        .getByRole("heading", { name: /comentario|Comenta/ })
        .first()
        .scrollIntoViewIfNeeded();
      await page.locator(".comment", { hasText: first }).waitFor();
    } else {
      await page.getByRole("link", { name: /Ver la conversación entera/ }).click();
      await page.waitForURL(`**${OPEN}comentarios/`);
    }
    expect(complaints).toEqual([]);
  });

  test("it is answered, and the answer is set in below it", async () => {
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    await page
      .getByRole("article")
      .filter({ hasText: first })
      .getByRole("link", { name: "Responder" })
      .click();
    await page.getByRole("heading", { name: `Responder a ${ana.name}` }).waitFor();
    await write(page, reply, bea);
    await page.getByRole("button", { name: "Enviar" }).click();
    await page
      .getByText(/Mira tu correo/)
      .first()
      .waitFor();
    await confirm(page, bea.email, { remember: true });
    await approve(bea.email);
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    const branch = page.getByRole("listitem").filter({ hasText: first }).first();
    await branch.getByRole("listitem").filter({ hasText: reply }).waitFor();
    expect(complaints).toEqual([]);
  });

  test("a browser that was asked to remember needs no mail the next time", async () => {
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    await write(page, `Esto ya no hace falta revisarlo, ${tag} más.`, bea);
    await page.getByRole("button", { name: "Enviar" }).click();
    await page
      .getByText(/Mira tu correo/)
      .first()
      .waitFor();
    await confirm(page, bea.email, { remember: true, nth: 2 });

    const again = `Y ahora sale al momento, ${tag} espera.`;
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    await write(page, again, bea);
    await page.getByRole("button", { name: "Enviar" }).click();
    const published = page.getByRole("article").filter({ hasText: again });
    await published.waitFor();
    expect(await published.textContent()).toContain(bea.name);
  });

  test("its author takes it back; its answer stays below a gravestone", async () => {
    const { page } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(ana.email, /publicado/i)));
    await page.getByText("Borrarlo", { exact: true }).click();
    await page.getByRole("button", { name: "Borrar el comentario" }).click();
    await page.waitForURL("**/?hecho=delete");
    await page.goto(`${site.origin}${OPEN}comentarios/`);
    expect(await page.content()).not.toContain(first);
    const branch = page.getByRole("listitem").filter({ hasText: reply }).first();
    expect(await branch.textContent()).toMatch(/^\s*Aquí había un comentario que ya no está/);
  });
});

describe("an article whose comments are closed", () => {
  test("says so on both pages, has no form, and takes none from a program either", async () => {
    for (const path of [CLOSED, `${CLOSED}comentarios/`]) {
      const html = await (await fetch(site.origin + path)).text();
      expect(html).toMatch(/comentarios[^<]* cerrados/i);
      expect(html).not.toContain('action="/api/comments"');
    }
    const article = CLOSED.split("/")[2];
    const refused = await site.post("/api/comments", {
      article,
      text: "Por si cuela.",
      name: "Ana",
      email: "ana@example.org",
    });
    expect(refused).toMatchObject({ status: 403, body: { code: "commentsClosed" } });
  });
});

test("a rejected comment tells its author why, and is public nowhere", async () => {
  const email = "ofendida@example.org";
  const comment = {
    article: OPEN.split("/")[2],
    text: "Esto no debería salir: te pagamos por dar likes.",
    name: "Ofe",
    email,
  };
  expect((await site.post("/api/comments", comment)).status).toBe(202);
  await site.post(linkApi(await site.mailTo(email, /confirma/i)), { action: "confirm" });

  const { page } = await newPage(await newVisitor(browser, { javaScript: false }));
  // It sounds like fraud, so the moderators are told at once.
  const letter = await site.mailTo(MODERATOR, /corre prisa/);
  expect(letter.text).toContain(comment.text);
  await page.goto(linkIn(letter));
  await page.getByText("No publicarlo").first().click();
  await page.getByRole("button", { name: "No publicarlo" }).click();
  // Without a reason it comes back, open at the field that lacks it.
  await page.getByRole("alert").getByRole("link").click();
  await page.getByLabel("Motivo").fill("Habla de una persona con nombre y apellidos.");
  await page.getByRole("button", { name: "No publicarlo" }).click();
  await page.waitForURL("**/?hecho=reject");

  await page.goto(linkIn(await site.mailTo(email, /no hemos publicado/i)));
  await page.getByText("Habla de una persona con nombre y apellidos.").waitFor();
  expect(await (await fetch(`${site.origin}${OPEN}comentarios/`)).text()).not.toContain(comment.text);
  await page.context().close();
});
