import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shortFavourPath, sheetPath } from "../../src/urls.ts";
import { openBrowser } from "../support/site/browser.ts";
import { actByMail, sendJob, sendOffer } from "../support/site/live-pages.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

const WAITS = "wait@example.org";

let site: RealSite;
let browser: Browser;
let open: string;
let openPath: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startRealSite(), openBrowser()]);
  open = await sendJob(site, "Subir un piano a un tercero", "open@example.org", {
    description: "Pesa mucho, hacen falta cuatro brazos. Llama al 600 99 88 77 por la tarde, o escribe.",
    rewardKind: "money",
    rewardAmount: "30",
    rewardText: "y merienda",
  });
  openPath = `/favores/${open}-subir-un-piano-a-un-tercero/`;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

function ask(path: string): Promise<Response> {
  return fetch(site.origin + path, { redirect: "manual" });
}

async function visit(path: string, options: object = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(site.origin + path);
  return page;
}

describe("the short address", () => {
  test.each([(id: string) => id, (id: string) => id.toUpperCase()])(
    "leads to the favour for good, however its letters are typed",
    async (typed) => {
      const answer = await ask(shortFavourPath(typed(open)));
      expect(answer.status).toBe(301);
      expect(answer.headers.get("location")).toBe(openPath);
    },
  );

  test("of what is not public is not found, of what was erased is gone", async () => {
    const { body } = await site.post("/api/jobs", {
      title: "Un favor sin confirmar todavía",
      description: "Hay que llevar unas cajas de un piso a otro.",
      category: "transporte",
      place: "madrid",
      rewardKind: "open",
      name: "Paco",
      email: WAITS,
      consent: "on",
    });
    expect((await ask(shortFavourPath(String(body["id"])))).status).toBe(404);
    expect((await ask(shortFavourPath("nada"))).status).toBe(404);
    const erased = await sendJob(site, "Un favor que se borra", "erased@example.org");
    await actByMail(site, "erased@example.org", /tu favor ya está en el tablón/i, { action: "erase" });
    expect((await ask(shortFavourPath(erased))).status).toBe(410);
    expect((await ask(`/favores/${erased}/cartel/`)).status).toBe(410);
    expect((await ask("/favores/nada/cartel/")).status).toBe(404);
  });
});

describe("an open favour is shared", () => {
  test("by links where there is no script", async () => {
    const page = await visit(openPath, { javaScriptEnabled: false });
    const whatsApp = await page.getByRole("link", { name: "WhatsApp" }).getAttribute("href");
    expect(decodeURIComponent(whatsApp ?? "")).toContain(shortFavourPath(open));
    expect(await page.getByRole("link", { name: /Cartel para imprimir/ }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Copiar el enlace|Compartir/ }).count()).toBe(0);
    await page.context().close();
  });

  test("by copying its short address", async () => {
    const page = await visit(openPath, { permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Copiar el enlace" }).click();
    await page.getByText("Enlace copiado").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      site.origin + shortFavourPath(open),
    );
    await page.context().close();
  });

  test("by the system's own sheet where there is one, and nowhere else", async () => {
    const context = await browser.newContext();
    const [without, page] = await Promise.all([context.newPage(), context.newPage()]);
    await without.addInitScript("delete Navigator.prototype.share");
    await without.goto(site.origin + openPath);
    expect(await without.getByRole("button", { name: "Compartir…" }).isVisible()).toBe(false);
    await page.addInitScript("navigator.share = async (data) => { window.shared = data; }");
    await page.goto(site.origin + openPath);
    await page.getByRole("button", { name: "Compartir…" }).click();
    await page.waitForFunction("window.shared");
    expect(await page.evaluate("window.shared")).toEqual({
      title: "Subir un piano a un tercero",
      url: site.origin + shortFavourPath(open),
    });
    await context.close();
  });
});

describe("the sheet", () => {
  test("says what is asked for and what for, and nothing that leads to a person", async () => {
    const answer = await ask(sheetPath(openPath));
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain('<meta name="robots" content="noindex">');
    for (const said of ["Subir un piano a un tercero", "30", "y merienda", shortFavourPath(open)]) {
      expect(html).toContain(said);
    }
    expect(html.match(/class="sheet-strip"/g)).toHaveLength(8);
    expect(html).not.toMatch(/600 ?99|open@example|600 ?11/);
  });

  test("moves to its favour's own address", async () => {
    const answer = await ask(`/favores/${open}-otro-titulo/cartel/`);
    expect(answer.status).toBe(301);
    expect(answer.headers.get("location")).toBe(sheetPath(openPath));
  });

  test.each(["light", "dark"] as const)("is one page of A4, in the %s theme too", async (colorScheme) => {
    const page = await visit(sheetPath(openPath), { colorScheme });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString("latin1"));
    expect([Number(box?.[1]), Number(box?.[2])].map(Math.round)).toEqual([595, 842]);
    await page.context().close();
  });

  test("holds the longest title and reward, with no letter outside of it", async () => {
    const id = await sendJob(site, "W".repeat(80), "long@example.org", {
      rewardKind: "thing",
      rewardText: "Una tarta ".repeat(20).trim(),
    });
    const page = await visit(`/favores/${id}/cartel/`, { viewport: { width: 320, height: 700 } });
    for (const media of ["screen", "print"] as const) {
      await page.emulateMedia({ media });
      const over = await page.evaluate(() => {
        const main = document.querySelector(".sheet-main");
        const address = [...document.querySelectorAll(".sheet-strip span")].map(
          (line) => line.getBoundingClientRect().height - (line.parentElement?.clientHeight ?? 0),
        );
        return main ? Math.max(main.scrollHeight - main.clientHeight, ...address) : NaN;
      });
      expect(over, media).toBeLessThanOrEqual(1);
    }
    await page.context().close();
  });

  test("of a favour that is no longer open there is none, and the page says so", async () => {
    const id = await sendJob(site, "Un favor con acuerdo", "agreed@example.org");
    const offer = await sendOffer(site, id, "helper@example.org");
    await actByMail(site, "agreed@example.org", /se ofrece/i, { action: "accept", offer });
    const answer = await ask(`/favores/${id}-un-favor-con-acuerdo/cartel/`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain("Este favor ya no está abierto");
    expect(html).not.toContain('class="sheet-strip"');
  });
});
