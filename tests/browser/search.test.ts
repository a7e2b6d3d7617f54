import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults, COLOUR_RULES } from "../support/site/axe.ts";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

const INDEX = "**/buscar/indice.json";
/** What the index fetches: its parts lie in this folder, the texts of pages in folders of it. */
const DATA = "**/buscar/datos/**";
const PARTS = "**/buscar/datos/*.json";

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

interface Visit {
  readonly page: Page;
  /** What the browser complained about: errors, and what the policy refused. */
  readonly complaints: string[];
  readonly asked: string[];
}

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(site.origin + path);
  return { page, complaints, asked };
}

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).waitFor();
  await page.keyboard.type(query);
}

const path = (page: Page): string => {
  const { pathname, hash, search: query } = new URL(page.url());
  return pathname + query + hash;
};

describe("by keyboard alone", () => {
  test("/ opens it, arrows choose, Enter goes there", async () => {
    const { page, complaints } = await visit("/");
    await search(page, "algortimo");
    const field = page.getByRole("combobox", { name: "Buscar en Makethejobs" });
    await page.getByRole("option").first().waitFor();
    expect(await field.getAttribute("aria-expanded")).toBe("true");
    expect(await field.getAttribute("aria-activedescendant")).toBeNull();

    await page.keyboard.press("ArrowDown");
    const chosen = page.getByRole("option", { selected: true });
    expect(await field.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
    expect(await chosen.textContent()).toContain("Algoritmo");
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press("Enter");
    await page.waitForURL("**/glosario/algoritmo/");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("up from the first result is the field again, and further up the last result", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "crisis");
    await page.getByRole("option").first().waitFor();
    const count = await page.getByRole("option").count();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("option", { selected: true }).count()).toBe(0);
    await page.keyboard.press("ArrowUp");
    expect(await page.getByRole("option", { selected: true }).getAttribute("id")).toBe(
      `buscador-${count - 1}`,
    );
    await page.context().close();
  });

  test("Esc closes it and gives the focus back; opened again, it has the words still", async () => {
    const { page } = await visit("/articulos/");
    await page.getByRole("link", { name: "Buscar" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).waitFor();
    await page.keyboard.type("engagement");
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("/buscar/");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).inputValue()).toBe(
      "engagement",
    );
    await page.context().close();
  });

  test("Enter without a choice shows all results on their page", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "plan de crisis");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/buscar/?q=plan+de+crisis");
    const found = page.getByRole("link", { name: /Plan de crisis/ }).first();
    await found.waitFor();
    expect(await found.getAttribute("href")).toMatch(/^\/.*plan-de-crisis/);
    await page.context().close();
  });

  test("a result on the same page closes the search and leads there", async () => {
    const { page } = await visit("/articulos/verifica-antes-de-publicar/");
    await search(page, "si ya lo habías publicado");
    await page.getByRole("dialog").getByText("En «Si ya lo habías publicado»").first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/verifica-antes-de-publicar/#si-ya-lo-habias-publicado");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });

  test("/ is a slash where one types, and nothing at all once it was put away", async () => {
    const { page } = await visit("/favores/nuevo/");
    await page.getByLabel("Título").focus();
    await page.keyboard.press("/");
    expect(await page.getByLabel("Título").inputValue()).toBe("/");
    expect(await page.getByRole("dialog").count()).toBe(0);

    await page.getByRole("link", { name: "Buscar" }).click();
    await page.getByRole("button", { name: "Quitar el atajo «/»" }).click();
    await page.keyboard.press("Escape");
    await page.locator("main").focus();
    await page.keyboard.press("/");
    await page.reload();
    await page.keyboard.press("/");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.context().close();
  });
});

describe("with a screen reader", () => {
  test("results say what they are, and how many there are", async () => {
    const { page } = await visit("/");
    await search(page, "como reconozco una estafa");
    const list = page.getByRole("listbox", { name: "Resultados" });
    const option = list.getByRole("option", { name: /^Pregunta frecuente ¿Cómo reconozco una estafa\?/ });
    await option.waitFor();
    await expect.poll(() => page.getByRole("status").textContent()).toMatch(/^\d+ resultados$/);
    await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).fill("xkcd plugh");
    await expect
      .poll(() => page.getByRole("status").textContent())
      .toContain("No hay nada sobre «xkcd plugh»");
    expect(
      await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).getAttribute("aria-expanded"),
    ).toBe("false");
    await page.context().close();
  });

  test("axe finds nothing in either theme: empty, with results, without, on its page", async () => {
    const { page } = await visit("/articulos/", { bypassCSP: true });
    const faults = async (): Promise<string[]> => {
      const light = await axeFaults(page);
      await page.emulateMedia({ colorScheme: "dark" });
      const dark = await axeFaults(page, COLOUR_RULES);
      await page.emulateMedia({ colorScheme: "light" });
      return [...light, ...dark.map((fault) => `dark: ${fault}`)];
    };
    await search(page, "");
    expect(await faults()).toEqual([]);
    await page.keyboard.type("crisis");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await faults()).toEqual([]);
    await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).fill("xkcd plugh");
    await page.getByText("No hay nada sobre").first().waitFor();
    expect(await faults()).toEqual([]);
    for (const path of ["/buscar/", "/buscar/?q=crisis"]) {
      await page.goto(site.origin + path);
      await page
        .getByRole("link", { name: /Plan de crisis/ })
        .first()
        .waitFor();
      expect(await faults()).toEqual([]);
    }
    await page.context().close();
  });
});

test.each(["dialog", "page"])("320 pixels wide nothing sticks out of the %s", async (where) => {
  const { page } = await visit(where === "page" ? "/buscar/?q=community+manager" : "/articulos/", {
    viewport: { width: 320, height: 640 },
  });
  if (where === "dialog") await search(page, "community manager");
  await page.locator(".search-hit").first().waitFor();
  const widths = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll(".search-dialog, .search-body")].map(
      ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
    ),
  );
  expect(widths.every((extra) => extra === 0)).toBe(true);
  await page.context().close();
});

describe("what it brings", () => {
  test("the index comes when the search is opened, once; the policy refuses nothing of it", async () => {
    const { page, complaints, asked } = await visit("/articulos/");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((one) => one.startsWith("/buscar/"))).toEqual([]);
    await search(page, "calendario");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.keyboard.type("crisis");
    await page.waitForLoadState("networkidle");
    expect(asked.filter((one) => one === "/buscar/indice.json")).toHaveLength(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("on a slow network no letter is lost that is typed before the search is there", async () => {
    const context = await browser.newContext({ reducedMotion: "reduce" });
    const page = await context.newPage();
    for (const slow of ["**/_astro/*.js", "**/_astro/*.css", INDEX, DATA]) {
      await page.route(slow, async (route) => {
        if (!/start|Enhance/.test(route.request().url())) await new Promise((done) => setTimeout(done, 700));
        await route.continue();
      });
    }
    await page.goto(`${site.origin}/articulos/`);
    await page.waitForTimeout(1_000);
    await page.keyboard.press("/");
    await page.keyboard.type("plan de crisis");
    expect(await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).count()).toBe(0);
    await page
      .getByRole("option", { name: /Plan de crisis/ })
      .first()
      .waitFor();
    expect(await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).inputValue()).toBe(
      "plan de crisis",
    );
    await context.close();
  });

  test("a search fetches the parts that it takes, each once, and they can be kept for ever", async () => {
    const { page, asked } = await visit("/articulos/");
    const kept = page.waitForResponse(PARTS);
    await search(page, "engagement");
    expect((await kept).headers()["cache-control"]).toContain("immutable");
    await page.getByRole("option").first().waitFor();
    const field = page.getByRole("combobox", { name: "Buscar en Makethejobs" });
    for (const again of ["engagement rate", "engagement", "calendario"]) await field.fill(again);
    await page
      .getByRole("option", { name: /Calendario/ })
      .first()
      .waitFor();
    await page.waitForLoadState("networkidle");
    const index = (await (await page.request.get(`${site.origin}/buscar/indice.json`)).json()) as {
      partAddresses: string[];
    };
    const parts = asked.filter((one) => index.partAddresses.includes(one));
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.length).toBeLessThan(index.partAddresses.length);
    expect(new Set(asked.filter((one) => one.startsWith("/buscar/datos/"))).size).toBe(
      asked.filter((one) => one.startsWith("/buscar/datos/")).length,
    );
    await page.context().close();
  });

  test("while parts are on their way it says so, and what was typed stays", async () => {
    const { page, complaints } = await visit("/articulos/");
    let letThrough = (): void => undefined;
    const held = new Promise<void>((done) => (letThrough = done));
    await page.route(PARTS, async (route) => {
      await held;
      await route.continue();
    });
    await search(page, "plan de crisis");
    await page.getByText("Buscando «plan de crisis»…").first().waitFor();
    expect(await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).inputValue()).toBe(
      "plan de crisis",
    );
    letThrough();
    await page
      .getByRole("option", { name: /Plan de crisis/ })
      .first()
      .waitFor();
    // Spoken, it is replaced a little later.
    await expect.poll(() => page.getByText("Buscando").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("without a network it says so, keeps what was typed, and searches as soon as there is one", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "");
    await page.waitForLoadState("networkidle");
    await page.context().setOffline(true);
    await page.keyboard.type("calendario editorial");
    await page.getByText("No tienes conexión.").first().waitFor();
    const field = page.getByRole("combobox", { name: "Buscar en Makethejobs" });
    expect(await field.inputValue()).toBe("calendario editorial");
    await page.context().setOffline(false);
    await page
      .getByRole("option", { name: /calendario editorial/ })
      .first()
      .waitFor();
    expect(await field.inputValue()).toBe("calendario editorial");
    await page.context().close();
  });

  test("a site that was published meanwhile has other parts: the index is fetched again", async () => {
    const { page, asked } = await visit("/articulos/");
    let isOld = true;
    await page.route(INDEX, async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({
        response,
        body: isOld ? text.replace(/(?<=\/buscar\/datos\/)[0-9a-f]{8}/g, "00000000") : text,
      });
      isOld = false;
    });
    await search(page, "engagement");
    await page
      .getByRole("option", { name: /Engagement/ })
      .first()
      .waitFor();
    expect(asked.filter((one) => one === "/buscar/indice.json")).toHaveLength(2);
    await page.context().close();
  });

  test.each([
    ["an index", INDEX],
    ["parts", PARTS],
  ])("%s that can't be had: it is said, and can be asked for again", async (_, address) => {
    const { page } = await visit("/articulos/");
    await page.route(address, (route) => route.abort());
    await search(page, "crisis");
    const again = page.getByRole("button", { name: "Volver a probar" });
    await again.waitFor();
    expect(await page.getByText("No hemos podido cargar el buscador.").first().isVisible()).toBe(true);
    await page.unroute(address);
    await again.click();
    await page.getByRole("option").first().waitFor();
    await page.context().close();
  });

  test("without its texts a result is still one: its title leads to its page", async () => {
    const { page } = await visit("/articulos/");
    await page.route("**/buscar/datos/*/*.json", (route) => route.abort());
    await search(page, "engagement");
    await page
      .getByRole("option", { name: /^Glosario ?Engagement/ })
      .first()
      .waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/glosario/engagement/");
    expect(path(page)).toBe("/glosario/engagement/");
    await page.context().close();
  });

  test("what it takes is fetched when somebody comes near, before it is asked for", async () => {
    const { page, asked } = await visit("/articulos/");
    await page.waitForLoadState("networkidle");
    await page.getByRole("link", { name: "Buscar" }).hover();
    await expect.poll(() => asked).toContain("/buscar/indice.json");
    await page.context().close();
  });

  test("open favours with these words are on top, asked of the board only with a network", async () => {
    const { page } = await visit("/articulos/");
    await page.route("**/api/jobs?*", (route) => route.fulfill({ json: { total: 3 } }));
    await search(page, "engagement");
    const link = page.getByRole("link", { name: "Ver 3 favores con «engagement»" });
    await link.waitFor();
    expect(await link.getAttribute("href")).toBe("/favores/?q=engagement");
    await page.context().setOffline(true);
    await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).fill("calendario");
    await page.getByRole("option").first().waitFor();
    await page.waitForTimeout(700);
    expect(await page.locator(".search-dialog a.search-try").count()).toBe(0);
    await page.context().close();
  });

  test("a word that nobody writes here does not empty the result, and kinds can be chosen", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "kraftwerk calendario editorial");
    await page.getByText("Nada con «kraftwerk»; sobre «calendario editorial»").first().waitFor();
    const all = await page.getByRole("option").count();
    await page.getByRole("button", { name: /^Plantillas \d+$/ }).click();
    expect(await page.getByRole("option").count()).toBeLessThan(all);
    expect(await page.getByRole("option").first().textContent()).toMatch(/^Plantilla/);
    await page.context().close();
  });

  test("where nothing is found but a word was nearly meant, it is asked about, and a press looks for it", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "laed");
    await page.getByText("No hay nada sobre «laed».").first().waitFor();
    await page.getByRole("button", { name: "¿Quisiste decir «lead»?" }).click();
    await page.getByRole("option").first().waitFor();
    expect(await page.getByRole("combobox", { name: "Buscar en Makethejobs" }).inputValue()).toBe("lead");
    await page.context().close();
  });

  test("each result says why it was found: another way of asking, another name, a section, another word", async () => {
    const { page } = await visit("/articulos/");
    await search(page, "asistenta por horas");
    const first = page.getByRole("option").first();
    await first.getByText("También se pregunta: «asistenta por horas»").waitFor();
    expect(await first.textContent()).toMatch(/^Página del sitioNormas/);
    const field = page.getByRole("combobox", { name: "Buscar en Makethejobs" });
    await field.fill("si ya lo habías publicado");
    await page.getByRole("option").getByText("En «Si ya lo habías publicado»").waitFor();
    await field.fill("embajador de marca");
    await page
      .getByRole("option", { name: /Prescriptor/ })
      .first()
      .locator(".search-why", { hasText: /«/ })
      .waitFor();
    await page.context().close();
  });

  test("what was typed is text and stays text", async () => {
    const { page, complaints } = await visit("/articulos/");
    const typed = '<img src=x onerror="document.title=1"><b>xkcd</b>';
    await search(page, typed);
    await page.getByText(`No hay nada sobre «${typed}».`).first().waitFor();
    expect(await page.locator(".search-dialog img, .search-dialog b").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe("the search page", () => {
  test("an address with words shows their results, under the field", async () => {
    const { page, complaints } = await visit("/buscar/?q=polemica");
    await page.locator(".search-hit").first().waitFor();
    expect(await page.getByRole("searchbox").inputValue()).toBe("polemica");
    expect(await page.locator(".search-hit").first().textContent()).toContain("Nunca borres la polémica");
    expect(await page.getByRole("heading", { name: "Todo lo que hay" }).isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("the address follows what is typed, and Back leads to the search before", async () => {
    const { page } = await visit("/buscar/");
    await page.getByRole("searchbox").fill("sorteo");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/buscar/?q=sorteo");
    await page.getByRole("searchbox").fill("engagement");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/buscar/?q=engagement");
    await page.goBack();
    expect(path(page)).toBe("/buscar/?q=sorteo");
    expect(await page.getByRole("searchbox").inputValue()).toBe("sorteo");
    await page
      .getByRole("link", { name: /Sorteo/ })
      .first()
      .waitFor();

    await page.getByRole("searchbox").fill("");
    await page.waitForURL("**/buscar/");
    await page.getByRole("heading", { name: "Todo lo que hay" }).waitFor();
    await page.context().close();
  });

  test("/ goes to its field", async () => {
    const { page } = await visit("/buscar/");
    await page.keyboard.press("/");
    await expect
      .poll(() => page.getByRole("searchbox").evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await page.getByRole("searchbox").inputValue()).toBe("");
    await page.context().close();
  });

  test("without JavaScript there is no field that does nothing, and everything can be browsed", async () => {
    const { page } = await visit("/articulos/", { javaScriptEnabled: false });
    await page.getByRole("link", { name: "Buscar" }).click();
    await page.waitForURL("**/buscar/");
    expect(await page.getByRole("searchbox").count()).toBe(0);
    for (const name of [
      "Verifica antes de publicar",
      "¿Cómo pido un favor?",
      "Engagement",
      "El ciclo de un favor",
      "Plantilla de plan de crisis",
    ]) {
      expect(await page.getByRole("main").getByRole("link", { name, exact: true }).isVisible()).toBe(true);
    }
    await page.context().close();
  });
});
