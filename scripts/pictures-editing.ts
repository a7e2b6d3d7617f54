// `node scripts/pictures-editing.ts`: the pictures of docs/editing.md, taken of the web editor with our own texts.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";
import sharp from "sharp";
import { prepareBrowser } from "./launch/browser.mjs";
import { openEditorDesk } from "./pictures/editor-desk.ts";
import { writeFirstArticle } from "./pictures/first-article.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SIZE = { width: 1000, height: 3200 };

const browser = await playwright.launch({
  executablePath: await chromium.executablePath(),
  args: ["--no-sandbox", "--disable-gpu"],
  env: { ...process.env, ...(await prepareBrowser()) },
});
const desk = await openEditorDesk(browser, ROOT, join(ROOT, ".cache", "pictures"), SIZE);
const { page } = desk;
try {
  await take("editor-lista", { y: 0, height: 600 });
  await writeFirstArticle(page);
  await take("editor-articulo", { y: 0, height: 820 });
  const { y = 0, height = 0 } = (await page.getByText("Figura", { exact: true }).first().boundingBox()) ?? {};
  await take("editor-figura", { y: y - 130, height: height + 900 });
} finally {
  await desk.stop();
  await browser.close();
}

async function take(
  name: string,
  { y, height }: { readonly y: number; readonly height: number },
): Promise<void> {
  // What was clicked last fades.
  await page.waitForTimeout(800);
  const shot = await page.screenshot({ clip: { x: 0, y, width: SIZE.width, height } });
  await sharp(shot)
    .webp({ quality: 70, effort: 6 })
    .toFile(join(ROOT, "docs", "images", `${name}.webp`));
}
