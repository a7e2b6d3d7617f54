import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { openBrowser } from "../support/site/browser.ts";
import { askForFavour, fillIn, offerToHelp } from "../support/site/browser-forms.ts";
import { publishComment, sendJob } from "../support/site/live-pages.ts";
import { linkIn, startRealSite, type RealSite } from "../support/site/real-site.ts";

const ARTICLE = "las-cinco-funciones-de-un-community-manager";
const THREAD = `/articulos/${ARTICLE}/comentarios/`;
const ANA = { name: "Ana Prado", email: "ana@example.org" };

let site: RealSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  for (let n = 1; n <= 12; n += 1)
    await publishComment(site, `Opinión número ${String(n)}, con sus razones.`, `c${String(n)}@example.org`, {
      article: ARTICLE,
      name: "Bea Ríos",
    });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function open(path: string, theme: "light" | "dark" = "light"): Promise<Page> {
  const context = await browser.newContext({
    colorScheme: theme,
    reducedMotion: "reduce",
    permissions: ["clipboard-write"],
    viewport: { width: 768, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(site.origin + path);
  return page;
}

/** Opens the form below the comment in the middle of the thread, a long way from where the page keeps it. */
async function answerInTheMiddle(page: Page): Promise<Locator> {
  const middle = page.getByRole("article").filter({ hasText: "Opinión número 6" });
  await middle.getByRole("link", { name: "Responder" }).click();
  await page.getByRole("heading", { name: "Responder a Bea Ríos" }).waitFor();
  return middle;
}

describe("what is said about an answer", () => {
  test("stands below what it answers and takes focus, with the text that waits", async () => {
    const page = await open(THREAD);
    await answerInTheMiddle(page);
    const text = "Yo empezaría por la tercera.\nY luego las demás.";
    await fillIn(page, { "Tu comentario": text, "Tu nombre": ANA.name, "Tu correo": ANA.email });
    await page.getByRole("button", { name: "Enviar" }).click();
    const branch = page.getByRole("listitem").filter({ hasText: "Opinión número 6" });
    const said = branch.getByRole("article").filter({ hasText: "Yo empezaría" });
    await said.getByText("mira tu correo").waitFor();
    expect(await said.locator(".comment-text").innerText()).toBe(text);
    expect(await said.evaluate((element) => element === document.activeElement)).toBe(true);
    const box = await said.boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
    await page.context().close();
  });

  test("that can't be sent says so there, and the text stays", async () => {
    const page = await open(THREAD);
    const middle = await answerInTheMiddle(page);
    await fillIn(page, {
      "Tu comentario": "Se corta la red.",
      "Tu nombre": ANA.name,
      "Tu correo": ANA.email,
    });
    await page.route("**/api/comments", (route) => route.abort());
    await page.getByRole("button", { name: "Enviar" }).click();
    await middle.locator("output").getByText("No ha salido").waitFor();
    expect(await middle.getByLabel("Tu comentario").inputValue()).toBe("Se corta la red.");
    await page.context().close();
  });
});

/** How something looks that says how it went. */
async function look(said: Locator): Promise<string> {
  return said.evaluate((element) => {
    const { backgroundColor, borderTopColor } = getComputedStyle(element);
    return `${backgroundColor} ${borderTopColor}`;
  });
}

/** A tone of the site as the browser computes it. */
async function tone(page: Page, name: string): Promise<string> {
  return page.evaluate((token) => {
    const probe = document.createElement("i");
    probe.style.color = `var(--${token})`;
    document.body.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);
}

describe.each(["light", "dark"] as const)("in the %s theme", (theme) => {
  const who = { name: "Luis", email: `luis-${theme}@example.org` };

  test("a success is green wherever it is said, and an error is red", async () => {
    const page = await open(THREAD, theme);
    const [good, goodSoft, bad, badSoft] = await Promise.all(
      ["good", "good-soft", "bad", "bad-soft"].map((name) => tone(page, name)),
    );

    await page.route("**/api/comments", (route) => route.abort());
    await fillIn(page, { "Tu comentario": "Hola.", "Tu nombre": who.name, "Tu correo": who.email });
    await page.getByRole("button", { name: "Enviar" }).click();
    const output = page.getByRole("status").filter({ hasText: "No ha salido" });
    await output.waitFor();
    expect(await look(output)).toBe(`${String(badSoft)} ${String(bad)}`);

    await page.route("**/api/comments", (route) =>
      route.fulfill({
        status: 202,
        contentType: "application/json",
        body: JSON.stringify({ id: "a", state: "approved" }),
      }),
    );
    await page.getByRole("button", { name: "Enviar" }).click();
    const published = page.getByRole("status").filter({ hasText: "Publicado" });
    await published.waitFor();
    expect(await look(published)).toBe(`${String(goodSoft)} ${String(good)}`);

    await page.goto(`${site.origin}/articulos/${ARTICLE}/`);
    const copy = page.getByRole("button", { name: "Copiar el enlace" });
    await copy.click();
    const copied = page.getByRole("button", { name: "Enlace copiado" });
    await copied.waitFor();
    expect(await look(copied)).toBe(`${String(goodSoft)} ${String(good)}`);

    await site.post("/api/jobs", { ...favourForm("Mover un sofá de tres plazas"), email: who.email });
    await page.goto(linkIn(await site.mailTo(who.email, /confirma tu favor/i)));
    await page.getByRole("button", { name: /^Confirmar/ }).click();
    await page.waitForURL("**/?hecho=confirm");
    expect(await look(page.locator(".notice[data-kind=success]"))).toBe(
      `${String(goodSoft)} ${String(good)}`,
    );

    await page.goto(`${site.origin}/gracias/propuesta-enviada/`);
    expect(await look(page.locator(".ticket-stub"))).toContain(String(goodSoft));
    await page.context().close();
  });

  test("what waits for a mail is neither a success, a warning nor a reward", async () => {
    const page = await open("/favores/nuevo/", theme);
    await askForFavour(page, `Pintar un banco de madera (${theme})`, who);
    await page.waitForURL("**/gracias/favor/*/");
    const [readSoft, warnSoft, stub] = await Promise.all(
      ["read-soft", "warn-soft", "stub"].map((name) => tone(page, name)),
    );
    const shown = await look(page.locator(".ticket-stub"));
    expect(shown).toContain(String(readSoft));
    expect(shown).not.toContain(String(warnSoft));
    expect(shown).not.toContain(String(stub));
    await page.context().close();
  });
});

test("offering oneself leads to the same thanks", async () => {
  const job = await sendJob(site, "Regar las plantas del portal", "pide@example.org");
  const page = await open(`/favores/${job}-x/`);
  await offerToHelp(page, "Paso por allí cada mañana.", { name: "Nora", email: "nora@example.org" });
  await page.waitForURL("**/gracias/propuesta/*/");
  expect(await page.locator(".thanks").getAttribute("data-kind")).toBe("info");
  await page.context().close();
});
