import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { localEditor } from "../../scripts/editor/local-editor.ts";
import { EDITOR_PATH } from "../../src/urls.ts";
import { openBrowser } from "../support/site/browser.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Everything is in sight, so that nothing waits to be scrolled to. */
const DESK = { width: 1280, height: 5000 };
const FILES = Object.fromEntries(
  globSync("content/**/*.{mdx,yaml,svg}", { cwd: ROOT }).map((file) => [
    file,
    readFileSync(join(ROOT, file), "utf8"),
  ]),
);

let browser: Browser;
let server: Server;
let page: Page;
let cache: string;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  cache = mkdtempSync(join(tmpdir(), "editor-"));
  const stack: {
    route: string;
    handle: Parameters<
      ReturnType<typeof localEditor>["configureServer"]
    >[0]["middlewares"]["stack"][number]["handle"];
  }[] = [];
  localEditor(cache, "http://localhost").configureServer({ middlewares: { stack } })();
  server = createServer((message, response) =>
    stack[0]?.handle(message, response, () => response.writeHead(404).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  browser = await openBrowser();
  page = await newEditor();
});
afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(cache, { recursive: true, force: true });
});

/** The editor on a folder of the browser's own, with all of our texts in it: a robot can't use the picker of the system. */
async function newEditor(): Promise<Page> {
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const made = await browser.newPage({ viewport: DESK, locale: "en-GB" });
  made.on("response", (response) => asked.push(new URL(response.url()).origin));
  made.on("pageerror", (error) => faults.push(String(error)));
  await made.addInitScript(() => {
    const folder = { requestPermission: () => Promise.resolve("granted") };
    Object.assign(FileSystemHandle.prototype, folder);
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await made.goto(`${origin}${EDITOR_PATH}`);
  await made.evaluate(async (files) => {
    const root = await navigator.storage.getDirectory();
    await root.getDirectoryHandle(".git", { create: true });
    for (const [path, text] of Object.entries(files)) {
      const steps = path.split("/");
      const name = steps.pop() ?? "";
      let folder = root;
      for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
      const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writing.write(text);
      await writing.close();
    }
  }, FILES);
  await made.getByRole("button", { name: "Trabajar con un repositorio local" }).click();
  await made.getByText("Preguntas frecuentes").first().waitFor();
  return made;
}

function stored(file: string): Promise<string> {
  return page.evaluate(async (path) => {
    const steps = path.split("/");
    const name = steps.pop() ?? "";
    let folder = await navigator.storage.getDirectory();
    for (const step of steps) folder = await folder.getDirectoryHandle(step);
    return (await (await folder.getFileHandle(name)).getFile()).text();
  }, file);
}

/** Saves, and tells the lines that were changed by it, before and after. */
async function save(file: string): Promise<[string[], string[]]> {
  await page.getByRole("button", { name: "Guardar", exact: true }).click();
  await expect.poll(async () => (await stored(file)) === FILES[file], { timeout: 20_000 }).toBe(false);
  const before = (FILES[file] ?? "").split("\n");
  const after = (await stored(file)).split("\n");
  return [before.filter((line, at) => line !== after[at]), after.filter((line, at) => line !== before[at])];
}

async function open(collection: string, slug: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), `#/collections/${collection}/entries/${slug}`);
  await page.getByRole("button", { name: "Guardar", exact: true }).waitFor();
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

test("it speaks Spanish, asks nobody but the site, and nothing in it fails", () => {
  expect(faults).toEqual([]);
  expect([...new Set(asked)]).toHaveLength(1);
});
