import { describe, expect, test } from "vitest";
import { browser, openSite, site } from "../support/site/journey.ts";
import { actByMail, sendJob, sendOffer } from "../support/site/live-pages.ts";
import { newPage, newVisitor } from "../support/site/visitors.ts";

openSite();

describe("the category of a favour", () => {
  test("is offered while the title is typed, and chosen by an example", async () => {
    const visitor = await newVisitor(browser, { javaScript: true });
    const { page, complaints } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    await page.getByLabel("Título").fill("Regar mis plantas en agosto");
    await page.getByRole("button", { name: "Decoración y pintura" }).click();
    expect(await page.getByLabel("Categoría").inputValue()).toBe("decoracion");
    await page.getByText("¿No sabes cuál?").click();
    await page.getByRole("button", { name: "Ayudar con una mudanza" }).click();
    expect(await page.getByLabel("Categoría").inputValue()).toBe("transporte");
    expect(complaints).toEqual([]);
    await visitor.close();
  });

  test("has its examples beside it without a script", async () => {
    const visitor = await newVisitor(browser, { javaScript: false });
    const { page } = await newPage(visitor);
    await page.goto(`${site.origin}/favores/nuevo/`);
    await page.getByText("¿No sabes cuál?").click();
    expect(await page.getByText("Regar las plantas").isVisible()).toBe(true);
    await visitor.close();
  });
});

describe("a favour that is closed", () => {
  const shown = async (id: string): Promise<{ status: number; html: string }> => {
    const answer = await fetch(`${site.origin}/favores/${id}/`);
    return { status: answer.status, html: await answer.text() };
  };
  const feedAndSitemap = async (): Promise<string> => {
    const paths = ["/favores/rss.xml", "/sitemap-0.xml"];
    return (await Promise.all(paths.map(async (path) => (await fetch(site.origin + path)).text()))).join("");
  };

  test("keeps its page with a banner, no form and noindex, and is in no feed", async () => {
    const done = await sendJob(site, "Colgar dos cuadros", "hecho@example.org");
    const offer = await sendOffer(site, done, "ayuda@example.org");
    await actByMail(site, "hecho@example.org", /se ofrece/i, { action: "accept", offer });
    await actByMail(site, "hecho@example.org", /se ofrece/i, { action: "complete" });
    const taken = await sendJob(site, "Traer unas cajas", "retirado@example.org");
    await actByMail(site, "retirado@example.org", /en el tablón/i, { action: "withdraw", reason: "ya-no" });
    for (const [id, banner] of [
      [done, "Este favor ya está hecho."],
      [taken, "Quien lo pidió lo ha retirado."],
    ] as const) {
      const { status, html } = await shown(id);
      expect(status).toBe(200);
      expect(html).toContain(banner);
      expect(html).toContain("noindex");
      expect(html).not.toContain(`/api/jobs/${id}/offers`);
      expect(await feedAndSitemap()).not.toContain(id);
    }
    const board = await (await fetch(`${site.origin}/favores/`)).text();
    expect(board).toContain("Ver el favor hecho");
    const list = await (await fetch(`${site.origin}/favores/hechos/`)).text();
    expect(list).toContain("Colgar dos cuadros");
    expect(list).not.toContain("Traer unas cajas");
    expect(await (await fetch(`${site.origin}/cifras/`)).text()).toContain("el 50 % se hizo");

    await actByMail(site, "hecho@example.org", /se ofrece/i, { action: "erase" });
    expect((await shown(done)).status).toBe(410);
    expect((await shown(done)).html).not.toContain("Colgar dos cuadros");
    const after = await (await fetch(`${site.origin}/favores/hechos/`)).text();
    expect(after).toContain("1 favor hecho");
    expect(after).not.toContain("Colgar dos cuadros");
  });
});
