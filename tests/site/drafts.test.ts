import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject } from "../../scripts/bench/copy-of-project.ts";
import { HOUR } from "../../src/domain/kernel/time.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { comment, idOf, newComment, person, saved } from "../support/builders/records.ts";
import { keepCards } from "../support/host/kept-cards.ts";
import { openBrowser } from "../support/site/browser.ts";
import { ROOT } from "../support/site/built-site.ts";
import { unshown } from "../support/site/page-graph.ts";

/** Words that stand in no other text: one for what must be seen, so that looking for the others proves something. */
const SEEN = "zanahoriavisible";
const HIDDEN = ["zanahoriaborrador", "zanahoriafutura"] as const;
/** Headings that repeat, number themselves, or have the words of the page's own parts. */
const HEADINGS = [
  "Paso",
  "Paso",
  "Paso 2",
  "Comentarios",
  "Más",
  "Campo nombre",
  "Contenido",
  "C abcdefghijklmnop",
  "1. Paso",
  "¿?",
];

const project = copyProject(ROOT);
const copy = project.root;
keepCards(copy);
let host: ChildProcess;
let origin: string;

beforeAll(async () => {
  addArticle(
    SEEN,
    // Newer than the site's own articles: the feeds have the newest ones.
    "publishedAt: 2026-11-28",
    HEADINGS.map((heading) => `\n\n## ${heading}\n\nTexto.`).join(""),
  );
  addArticle(HIDDEN[0], "publishedAt: 2026-01-15\ndraft: true");
  addArticle(HIDDEN[1], "publishedAt: 2199-01-15");
  addOthers();
  await addComments();
  run("scripts/manifest.ts");
  run("node_modules/astro/bin/astro.mjs", "build");
  origin = await startHost();
}, 240_000);
afterAll(() => {
  host.kill();
  project.remove();
});

function addArticle(word: string, dates: string, more = ""): void {
  const text = `Un párrafo con la palabra ${word} dentro.`;
  const description = `Una descripción bastante larga que lleva dentro la palabra ${word}.`;
  write(
    `content/articles/${word}.mdx`,
    `---\ntitle: "Artículo ${word}"\ndescription: "${description}"\n${dates}\nauthor: equipo\ntopics: [crisis]\ncomments: open\n---\n\n${text}${more}\n`,
  );
}

function addOthers(): void {
  const [draft] = HIDDEN;
  write(
    `content/faq/${draft}.mdx`,
    `---\nquestion: "¿Qué es ${draft}?"\ntheme: oficio\norder: 99\nfeatured: true\nupdatedAt: 2026-01-15\ndraft: true\n---\n\nEs ${draft}.\n`,
  );
  const described = `title: "Algo con ${draft}"\ndescription: "Una descripción bastante larga con la palabra ${draft}."`;
  write(
    `content/resources/${draft}.mdx`,
    `---\n${described}\npublishedAt: 2026-01-15\nfile: plan-de-crisis.md\nformat: md\ndraft: true\n---\n\nCon ${draft}.\n`,
  );
  write(
    `content/mindmaps/${draft}.yaml`,
    `${described}\npublishedAt: 2026-01-15\ncenter: Centro\nnodes:\n  - text: Uno ${draft}\n  - text: Dos\ndraft: true\n`,
  );
}

/** One under what is seen, one under what is a draft again: whoever wrote it did so while it was published. */
async function addComments(): Promise<void> {
  const client = createEmbeddedClient(join(copy, ".data", "store.sqlite"));
  const store = createStore(client, "embedded");
  const at = Date.now() - HOUR;
  for (const [n, article] of [SEEN, HIDDEN[0]].entries()) {
    const writer = person(`Ana ${article}`);
    const text = `Un comentario **con** ${article} & más`;
    const record = comment({ id: idOf(n + 1), article, text, createdAt: at, publishedAt: at, writer });
    await store.commit(saved(newComment(record)), at);
  }
  client.close();
}

function write(path: string, text: string): void {
  writeFileSync(join(copy, path), text);
}

function run(...args: string[]): void {
  execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: copy,
    // Nothing of this machine's settings, nor of the test runner's: this is a production build.
    env: { PATH: process.env["PATH"], DATA_DIR: join(copy, ".data"), ASTRO_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

async function startHost(): Promise<string> {
  host = spawn(
    process.execPath,
    [
      "--disable-warning=ExperimentalWarning",
      "netlify/local/main.ts",
      "--port",
      "0",
      "--data",
      join(copy, ".data"),
    ],
    { cwd: copy, stdio: ["ignore", "pipe", "inherit"] },
  );
  let said = "";
  for await (const text of host.stdout?.setEncoding("utf8") ?? []) {
    said += String(text);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`The local host did not start: ${said}`);
}

/** Built files in whose name or content this word stands. */
function filesWith(word: string): string[] {
  return globSync("dist/**/*", { cwd: copy, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => file.includes(word, copy.length) || readFileSync(file).includes(word))
    .map((file) => file.slice(copy.length + "/dist/".length));
}

describe("a build with a draft and a post of the future", () => {
  test("shows a post of today everywhere, so that looking for the others proves something", () => {
    const found = filesWith(SEEN);
    for (const file of [
      `articulos/${SEEN}/index.html`,
      "rss.xml",
      "atom.xml",
      "feed.json",
      "temas/crisis/rss.xml",
      "sitemap-0.xml",
      "llms.txt",
      "archivo/index.html",
      "temas/crisis/index.html",
      "autores/equipo/index.html",
      `og/articulos/${SEEN}.png`,
    ])
      expect(found).toContain(file);
  });

  test("gives every heading an id of its own in the whole page, and its place in the contents", async () => {
    const browser = await openBrowser();
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${origin}/articulos/${SEEN}/`);
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
    const links = page.locator(".toc a");
    expect(await links.allInnerTexts()).toEqual(HEADINGS);
    const places = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const led = places.map((place) => page.locator(`h2${place}`).innerText());
    expect(await Promise.all(led)).toEqual(HEADINGS);
    await browser.close();
  });

  test.each(HIDDEN)("has no trace of %s in any file", (word) => {
    expect(filesWith(word)).toEqual([]);
    expect(readFileSync(join(copy, "src/generated/articles.json"), "utf8")).not.toContain(word);
  });

  test.each(HIDDEN)("answers for %s as for what was never there", async (word) => {
    for (const path of ["", "comentarios/", "comentarios/rss.xml", "comentarios/lista/?fragment=1"]) {
      const response = await fetch(`${origin}/articulos/${word}/${path}`);
      expect(response.status, path).toBe(404);
      // The address that was asked for may be said again; the article may not.
      expect(await response.text(), path).not.toContain(`Artículo ${word}`);
    }
    const form = { article: word, text: "Hola", name: "Ana", email: "ana@example.org" };
    const response = await fetch(`${origin}/api/comments`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(form),
    });
    expect(response.status).toBe(404);
  });

  test("tells nothing of them on its live pages", async () => {
    for (const path of ["/", "/favores/", "/comentarios/rss.xml", "/favores/rss.xml"]) {
      const text = await (await fetch(origin + path)).text();
      for (const word of HIDDEN) expect(text, path).not.toContain(word);
    }
  });

  test("says to machines what was said under the article, as its page shows it", async () => {
    const path = `/articulos/${SEEN}/`;
    const html = readFileSync(join(copy, "dist", path, "index.html"), "utf8");
    expect(html).toContain(
      `"commentCount":1,"comment":[{"@type":"Comment","text":"Un comentario con ${SEEN} & más"`,
    );
    const browser = await openBrowser();
    expect(await unshown(await browser.newPage(), html, path)).toEqual([]);
    await browser.close();
  });
});
