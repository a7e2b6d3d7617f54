import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadFunctions } from "../../netlify/local/functions.ts";
import { ROOT } from "../house/project-files.ts";
import type { Running } from "../scripts/running.ts";
import { ANSWERS_SEEN } from "../../src/store/digest-keys.ts";
import { migrationKey } from "../../src/store/keys.ts";
import { contentsOfFile, type Contents } from "../store/contents.ts";
import { favourForm, postJson, startLocalHost } from "../support/host/local-host.ts";

/** Far more than the site has: a crawl that reaches it runs in circles. */
const MAX_PAGES = 1000;

interface Page {
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const data = mkdtempSync(join(tmpdir(), "makethejobs-crawl-"));
let host: Running;
let pages: Page[];
/** The private page behind a magic link, as the mail has it. */
let linkPath: string;

beforeAll(async () => {
  host = await startLocalHost(data, { LIMITS: "off" });
  await publishFavour();
  pages = await crawl();
});
afterAll(async () => {
  await host.end("SIGTERM");
  rmSync(data, { recursive: true, force: true });
});

/** Asks for a favour and confirms it with the link of the mail, so that there is something to see. */
async function publishFavour(): Promise<void> {
  await postJson(host.origin, "/api/jobs", favourForm("Un favor para mirar"));
  const [, token] = await linkOfLastMail();
  const confirmed = await postJson(host.origin, `/api/links/${token}`, { action: "confirm" });
  expect(confirmed.status).toBe(200);
  [linkPath] = await linkOfLastMail();
}

async function linkOfLastMail(): Promise<[path: string, token: string]> {
  const mails = (await (await fetch(`${host.origin}/buzon.json`)).json()) as { text: string }[];
  const [, path = "", token = ""] = /(\/gestion\/([\w-]+)\/)/.exec(mails[0]?.text ?? "") ?? [];
  return [path, token];
}

async function fetchPage(path: string): Promise<Page> {
  const response = await fetch(host.origin + path, { redirect: "manual" });
  return { path, status: response.status, headers: response.headers, body: await response.text() };
}

/** Every page that a reader can reach from the home page. */
async function crawl(): Promise<Page[]> {
  const seen = new Map<string, Page>();
  const waiting = ["/"];
  for (let path = waiting.pop(); path !== undefined && seen.size < MAX_PAGES; path = waiting.pop()) {
    if (seen.has(path)) continue;
    const page = await fetchPage(path);
    seen.set(path, page);
    if (!page.headers.get("content-type")?.includes("html")) continue;
    for (const [, href = ""] of page.body.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
      const url = new URL(href.replaceAll("&amp;", "&"), host.origin + path);
      if (url.origin === host.origin) waiting.push(url.pathname + url.search);
    }
  }
  return [...seen.values()];
}

test("every link of the site leads to a page", () => {
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.length).toBeLessThan(MAX_PAGES);
  expect(pages.filter(({ status }) => status !== 200).map(({ path, status }) => `${status} ${path}`)).toEqual(
    [],
  );
});

test("every page carries the security headers, static or not, found or not", async () => {
  const html = [...pages, await fetchPage("/no-existe/"), await fetchPage(linkPath)].filter(({ headers }) =>
    headers.get("content-type")?.includes("html"),
  );
  for (const { path, headers } of html) {
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy, path).toContain("default-src 'none'");
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toContain("unsafe");
    expect(headers.get("content-type"), path).toBe("text/html; charset=utf-8");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("strict-transport-security"), path).toContain("max-age=");
    expect(headers.get("referrer-policy"), path).toBe("same-origin");
    expect(headers.get("permissions-policy"), path).toContain("camera=()");
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
  }
});

test("no public page shows a visitor's address", () => {
  expect(pages.filter(({ body }) => body.includes("ana@example.org")).map(({ path }) => path)).toEqual([]);
});

test("looking changes nothing: every page, every function and the page behind a link, with GET and HEAD", async () => {
  const functions = await loadFunctions(join(ROOT, "build", "functions"));
  const paths = functions.flatMap(({ routes }) =>
    routes.map(({ pattern }) => pattern.replace(/:\w+/, "abc")),
  );
  const token = linkPath.split("/")[2] ?? "";
  const everything = [...pages.map(({ path }) => path), ...paths, linkPath, `/api/links/${token}`];
  // The first look may make what belongs to a day, such as the key that visitors are told apart with.
  for (const path of paths) await fetch(host.origin + path);
  const before = storedByRequests();
  expect(JSON.stringify(before)).toContain("Un favor para mirar");
  for (const path of everything) {
    for (const method of ["GET", "HEAD"]) {
      const { status } = await fetch(host.origin + path, { method, redirect: "manual" });
      expect(status, `${method} ${path}`).toBeLessThan(500);
    }
  }
  expect(storedByRequests()).toEqual(before);
});

/** The store without how far the scheduled functions are: they run beside, twice a minute. */
function storedByRequests(): Contents {
  const contents = Object.entries(contentsOfFile(join(data, "store.sqlite")));
  return Object.fromEntries(
    contents.filter(([key]) => key !== ANSWERS_SEEN && !key.startsWith(migrationKey(""))),
  );
}
