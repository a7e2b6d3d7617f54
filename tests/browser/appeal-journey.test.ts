import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { signIn, widths } from "../support/site/desk-page.ts";
import { actByMail } from "../support/site/live-pages.ts";
import { linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SHOTS = process.env["SHOTS"];
const PHONE = 360;

openSite();

async function heldFavour(title: string, email: string): Promise<void> {
  await site.post("/api/jobs", { ...favourForm(title), email, website: "https://bot.example" });
  await actByMail(site, email, /confirma tu favor/i, { action: "confirm" });
}

async function looked(page: Page, name: string): Promise<void> {
  const [first, last] = await widths(page);
  expect(first).toBe(last);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

async function reject(page: Page, title: string, button: string): Promise<void> {
  const item = page.locator(".desk-item", { hasText: title });
  await item.getByText(button, { exact: true }).first().click();
  await item.getByLabel("Motivo").fill("No dice quién lo pide.");
  await item.getByRole("button", { name: button }).click();
  await page.waitForURL("**/?hecho=1&cambiado=0");
}

describe.each(BOTH_WAYS)("who was rejected, on a phone and $how", ({ javaScript }) => {
  const tag = javaScript ? "con" : "sin";
  let visitor: BrowserContext;
  let desk: BrowserContext;
  beforeEach(async () => {
    visitor = await newVisitor(browser, { javaScript, width: PHONE });
    desk = await newVisitor(browser, { javaScript, width: PHONE });
  });
  afterEach(async () => {
    await visitor.close();
    await desk.close();
  });

  test.each([
    {
      ends: "won",
      button: "Darle la razón",
      told: /^Hemos vuelto a mirarlo: tenías razón/,
      says: "Recurriste y tenías razón",
    },
    {
      ends: "lost",
      button: "Mantener lo decidido",
      told: /se queda como estaba/,
      says: "Recurriste y se queda como estaba",
    },
  ])("appeals, and sees that it was $ends", async ({ ends, button, told, says }) => {
    const email = `ana-${tag}-${ends}@example.org`;
    const title = `Colgar un cuadro ${tag} alcayata ${ends}`;
    await heldFavour(title, email);
    const moderator = await newPage(desk);
    await signIn(site, moderator.page);
    await reject(moderator.page, title, "No publicar");

    const { page, complaints } = await newPage(visitor);
    await page.goto(linkIn(await site.mailTo(email, /no se va a mostrar/i)));
    await page.getByText("No dice quién lo pide.").waitFor();
    await page.getByText("No estoy de acuerdo: recurrir").click();
    await looked(page, `form-${tag}-${ends}`);
    await page.getByRole("button", { name: "Recurrir" }).click();
    await page.getByText("Cuéntanos por qué crees que nos equivocamos.").first().waitFor();
    await page
      .getByLabel("Por qué crees que nos equivocamos")
      .fill("Lo pido yo, Ana, y firmo con mi nombre.");
    await page.getByRole("button", { name: "Recurrir" }).click();
    await page.getByText("Has recurrido").waitFor();
    await looked(page, `waits-${tag}-${ends}`);

    await moderator.page.goto(`${site.origin}/moderacion/`);
    await moderator.page.getByText("Lo pido yo, Ana, y firmo con mi nombre.").waitFor();
    await looked(moderator.page, `desk-${tag}-${ends}`);
    if (ends === "won") await moderator.page.getByRole("button", { name: button }).first().click();
    else await reject(moderator.page, title, button);
    await moderator.page.waitForURL("**/?hecho=1&cambiado=0");

    await page.goto(linkIn(await site.mailTo(email, told)));
    await page.getByText(says).waitFor();
    expect(await page.getByText("No estoy de acuerdo: recurrir").count()).toBe(0);
    await looked(page, `decided-${tag}-${ends}`);
    expect([...complaints, ...moderator.complaints]).toEqual([]);
  });
});

test.each(["light", "dark"] as const)(
  "axe finds nothing where somebody appeals, in the %s theme",
  async (theme) => {
    const email = `tema-${theme}@example.org`;
    const title = `Para mirar en ${theme}`;
    await heldFavour(title, email);
    const options = { colorScheme: theme, reducedMotion: "reduce", bypassCSP: true } as const;
    const context = await browser.newContext({ ...options, viewport: { width: 320, height: 800 } });
    const page = await context.newPage();
    await signIn(site, page);
    await reject(page, title, "No publicar");
    const link = linkIn(await site.mailTo(email, /no se va a mostrar/i));
    const clean = async (path: string, name: string) => {
      await page.goto(path);
      for (const fold of await page.locator("details").all())
        await fold.evaluate((one) => one.setAttribute("open", ""));
      await looked(page, `${name}-${theme}`);
      await page.evaluate(AXE);
      const found = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    };
    await clean(link, "axe-form");
    await page.getByLabel("Por qué crees que nos equivocamos").fill("Lo pido yo.");
    await page.getByRole("button", { name: "Recurrir" }).click();
    await page.getByText("Has recurrido").waitFor();
    await clean(link, "axe-waits");
    await clean(`${site.origin}/moderacion/`, "axe-desk");
    await context.close();
  },
);
