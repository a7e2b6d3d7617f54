import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser } from "playwright-core";
import { startBuiltSite } from "./bench/built-site.ts";
import { prepareBrowser } from "./launch/browser.mjs";
import { drawSheet, type Pair } from "./pictures/sheet.ts";
import { SCREENS, takePicture, THEMES, type Picture, type Screen, type Theme } from "./pictures/shots.ts";
import { picturedPages } from "./pictures/pages.ts";

/**
 * `npm run pictures` looks at every template of the built site, as a desk and a phone show it, in both themes, and writes the two sheets
 * and the README's pictures into docs/images. `-- --out DIR [--only WORD] [--whole]` writes single pictures there instead, to be looked at.
 */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const IMAGES = join(ROOT, "docs", "images");
const BEHIND: Readonly<Record<Theme, string>> = { light: "#d9d2c5", dark: "#05070c" };
/** What the README shows: page, screen, theme. */
const README_PICTURES = [
  ["home", "desk", "light"],
  ["favour", "phone", "dark"],
] as const satisfies readonly (readonly [string, Screen, Theme])[];

const { values: options } = parseArgs({
  options: {
    out: { type: "string" },
    only: { type: "string", default: "" },
    whole: { type: "boolean", default: false },
  },
});

const site = await startBuiltSite(ROOT);
const variables = { ...process.env, ...(await prepareBrowser()) };
let browser = await openBrowser();
try {
  const pages = (await picturedPages(site)).filter(({ name }) => name.includes(options.only));
  if (options.out === undefined) await drawForDocs(pages);
  else await drawEach(pages, options.out);
} finally {
  await browser.close();
  await site.stop();
}

async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu"],
    env: variables,
  });
}

/** A browser that gave up on a busy machine, after some sixty pages, gets one successor. */
async function take(page: Picture, how: Parameters<typeof takePicture>[2]): Promise<Buffer> {
  try {
    return await takePicture(browser, page, how);
  } catch (error) {
    console.error(`  otra vez: ${page.name}: ${String(error)}`);
    await browser.close();
    browser = await openBrowser();
    return takePicture(browser, page, how);
  }
}

async function drawForDocs(pages: Awaited<ReturnType<typeof picturedPages>>): Promise<void> {
  for (const theme of THEMES) {
    const pairs: Pair[] = [];
    for (const page of pages) {
      console.error(`  ${theme}: ${page.name}`);
      const desk = await take(page, { screen: "desk", theme });
      pairs.push({ desk, phone: await take(page, { screen: "phone", theme }) });
    }
    writeFileSync(join(IMAGES, `templates-${theme}.webp`), await drawSheet(pairs, BEHIND[theme]));
  }
  for (const [name, screen, theme] of README_PICTURES) {
    const page = pages.find((each) => each.name === name);
    if (page) writeFileSync(join(IMAGES, `${name}.png`), await take(page, { screen, theme }));
  }
}

async function drawEach(pages: Awaited<ReturnType<typeof picturedPages>>, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const page of pages) {
    for (const screen of Object.keys(SCREENS) as Screen[]) {
      for (const theme of THEMES) {
        const file = join(folder, `${page.name.replaceAll(" ", "-")}-${screen}-${theme}.png`);
        writeFileSync(file, await take(page, { screen, theme, whole: options.whole }));
      }
    }
  }
}
