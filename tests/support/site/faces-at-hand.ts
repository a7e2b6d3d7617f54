import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";

/** Where pages get these faces from; nobody serves that path. */
const ROOM = "/faces-at-hand";
const FAMILY = /font-family: '([^']+)'/;
const { resolve } = createRequire(import.meta.url);

/** Letters that our own faces lack and people write with. */
const SHEETS = [
  resolve("@fontsource-variable/noto-sans-arabic/index.css"),
  resolve("@fontsource-variable/noto-emoji/index.css"),
].map((file) => {
  const css = readFileSync(file, "utf8");
  return {
    folder: join(dirname(file), "files"),
    css: css.replaceAll("./files", ROOM),
    family: familyOf(css),
  };
});
const CSS = SHEETS.map(({ css }) => css).join("\n");
const FAMILIES = SHEETS.map(({ family }) => family);

/** Serves Arabic and emoji to the pages of this context. It has to be one that lets pages bypass their policy. */
export async function serveFaces(context: BrowserContext): Promise<void> {
  await context.route(`**${ROOM}/*`, async (route) => {
    const name = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    const sheet = SHEETS.find(({ css }) => css.includes(`/${name})`));
    await (sheet ? route.fulfill({ path: join(sheet.folder, name) }) : route.abort());
  });
}

/** Arabic and emoji look as on every machine: their faces come after the page's own and before what the system has. */
export async function useFaces(page: Page): Promise<void> {
  await page.addStyleTag({ content: CSS });
  await page.evaluate((families) => {
    const root = document.documentElement;
    for (const name of ["--font-text", "--font-title"]) {
      const [own = "", ...others] = getComputedStyle(root).getPropertyValue(name).split(",");
      const added = families.map((family) => `"${family}"`);
      root.style.setProperty(name, [own, ...added, ...others].join(","));
    }
  }, FAMILIES);
}

function familyOf(css: string): string {
  return FAMILY.exec(css)?.[1] ?? "";
}
