import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { openBrowser } from "../support/site/browser.ts";
import { linkApi, linkIn, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

let site: RealSite;
let browser: Browser;
/** Path of an open favour. */
let favour: string;
/** Address of its poster's page. */
let manage: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  await site.post("/api/jobs", favourForm("Llevar un sofá a otro barrio"));
  await site.post(linkApi(await site.mailTo("ana@example.org", /confirma/i)), { action: "confirm" });
  manage = linkIn(await site.mailTo("ana@example.org", /tablón/i));
  const listed = await (await fetch(`${site.origin}/api/jobs`)).text();
  favour = /"url":"([^"]+)"/.exec(listed)?.[1] ?? "";
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const FORMS = [
  { form: "asking for a favour", open: () => "/favores/nuevo/", button: "Pedir el favor", field: "Título" },
  { form: "offering oneself", open: () => favour, button: "Enviar mi propuesta", field: "Tu mensaje" },
  {
    form: "commenting",
    open: () => "/articulos/nunca-borres-la-polemica/comentarios/",
    button: "Enviar",
    field: "Tu comentario",
  },
  { form: "contact", open: () => "/contacto/", button: "Enviar el mensaje", field: "Mensaje" },
];

describe.each([
  { how: "with JavaScript", javaScript: true },
  { how: "without JavaScript", javaScript: false },
])("a form that fails, $how", ({ javaScript }) => {
  let visitor: BrowserContext;
  let page: Page;
  let complaints: readonly string[];
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript });
    ({ page, complaints } = await newPage(visitor));
  });
  afterEach(() => visitor.close());

  test.each(FORMS)(
    "$form: comes back filled in, with its errors on top and in focus",
    async ({ open, button, field }) => {
      await page.goto(site.origin + open());
      await page.getByLabel(field, { exact: true }).fill("¡Ay!");
      await page.getByLabel("Tu correo").first().fill("esto no es un correo");
      await page.getByRole("button", { name: button, exact: true }).click();
      await page.waitForURL(/formulario=/);

      const summary = page.getByRole("alert");
      expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
      expect(await page.getByLabel(field, { exact: true }).inputValue()).toBe("¡Ay!");
      expect(await page.getByLabel("Tu correo").first().inputValue()).toBe("esto no es un correo");
      expect(await page.getByLabel("Tu correo").first().getAttribute("aria-invalid")).toBe("true");

      // The summary leads to each field, and each field says itself what is wrong.
      const links = summary.getByRole("link");
      expect(await links.count()).toBeGreaterThanOrEqual(2);
      await links.filter({ hasText: /correo/ }).click();
      expect(
        await page
          .getByLabel("Tu correo")
          .first()
          .evaluate((input) => input === document.activeElement),
      ).toBe(true);
      const described = (await page.getByLabel("Tu correo").first().getAttribute("aria-describedby")) ?? "";
      const error = described.split(" ").find((id) => id.endsWith("-error")) ?? "none";
      expect(await page.locator(`#${error}`).textContent()).toContain("correo");
      expect(complaints).toEqual([]);

      const { headers } = await fetch(page.url());
      expect(headers.get("cache-control")).toBe("private, no-store");
    },
  );

  test("on the page behind a link, the form that failed is the one that is open", async () => {
    await page.goto(manage);
    await page.getByText("Corregir el favor").click();
    await page.getByLabel("Título").fill("Ay");
    await page.getByRole("button", { name: "Guardar los cambios" }).click();
    await page.waitForURL(/formulario=/);
    await page.getByRole("alert").getByRole("link").first().click();
    expect(await page.getByLabel("Título").inputValue()).toBe("Ay");
    expect(await page.getByLabel("Cuéntalo").inputValue()).toContain("estantería");
    expect(await page.getByLabel("Por qué lo retiras").count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("corrected, it goes through, and what was kept of it is forgotten", async () => {
    await page.goto(`${site.origin}/contacto/`);
    await page.getByLabel("Mensaje", { exact: true }).fill("Tengo una duda sobre cómo se retira un favor.");
    await page.getByRole("button", { name: "Enviar el mensaje" }).click();
    await page.waitForURL(/formulario=/);
    const kept = page.url();
    await page.getByLabel("Tu nombre").fill("Noa");
    await page
      .getByLabel("Tu correo")
      .first()
      .fill(`noa-${String(javaScript)}@example.org`);
    await page.getByLabel("De qué se trata").selectOption({ label: "Tengo una duda" });
    await page.getByRole("button", { name: "Enviar el mensaje" }).click();
    await page.waitForURL("**/gracias/mensaje/");
    await page.goto(kept);
    await page.getByText("Lo que habías escrito ya no está").waitFor();
    expect(await page.getByLabel("Mensaje", { exact: true }).inputValue()).toBe("");
    const mail = await site.mailTo("info@makethejobs.com", /duda/i);
    expect(mail.text).toContain("cómo se retira un favor");
  });
});

describe("filling in the favour's form with the keyboard alone", () => {
  test("every field is reached by Tab in the order in which it is read", async () => {
    const visitor = await newVisitor(browser, { javaScript: true });
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    await page.getByLabel("Título").focus();
    const type = (text: string) => page.keyboard.type(text);
    const tab = () => page.keyboard.press("Tab");
    // Between two fields stand the categories that fit the title, and their examples.
    const tabTo = async (name: string) => {
      for (let step = 0; step < 6; step += 1) {
        await tab();
        if (await page.evaluate((named) => document.activeElement?.getAttribute("name") === named, name))
          return;
      }
      throw new Error(`no Tab leads to ${name}`);
    };

    await type("Regar mis plantas en agosto");
    await tabTo("description");
    await type(
      "Son doce macetas y un limonero. Dos veces por semana, media hora cada vez, y te quedas con los limones.",
    );
    await tabTo("category");
    await type("Otra");
    await tabTo("place");
    await type("Sevilla");
    await tabTo("town");
    await type("Triana");
    // The date has parts of its own.
    for (let part = 0; part < 5; part += 1) {
      await tab();
      if (await page.evaluate(() => document.activeElement?.getAttribute("name") === "rewardKind")) break;
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await page.getByRole("radio", { name: "Una cosa" }).isChecked()).toBe(true);
    // Money was passed by on the way down: its amount is gone from sight and from the Tab order.
    expect(await page.getByLabel("Cuánto dinero").isVisible()).toBe(false);
    await tab();
    await type("Todos los limones");
    await tab();
    await type("Rocío");
    await tab();
    await type("rocio@example.org");
    await tabTo("phone");
    await tabTo("consent");
    await page.keyboard.press("Space");
    await tabTo("standing");
    // Between it and the button stands where to read on about one's data.
    await tab();
    await tab();
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe("Pedir el favor");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/gracias/favor/*/");
    await visitor.close();
  });
});

describe("what a script adds while one types", () => {
  let visitor: BrowserContext;
  let page: Page;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript: true });
    ({ page } = await newPage(visitor));
    await page.goto(`${site.origin}/favores/nuevo/`);
  });
  afterEach(() => visitor.close());

  test("how many characters are left, counted as people count them", async () => {
    await page.getByLabel("Título").fill("Niño 👍🏽");
    // The thumb is two code points, as the rule counts them.
    await page.getByText("Quedan 73 caracteres.").waitFor();
    await page.getByLabel("Título").fill("x".repeat(83));
    await page.getByText("Sobran 3 caracteres.").waitFor();
    expect(await page.getByText("Quedan 73 caracteres.").count()).toBe(0);
  });

  test("a warning about contact data in what everybody will read, and only there", async () => {
    const warnings = page.locator(".field-warning:not(:empty)");
    await page.getByLabel("Cuéntalo").fill("Escríbeme a yo@ejemplo.com o llama al seiscientos doce 34 56 78");
    await warnings.waitFor();
    expect(await warnings.textContent()).toContain("un correo");

    await page.getByLabel("Cuéntalo").fill("Sin nada que tapar: treinta euros y dos horas.");
    await page.waitForFunction(() => document.querySelector(".field-warning:not(:empty)") === null);

    await page.getByLabel("Tu teléfono").fill("612 34 56 78");
    await page.getByLabel("Título").fill("Llamar al 612 34 56 78");
    await warnings.waitFor();
    expect(await warnings.count()).toBe(1);
    expect(await warnings.textContent()).toContain("un teléfono");
  });

  test("two presses on the button send one form", async () => {
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await page.getByLabel("Título").fill("Probar el botón dos veces");
    // What counts presses comes with what counts characters, after the first touch.
    await page
      .getByText(/^Quedan/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Pedir el favor" }).dblclick();
    await page.waitForURL(/formulario=/);
    expect(posts).toHaveLength(1);
  });
});
