import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyProject } from "../../scripts/bench/copy-of-project.ts";
import { openBrowser } from "../support/site/browser.ts";
import { ROOT } from "../support/site/built-site.ts";

/** In a copy of the project: the adapter throws away what was built wherever it starts. */
let copy: ReturnType<typeof copyProject>;
let server: ChildProcess;
let browser: Browser;
let origin = "";
let said = "";

async function freePort(): Promise<number> {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  taken.close();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

beforeAll(async () => {
  browser = await openBrowser();
  copy = copyProject(ROOT);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env["PATH"],
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: join(copy.root, ".data"),
  };
  server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/dev.ts"], {
    cwd: copy.root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes("/buzon/")) resolve();
    };
    server.stdout?.on("data", read);
    server.stderr?.on("data", read);
    server.once("exit", () => reject(new Error(said)));
  });
});
afterAll(async () => {
  await browser.close();
  server.kill("SIGKILL");
  await once(server, "exit");
  copy.remove();
});

test.each(["/", "/favores/", "/articulos/medir-para-justificar-el-trabajo/", "/mapas/"])(
  "while editing, %s is there",
  async (path) => {
    const response = await fetch(origin + path);
    expect(response.status, said).toBe(200);
    expect(await response.text()).toContain("</html>");
  },
);

test.each(["/", "/glosario/", "/articulos/medir-para-justificar-el-trabajo/"])(
  "while editing, %s looks as its styles say, and nothing of it is refused",
  async (path) => {
    const page = await browser.newPage();
    const refused: string[] = [];
    page.on("console", (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    await page.goto(origin + path);
    // Vite loads the first page again once it knows what it needs, so both are asked at once: between two questions it may have gone.
    const look = (): Promise<string> =>
      page.evaluate(() => {
        const sheets = document.styleSheets.length > 0 ? "style sheets" : "no style sheet";
        return `${sheets}, ${getComputedStyle(document.body).fontFamily}`;
      });
    await expect.poll(() => look().catch(String)).toMatch(/^style sheets, .*Figtree/);
    expect(refused).toEqual([]);
    await page.close();
  },
);

test("while editing, a text that names a topic that there isn't is left out, and why is said", async () => {
  const [from, to] = [said.length, join(copy.root, "content/articles/medir-para-justificar-el-trabajo.mdx")];
  const text = readFileSync(to, "utf8");
  writeFileSync(to, text.replace(/topics:\s+- \S+/, "topics:\n  - oficios"));
  await expect
    .poll(() => said.slice(from), { timeout: 20_000 })
    .toContain("topics: no hay ningún tema «oficios». → ¿Querías decir «oficio»?");
  await expect
    .poll(async () => (await fetch(`${origin}/articulos/`)).text(), { timeout: 20_000 })
    .not.toContain("Medir para justificar el trabajo");
  for (const path of ["/", "/articulos/", "/temas/"])
    expect((await fetch(origin + path)).status, path).toBe(200);
  writeFileSync(to, text);
  await expect.poll(() => said.slice(from), { timeout: 20_000 }).toContain("Los textos no tienen fallos.");
});

test("while editing, forms are taken and their mails can be read", async () => {
  const form = { name: "Ana", email: "ana@example.org", subject: "duda", message: "¿Cómo va el tablón?" };
  const sent = await fetch(`${origin}/api/contact`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(form),
  });
  expect(sent.status, said).toBe(202);
  await expect
    .poll(async () => (await fetch(`${origin}/buzon.json`)).text(), { timeout: 10_000 })
    .toContain(form.email);
  expect(said).not.toContain("[ERROR]");
});
