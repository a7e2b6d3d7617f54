import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SCREENS, THEMES, type Theme } from "../../scripts/pictures/shots.ts";
import { ROOT } from "../support/site/built-site.ts";
import { compare, packed } from "../support/site/compare-pictures.ts";
import { serveFaces, useFaces } from "../support/site/faces-at-hand.ts";
import { sendJob, sendOffer, sentBack } from "../support/site/live-pages.ts";
import { startRealSite, type RealSite } from "../support/site/real-site.ts";

/**
 * Pages look as they looked when somebody last looked at them: `npm run pictures:accept` keeps what they look like now, and `git diff`
 * shows it. What differs lies in .cache/pictures. Nothing that editors write is in them, or each new text would break them.
 */
const KEPT = join(ROOT, "tests", "pictures");
const DIFFERING = join(ROOT, ".cache", "pictures");
const ACCEPTED = process.env["PICTURES"] === "accept";
/** How much of a picture may differ. */
const TOLERANCE = 0.001;
/** The site's clock, far enough ahead that it is never behind the machine's. */
const NOW = Date.UTC(2031, 4, 14, 10);
const HOUR = 3_600_000;
const WIDTHS = ["phone", "desk"] as const;
const STILL = { animations: "disabled" } as const;

/** Replaces what editors wrote. */
const REPLACED: Readonly<Record<string, string>> = {
  ".article h1": "Un título que ocupa dos líneas en un teléfono",
  ".article .lede":
    "Una frase grande que dice de qué va y por qué merece la pena seguir leyendo hasta el final.",
  ".article-meta": "Por Equipo · 3 de mayo de 2031 · 6 min de lectura",
  ".toc a": "Un apartado",
  ".crumbs li:last-child": "Aquí",
};

let site: RealSite;
let browser: Browser;
let paths: Readonly<Record<string, string>>;

beforeAll(async () => {
  const hours = (NOW - Date.now()) / HOUR;
  [site, browser] = await Promise.all([startRealSite({ CLOCK_OFFSET: String(hours) }), openSteadyBrowser()]);
  const favour = await fill();
  paths = {
    home: "/",
    board: "/favores/",
    favour: `/favores/${favour}/`,
    "favour-form": "/favores/nuevo/",
    "form-with-errors": await sentBack(site, "/api/jobs", { title: "Pasear" }),
    article: "/articulos/nunca-borres-la-polemica/",
    thanks: "/gracias/favor/",
    numbers: "/cifras/",
  };
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The same pixels on every machine: no hints of its fonts, no colours of its screen. */
async function openSteadyBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      ...["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
      ...["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"],
    ],
  });
}

async function fill(): Promise<string> {
  const asked = [
    [
      "Subir un piano a un tercero sin ascensor",
      "musica-baile-teatro",
      "thing",
      "Un concierto en casa, con merienda",
    ],
    ["Revisar la traducción de un folleto", "teleformacion", "money", ""],
    ["Pintar la persiana de mi tienda", "decoracion", "favour", "Te llevo la contabilidad de un trimestre"],
    ["🐕 Pasear a Lola por las mañanas", "mascotas", "hours", "Cuatro horas de clases de guitarra 🎸"],
    ["Regar el huerto en agosto", "cuidado-personas", "open", ""],
  ] as const;
  let last = "";
  for (const [index, [title, category, rewardKind, rewardText]] of asked.entries()) {
    const amount = rewardKind === "money" ? { rewardAmount: "35" } : {};
    last = await sendJob(site, title, `persona${String(index)}@example.org`, {
      ...{ category, rewardKind, rewardText, name: "محمد عبد الرحمن", town: "" },
      ...amount,
    });
  }
  await sendOffer(site, last, "ayuda@example.org");
  return last;
}

async function look(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path);
  await page.evaluate((replaced) => {
    for (const [selector, text] of Object.entries(replaced))
      for (const element of document.querySelectorAll(selector)) element.textContent = text;
    const prose = document.querySelector(".article .prose");
    const paragraph = document.createElement("p");
    paragraph.textContent =
      "Un párrafo como los demás, para ver cuánto aire hay entre una línea y otra. ".repeat(4);
    prose?.replaceChildren(...Array.from({ length: 6 }, () => paragraph.cloneNode(true)));
    for (const item of document.querySelectorAll(".toc li:nth-child(n + 5)")) item.remove();
    // Covers follow the order of publishing; those of the page of components don't.
    for (const drawing of document.querySelectorAll<SVGElement>(".article-cover svg"))
      drawing.style.visibility = "hidden";
    // Figures bring letters of the machine's fonts, and may come late.
    for (const figure of document.querySelectorAll("img")) figure.style.visibility = "hidden";
    // What is made of editors' texts.
    for (const element of document.querySelectorAll<HTMLElement>("[data-from-content]")) element.remove();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    // Signs that neither our faces nor those at hand have.
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      node.nodeValue = (node.nodeValue ?? "").replace(
        /[^\u0000-\u024f\u0600-\u06ff\u2000-\u203a€\p{Emoji_Presentation}]/gu,
        "x",
      );
  }, REPLACED);
  await useFaces(page);
  await page.evaluate(() => document.fonts.ready.then(() => true));
  // Where a page scrolled to by itself depends on what had been laid out by then.
  await page.evaluate(() => scrollTo(0, 0));
}

const nothing = { share: 0, shown: Buffer.alloc(0) };

/** How much of a picture differs from the one that is kept. */
async function differs(now: Buffer, name: string): Promise<number> {
  const file = join(KEPT, `${name}.webp`);
  const before = existsSync(file) ? readFileSync(file) : null;
  const { share, shown } = before ? await compare(before, now) : { ...nothing, share: 1 };
  if (ACCEPTED) {
    mkdirSync(KEPT, { recursive: true });
    // One that looks the same keeps its bytes.
    if (share > 0) writeFileSync(file, await packed(now));
    return 0;
  }
  if (share > TOLERANCE) {
    mkdirSync(DIFFERING, { recursive: true });
    writeFileSync(join(DIFFERING, `${name}.png`), now);
    writeFileSync(join(DIFFERING, `${name}-differs.png`), shown);
  }
  return share;
}

async function openContext(screen: (typeof WIDTHS)[number], theme: Theme): Promise<BrowserContext> {
  const context = await browser.newContext({
    bypassCSP: true,
    viewport: SCREENS[screen],
    colorScheme: theme,
    locale: "es-ES",
    timezoneId: "Europe/Madrid",
    reducedMotion: "reduce",
  });
  await serveFaces(context);
  return context;
}

describe.each(WIDTHS)("on a %s", (screen) => {
  test.each(THEMES)("by %s every page looks as it did", async (theme) => {
    const context = await openContext(screen, theme);
    const page = await context.newPage();
    await page.clock.setFixedTime(NOW);
    const changed: string[] = [];
    const check = async (name: string, taken: Promise<Buffer>): Promise<void> => {
      const share = await differs(await taken, `${name}-${screen}-${theme}`);
      if (share > TOLERANCE) changed.push(`${name}: ${(100 * share).toFixed(2)} % differs`);
    };
    for (const [name, path] of Object.entries(paths)) {
      await look(page, path);
      await check(name, page.screenshot(STILL));
    }
    await look(page, "/estilo/");
    for (const part of await page.locator(".sections > section").all())
      await check(`components-${(await part.getAttribute("aria-labelledby")) ?? ""}`, part.screenshot(STILL));
    await context.close();
    expect(changed).toEqual([]);
  });
});
