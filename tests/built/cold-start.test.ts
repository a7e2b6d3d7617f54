import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "../house/project-files.ts";

/*
 * What a cold start has to load, whatever the machine, so that nobody makes it heavier unseen. The bounds are a little above what it is;
 * docs/scale.md says the same numbers.
 */
const folder = mkdtempSync(join(tmpdir(), "makethejobs-cold-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FUNCTIONS = join(ROOT, "build", "functions");
const PAGES = join(ROOT, ".netlify", "v1", "functions", "ssr");

/** Of each function of the API, which is one file. */
const MOST_KILOBYTES = {
  comment: 1480,
  "comment-preview": 1490,
  comments: 1490,
  contact: 1470,
  digests: 1480,
  discard: 1480,
  "forget-browser": 1470,
  health: 1160,
  job: 1170,
  jobs: 1480,
  links: 1500,
  mentions: 1810,
  moderation: 1390,
  "my-data": 1470,
  offers: 1480,
  openapi: 1230,
  outbox: 1290,
  publish: 1130,
  recover: 1470,
  reports: 1480,
  resend: 1170,
  "resend-confirmation": 1480,
  rewards: 1480,
  "send-digests": 1330,
  "send-notices": 1340,
  session: 1470,
  "session-end": 1470,
  sweep: 1350,
  votes: 1470,
  webmentions: 1370,
};

interface Loaded {
  readonly status: number;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
}

/** Which files the function of the pages loads until it has answered. */
function loadedFor(path: string): Loaded {
  const child = join(ROOT, "scripts", "bench", "loaded-modules.mjs");
  const args = ["--disable-warning=ExperimentalWarning", child, join(PAGES, "ssr.mjs"), path];
  const env = { PATH: process.env["PATH"], DATA_DIR: folder, SECRET_KEY: "s".repeat(48) };
  const output = execFileSync(process.execPath, args, { env, encoding: "utf8" });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as Loaded;
}

describe("the function of the pages", () => {
  test.each([
    ["/favores/", { modules: 76, bytes: 1_680_000 }],
    ["/favores/nuevo/", { modules: 84, bytes: 1_870_000 }],
    ["/contacto/", { modules: 53, bytes: 1_600_000 }],
    ["/no-hay/", { modules: 32, bytes: 1_150_000 }],
  ])("loads no more than so many modules and bytes for %s", (path, most) => {
    const { status, files } = loadedFor(path);
    expect(status).toBe(path === "/no-hay/" ? 404 : 200);
    expect(files.length).toBeLessThanOrEqual(most.modules);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(most.bytes);
  });

  test("carries no text that is rendered at build", () => {
    const chunks = readdirSync(join(PAGES, ".netlify", "build", "chunks"));
    const articles = readdirSync(join(ROOT, "content", "articles")).map((file) => file.replace(/\.mdx$/, ""));
    expect(articles.filter((slug) => chunks.some((chunk) => chunk.startsWith(`${slug}_`)))).toEqual([]);
  });
});

describe("a function of the API", () => {
  const own = readdirSync(FUNCTIONS).map((file) => file.replace(/\.mjs$/, ""));

  test("is in the table", () => expect(own.sort()).toEqual(Object.keys(MOST_KILOBYTES).sort()));

  test.each(Object.entries(MOST_KILOBYTES))("%s is one file of %i kB at most", (name, most) => {
    expect(statSync(join(FUNCTIONS, `${name}.mjs`)).size).toBeLessThanOrEqual(most * 1000);
  });
});

describe("the build", () => {
  const searched = join(ROOT, "dist", "buscar", "datos");
  const written = readdirSync(join(ROOT, "dist"), { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const [data = [], others = []] = [true, false].map((isData) =>
    written.filter(({ parentPath }) => parentPath.startsWith(searched) === isData),
  );

  test("writes no more files than pages, pictures and feeds ask for", () => {
    expect(others.length).toBeLessThanOrEqual(620);
  });

  test("writes no more parts of the search's index and files of its texts than the search reads a few of", () => {
    expect(data.length).toBeGreaterThan(1);
    expect(data.length).toBeLessThanOrEqual(80);
  });
});
