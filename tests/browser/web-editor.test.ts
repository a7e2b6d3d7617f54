import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openEditorDesk, type EditorDesk } from "../../scripts/pictures/editor-desk.ts";
import { checkTexts } from "../../scripts/check-texts.ts";
import { FIRST_ARTICLE, writeFirstArticle } from "../../scripts/pictures/first-article.ts";
import { smallSite } from "../scripts/small-site.ts";
import { openBrowser } from "../support/site/browser.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Everything is in sight, so that nothing waits to be scrolled to. */
const DESK = { width: 1280, height: 5000 };

let browser: Browser;
let desk: EditorDesk;
let page: EditorDesk["page"];
let cache: string;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), "editor-"));
  browser = await openBrowser();
  desk = await openEditorDesk(browser, ROOT, cache, DESK);
  ({ page } = desk);
  page.on("response", (response) => asked.push(new URL(response.url()).origin));
  page.on("pageerror", (error) => faults.push(String(error)));
});
afterAll(async () => {
  await desk.stop();
  await browser.close();
  rmSync(cache, { recursive: true, force: true });
});

/** Saves, and waits until the form is closed: what is filled in before would land in it, not in the next one. */
async function saveAndLeave(): Promise<void> {
  const button = page.getByRole("button", { name: "Guardar", exact: true });
  await button.click();
  await button.waitFor({ state: "hidden" });
}

/** Saves, and tells the lines that were changed by it, before and after. */
async function save(file: string): Promise<[string[], string[]]> {
  await saveAndLeave();
  await expect
    .poll(async () => (await desk.stored(file)) === desk.files[file], { timeout: 20_000 })
    .toBe(false);
  const before = (desk.files[file] ?? "").split("\n");
  const after = (await desk.stored(file)).split("\n");
  return [before.filter((line, at) => line !== after[at]), after.filter((line, at) => line !== before[at])];
}

async function open(collection: string, slug: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${collection}/entries/${slug}`);
  await page.getByRole("button", { name: "Guardar", exact: true }).waitFor();
}

/** How many texts the editor keeps that weren't saved; it doesn't say so until they are offered again. */
async function keptTexts(): Promise<number> {
  const asked = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve) => (request.onsuccess = () => resolve(request.result)));
  const counts = (await indexedDB.databases()).map(async ({ name = "" }) => {
    const database = await asked(indexedDB.open(name));
    const kept = [...database.objectStoreNames].filter((store) => store === "draft-backups");
    const count = await Promise.all(
      kept.map((store) => asked(database.transaction(store).objectStore(store).count())),
    );
    database.close();
    return count;
  });
  return (await Promise.all(counts)).flat().reduce((sum, count) => sum + count, 0);
}

/** Writes a word behind the first word of the text. */
async function writeInText(word: string): Promise<void> {
  const text = page.locator("[contenteditable=true]").first();
  await text
    .locator("p")
    .first()
    .click({ position: { x: 2, y: 8 } });
  await page.keyboard.press("Home");
  await page.keyboard.type(word);
}

test("a word in the text of an article with a table and a list is one line of difference", async () => {
  await open("articles", "concursos-en-redes");
  await writeInText("Mira: ");
  expect(await save("content/articles/concursos-en-redes.mdx")).toEqual([
    [expect.stringMatching(/^Este es el relato/)],
    [expect.stringMatching(/^Mira: Este es el relato/)],
  ]);
});

test("so it is in the question of a frequent question, and in the title of a map", async () => {
  await open("questions", "que-es-makethejobs");
  await page.getByRole("textbox", { name: /^Pregunta/ }).fill("¿Qué es esto de Makethejobs?");
  expect(await save("content/faq/que-es-makethejobs.mdx")).toEqual([
    ['question: "¿Qué es Makethejobs?"'],
    ['question: "¿Qué es esto de Makethejobs?"'],
  ]);

  await open("mindMaps", "el-ciclo-de-un-favor");
  await page.getByRole("textbox", { name: /^Título/ }).fill("El ciclo entero de un favor");
  expect(await save("content/mindmaps/el-ciclo-de-un-favor.yaml")).toEqual([
    ["title: El ciclo de un favor"],
    ["title: El ciclo entero de un favor"],
  ]);
});

test("a first article with a figure is a file that passes every check", async () => {
  await writeFirstArticle(page);
  await saveAndLeave();
  const file = "content/articles/un-articulo-de-prueba.mdx";
  const { title, words, figure, alt } = FIRST_ARTICLE;
  let text = "";
  await expect
    .poll(async () => (text = await desk.stored(file).catch(() => "")), { timeout: 20_000 })
    .not.toBe("");
  expect(text).toContain(`title: "${title}"\n`);
  expect(text).toContain("author: equipo\ntopics:\n  - oficio\ndraft: true\n---\n");
  expect(text).toContain(
    `${words}\n\n<Figure src="${figure}" alt="${alt}" source="Makethejobs" licence="CC BY 4.0" />\n`,
  );

  const root = smallSite();
  writeFileSync(join(root, file), text);
  copyFileSync(join(ROOT, "content", "figures", figure), join(root, "content", "figures", figure));
  expect(
    checkTexts(root, text.match(/\d{4}-\d\d-\d\d/)?.[0] ?? "").filter((fault) => fault.file === file),
  ).toEqual([]);
});

test("a figure that is uploaded in its form is saved beside the text and named in it; what it lacks is asked for", async () => {
  await page.evaluate(() => (location.hash = "#/collections/pages"));
  await open("articles", "medir-para-justificar-el-trabajo");
  await page
    .locator("[contenteditable=true]")
    .first()
    .locator("p")
    .first()
    .click({ position: { x: 2, y: 8 } });
  await page.getByRole("button", { name: "Insertar" }).first().click();
  await page.getByRole("menuitem", { name: "Figura", exact: true }).click();
  const form = page.getByRole("group", { name: "Figura", exact: true }).first();
  await form.getByRole("button", { name: "Explorar" }).click();
  const dialog = page.getByRole("dialog");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    dialog.getByText("Subir", { exact: true }).click(),
  ]);
  const buffer = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"/>');
  await chooser.setFiles({ name: "Cartel cerrado.svg", mimeType: "image/svg+xml", buffer });
  await dialog.getByRole("button", { name: "Insertar" }).click();
  await form.getByText("/figuras/cartel-cerrado.svg").waitFor();

  // Without alt, source and licence it isn't saved.
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect.poll(() => form.getByText("Este campo es obligatorio").count()).toBe(3);
  await form.getByRole("textbox", { name: /^Qué dice/ }).fill("Un cartel");
  await form.getByRole("textbox", { name: /^Quién la hizo/ }).fill("Makethejobs");
  await form.getByRole("textbox", { name: /^Licencia/ }).fill("CC BY 4.0");
  const [, after] = await save("content/articles/medir-para-justificar-el-trabajo.mdx");
  expect(after).toContain(
    '<Figure src="cartel-cerrado.svg" alt="Un cartel" source="Makethejobs" licence="CC BY 4.0" />',
  );
  expect(await desk.stored("content/figures/cartel-cerrado.svg")).toBe(buffer.toString());
});

test("Escape closes no text, and one that was left without saving is offered again", async () => {
  await page.evaluate(() => (location.hash = "#/collections/articles/new"));
  const title = page.getByRole("textbox", { name: /^Título/ }).first();
  await title.click();
  await page.keyboard.type("Sin guardar");
  await page.keyboard.press("Escape");
  expect(await title.inputValue()).toBe("Sin guardar");
  await expect.poll(() => page.evaluate(keptTexts), { timeout: 20_000 }).toBe(1);
  await page.evaluate(() => (location.hash = "#/collections/articles"));
  await title.waitFor({ state: "hidden" });
  await page.evaluate(() => (location.hash = "#/collections/articles/new"));
  await page.getByRole("button", { name: "Restaurar" }).click();
  await expect.poll(() => title.inputValue()).toBe("Sin guardar");
});

test("it speaks Spanish, asks nobody but the site, and nothing in it fails", () => {
  expect(faults).toEqual([]);
  expect([...new Set(asked)]).toHaveLength(1);
});
