import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../support/site/browser.ts";
import { startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

/** Nothing here is clicked: keys go in, and what a screen reader is told comes out. */

let site: RunningSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startBuiltSite(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.stop();
});

async function open(path: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.goto(site.origin + path, { waitUntil: "networkidle" });
  return page;
}

interface Told {
  readonly role: string;
  readonly name: string;
  readonly level: number | undefined;
  readonly state: Readonly<Record<string, unknown>>;
}

/** The page as assistive technology is given it, in reading order. */
async function toldBy(page: Page): Promise<Told[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inOrder = (id: string): typeof nodes => {
    const node = byId.get(id);
    return node ? [node, ...(node.childIds ?? []).flatMap(inOrder)] : [];
  };
  return inOrder(nodes[0]?.nodeId ?? "")
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => {
      const state: Record<string, unknown> = {};
      for (const { name: property, value } of properties) state[property] = value.value;
      return {
        role: String(role?.value ?? ""),
        name: String(name?.value ?? "").trim(),
        level: typeof state["level"] === "number" ? state["level"] : undefined,
        state,
      };
    });
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement?.textContent ?? "").replace(/\s+/g, " ").trim());
}

/** Presses Tab until what has the focus says this. */
async function tabTo(page: Page, text: string, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === text) return;
  }
  throw new Error(`«${text}» was not reached with ${most} tabs`);
}

describe("the navigation", () => {
  test("is reached in the order in which it is read, with the focus in sight", async () => {
    const page = await open("/articulos/");
    const reached: string[] = [];
    for (let presses = 0; presses < 9; presses += 1) {
      await page.keyboard.press("Tab");
      reached.push(await focused(page));
      const outline = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement ?? document.body);
        return Number.parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none";
      });
      expect(outline, reached.at(-1)).toBe(true);
    }
    const order = [
      "Saltar al contenido",
      "Favores",
      "Artículos",
      "Preguntas frecuentes",
      "Mapas mentales",
      "Plantillas",
    ];
    expect(reached.filter((text) => order.includes(text))).toEqual(order);
    await page.context().close();
  });

  test("says where one is, and Enter goes elsewhere", async () => {
    const page = await open("/articulos/");
    const links = (await toldBy(page)).filter(({ role }) => role === "link");
    const current = links.filter(({ name }) => name === "Artículos").length;
    expect(current).toBeGreaterThan(0);
    expect(await page.locator('nav[aria-label="Principal"] [aria-current="page"]').allInnerTexts()).toEqual([
      "Artículos",
    ]);
    await tabTo(page, "Mapas mentales");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/mapas/");
    await page.context().close();
  });

  test("landmarks have names of their own, and headings leave out no level", async () => {
    for (const path of [
      "/articulos/nunca-borres-la-polemica/",
      "/preguntas-frecuentes/",
      "/glosario/alcance/",
    ]) {
      const page = await open(path);
      const told = await toldBy(page);
      const names = told.filter(({ role }) => role === "navigation").map(({ name }) => name);
      expect(
        names.every((name) => name !== ""),
        path,
      ).toBe(true);
      expect(new Set(names).size, `${path}: ${names.join(", ")}`).toBe(names.length);
      for (const role of ["banner", "main", "contentinfo"]) {
        expect(
          told.filter((node) => node.role === role),
          `${path}: ${role}`,
        ).toHaveLength(1);
      }
      const levels = told.filter(({ role }) => role === "heading").map(({ level = 0 }) => level);
      expect(levels[0]).toBe(1);
      for (const [at, level] of levels.entries())
        expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
      await page.context().close();
    }
  });
});

describe("the questions", () => {
  const QUESTION = "¿Cuánto cuesta usar Makethejobs?";

  test("open and close with the keyboard, and say which they are", async () => {
    const page = await open("/preguntas-frecuentes/");
    const closed = (await toldBy(page)).filter(({ state }) => "expanded" in state);
    expect(closed.length).toBeGreaterThanOrEqual(30);
    expect(closed.every(({ state }) => state["expanded"] === false)).toBe(true);
    expect(closed.map(({ name }) => name)).toContain(QUESTION);

    await tabTo(page, QUESTION);
    await page.keyboard.press("Enter");
    const opened = (await toldBy(page)).filter(({ state }) => state["expanded"] === true);
    expect(opened.map(({ name }) => name)).toEqual([QUESTION]);

    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe(`La respuesta entera: ${QUESTION}`);
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Sí");
    const told = await toldBy(page);
    expect(told.filter(({ role, name }) => role === "group" && name === "¿Te ha servido?")).toHaveLength(1);
    expect(told.some(({ name }) => name.includes("No escribas nada aquí"))).toBe(false);

    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Space");
    expect((await toldBy(page)).some(({ state }) => state["expanded"] === true)).toBe(false);
    await page.context().close();
  });

  test("can be voted on with the keyboard alone, and the thanks are where the focus is", async () => {
    const page = await open("/preguntas-frecuentes/cuanto-cuesta/");
    await tabTo(page, "No");
    await page.keyboard.press("Enter");
    await page.waitForURL("**#cuentanos");
    await page.waitForFunction(() => document.activeElement?.id === "cuentanos");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("text");
    const field = (await toldBy(page)).find(({ role }) => role === "textbox");
    expect(field?.name).toMatch(/^Qué buscabas o qué no se entiende/);
    await page.context().close();
  });
});

test("a term of the glossary tells what it means before one goes there", async () => {
  const page = await open("/articulos/medir-para-justificar-el-trabajo/");
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const term = nodes.find(({ role, name }) => role?.value === "link" && name?.value === "embudo");
  expect(String(term?.description?.value)).toMatch(/^Dibujo de los pasos/);
  await page.context().close();
});
