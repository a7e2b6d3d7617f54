import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { favourForm } from "../support/host/local-host.ts";
import { BOTH_WAYS, browser, openSite, site } from "../support/site/journey.ts";
import { linkApi, linkIn } from "../support/site/real-site.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

const OFFER = { message: "Puedo el sábado, tengo furgoneta.", name: "Nerea", consent: "on" };
const MONEY = { rewardKind: "money" };

describe.each(BOTH_WAYS)(
  "what changed while somebody read is shown before they decide, $how",
  ({ javaScript }) => {
    const tag = javaScript ? "con" : "sin";
    const poster = `poster-${tag}@example.org`;
    const helper = `helper-${tag}@example.org`;
    let visitor: BrowserContext;
    let posterApi: string;
    let helperApi: string;
    let posterPage: string;
    let helperPage: string;
    const form = { ...favourForm(`Llevar un armario ${tag} patas`), email: poster };

    beforeAll(async () => {
      visitor = await newVisitor(browser, { javaScript });
      const { body } = await site.post("/api/jobs", form);
      await site.post(linkApi(await site.mailTo(poster, /confirma/i)), { action: "confirm" });
      await site.post(`/api/jobs/${String(body["id"])}/offers`, { ...OFFER, email: helper });
      await site.post(linkApi(await site.mailTo(helper, /confirma/i)), { action: "confirm" });
      const [asked, offered] = [
        await site.mailTo(poster, /se ofrece/i),
        await site.mailTo(helper, /enviado tu propuesta/i),
      ];
      [posterApi, posterPage, helperApi, helperPage] = [
        linkApi(asked),
        linkIn(asked),
        linkApi(offered),
        linkIn(offered),
      ];
    });
    afterAll(() => visitor.close());

    test("an edit in a second window keeps what was typed, and goes through when it is sent again", async () => {
      const { page } = await newPage(visitor);
      await page.goto(posterPage);
      await page.getByText("Corregir el favor").click();
      await page.getByLabel("Título").fill("Llevar un armario muy grande");
      await site.post(posterApi, { ...form, action: "edit", town: "Getafe" });
      await page.getByRole("button", { name: "Guardar los cambios" }).click();
      await page.waitForURL(/formulario=/);
      const told = page
        .locator("section, div, aside")
        .filter({ hasText: "Ha cambiado mientras leías" })
        .last();
      expect(await told.textContent()).toContain("Getafe");
      expect(await page.getByLabel("Título").inputValue()).toBe("Llevar un armario muy grande");
      await page.getByRole("button", { name: "Guardar los cambios" }).click();
      await page.waitForURL("**/?hecho=edit");
    });

    test("a favour whose reward went down is reconfirmed once the new reward was shown", async () => {
      const { page } = await newPage(visitor);
      await page.goto(helperPage);
      await site.post(posterApi, { ...form, action: "edit", ...MONEY, rewardAmount: "5" });
      await page.getByRole("button", { name: "Sigo queriendo ayudar" }).click();
      await page.waitForURL(/formulario=/);
      expect(await page.getByText("El favor ha cambiado desde que lo leíste").count()).toBe(1);
      expect((await page.locator("dl").first().textContent())?.replaceAll("\u00a0", " ")).toContain("5 €");
      await page.getByRole("button", { name: "Sigo queriendo ayudar" }).click();
      await page.waitForURL("**/?hecho=reconfirm");
    });

    test("an offer whose reward went up is accepted once the new reward was shown", async () => {
      const { page } = await newPage(visitor);
      await page.goto(posterPage);
      await page.getByRole("link", { name: /Elegir esta propuesta/ }).click();
      await site.post(helperApi, { ...OFFER, action: "edit", ...MONEY, rewardAmount: "90" });
      await page.getByRole("button", { name: /Aceptar y compartir/ }).click();
      await page.waitForURL(/formulario=/);
      expect(await page.getByText("La propuesta ha cambiado desde que la leíste").count()).toBe(1);
      expect((await page.locator("dl").first().textContent())?.replaceAll("\u00a0", " ")).toContain("90 €");
      await page.getByRole("button", { name: /Aceptar y compartir/ }).click();
      await page.waitForURL("**/?hecho=accept");
    });
  },
);
