import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MINUTE } from "../../src/domain/kernel/time.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { comment, idOf, newComment, person, saved } from "../support/builders/records.ts";
import { ROOT } from "../support/site/built-site.ts";

const ARTICLE = "calendario-de-contenidos-semanal";
const SOURCES = [
  "src",
  "content",
  "public",
  "netlify",
  "scripts",
  "astro.config.mjs",
  "package-lock.json",
  "package.json",
  "tsconfig.json",
];
/** What a thread may add to its article, in bytes of brotli. */
const BAKED_MAX_BYTES = 6000;

/** A build of its own in a folder of its own: the one that the other tests look at stays as it is. */
const folder = mkdtempSync(join(tmpdir(), "makethejobs-baked-"));
beforeAll(() => {
  for (const source of SOURCES) cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything the build said, and the article's page. */
async function build(env: Readonly<Record<string, string>>): Promise<{ said: string; html: string }> {
  const options = { cwd: folder, env: { PATH: process.env["PATH"], ASTRO_TELEMETRY_DISABLED: "1", ...env } };
  const run = promisify(execFile);
  await run(process.execPath, ["scripts/manifest.ts"], options);
  const { stdout, stderr } = await run(
    process.execPath,
    ["node_modules/astro/bin/astro.mjs", "build"],
    options,
  );
  return {
    said: stdout + stderr,
    html: readFileSync(join(folder, "dist/articulos", ARTICLE, "index.html"), "utf8"),
  };
}

describe("the comments in an article's page", () => {
  const data = join(folder, "data");
  beforeAll(async () => {
    const client = createEmbeddedClient(join(data, "store.sqlite"));
    const store = createStore(client, "embedded");
    const now = Date.now();
    const written = (n: number, text: string, minutesAgo: number, more = {}) => {
      const at = now - minutesAgo * MINUTE;
      return comment({
        id: idOf(n),
        article: ARTICLE,
        text,
        createdAt: at,
        publishedAt: at,
        writer: person(`Ana${n}`),
        ...more,
      });
    };
    const comments = [
      written(1, "Un comentario **viejo** y útil.", 60),
      written(2, "Una respuesta también vieja.", 30, { parent: idOf(1), root: idOf(1) }),
      written(3, "Todavía se puede corregir.", 5),
      written(4, "Nadie lo ha dado por bueno.", 90, { state: "held", publishedAt: null }),
      ...Array.from({ length: 18 }, (_, index) =>
        written(10 + index, `Otra opinión más, la número ${index}.`, 200 - index),
      ),
    ];
    for (const one of comments) await store.commit(saved(newComment(one)), now);
    client.close();
  });

  test("are those that their authors can no longer change from the same browser", async () => {
    const { html } = await build({ DATA_DIR: data });
    expect(html).toContain("Un comentario <strong>viejo</strong> y útil.");
    expect(html).toContain("Una respuesta también vieja.");
    expect(html).not.toContain("Todavía se puede corregir.");
    expect(html).not.toContain("Nadie lo ha dado por bueno.");
    expect(html).toContain("20 comentarios");
    expect(html).not.toContain("@example.org");
    const thread = /<ol class="thread"[\s\S]*<\/ol>/.exec(html)?.[0] ?? "";
    const without = brotliCompressSync(html.replace(thread, "")).length;
    expect(brotliCompressSync(html).length - without).toBeLessThanOrEqual(BAKED_MAX_BYTES);
  });

  test("are left out, and the build says so aloud, when the store does not answer", async () => {
    const { said, html } = await build({
      DATA_DIR: join(folder, "nothing"),
      UPSTASH_REDIS_REST_URL: "http://127.0.0.1:9",
      UPSTASH_REDIS_REST_TOKEN: "none",
    });
    expect(html).not.toContain('<ol class="thread"');
    expect(html).toContain("Ver la conversación entera y comentar");
    expect(said).toContain("is built without its comments");
  });
});
