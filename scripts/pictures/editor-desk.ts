import { globSync, readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { EDITOR_PATH } from "../../src/urls.ts";
import { localEditor } from "../editor/local-editor.ts";

export interface EditorDesk {
  readonly page: Page;
  /** The texts that it began with, by their paths. */
  readonly files: Readonly<Record<string, string>>;
  /** A file as it is now. */
  stored(file: string): Promise<string>;
  stop(): Promise<void>;
}

/**
 * The web editor of the dev server in a browser, with all texts of `root` in a folder of the browser's own: no robot can use the picker of
 * the system. `cache`: where it is built.
 */
export async function openEditorDesk(
  browser: Browser,
  root: string,
  cache: string,
  viewport: { readonly width: number; readonly height: number },
): Promise<EditorDesk> {
  const found = globSync("content/**/*.{mdx,yaml,svg}", { cwd: root });
  const files = Object.fromEntries(found.map((file) => [file, readFileSync(join(root, file), "utf8")]));
  const server = createServer(editorHandler(cache));
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const page = await browser.newPage({ viewport, locale: "en-GB" });
  await page.addInitScript(() => {
    Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve("granted") });
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${EDITOR_PATH}`);
  await page.evaluate(writeAll, files);
  await page.getByRole("button", { name: "Trabajar con un repositorio local" }).click();
  await page.getByText("Preguntas frecuentes").first().waitFor();
  return {
    page,
    files,
    stored: (file) => page.evaluate(readOne, file),
    async stop() {
      await page.close();
      server.close();
    },
  };
}

function editorHandler(cache: string): RequestListener {
  const stack: { route: string; handle: (...args: [...Parameters<RequestListener>, () => void]) => void }[] =
    [];
  localEditor(cache, "http://localhost").configureServer({ middlewares: { stack } })();
  return (message, response) => stack[0]?.handle(message, response, () => response.writeHead(404).end());
}

async function writeAll(files: Record<string, string>): Promise<void> {
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
}

async function readOne(path: string): Promise<string> {
  const steps = path.split("/");
  const name = steps.pop() ?? "";
  let folder = await navigator.storage.getDirectory();
  for (const step of steps) folder = await folder.getDirectoryHandle(step);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}
