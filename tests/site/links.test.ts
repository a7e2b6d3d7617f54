import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API } from "../../src/urls.ts";
import { builtPage, builtPaths, DIST, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

const PATHS = builtPaths();

/** Every internal link of the prerendered pages, with one page that has it. */
function internalLinks(): Map<string, string> {
  const links = new Map<string, string>();
  for (const path of PATHS) {
    for (const [, href = ""] of builtPage(path).matchAll(/<(?:a|link)[^>]* href="([^"]+)"/g)) {
      if (/^(https?:|mailto:)/.test(href)) continue;
      links.set(new URL(href.replaceAll("&amp;", "&"), `https://site.test${path}`).href, path);
    }
  }
  return links;
}

let site: RunningSite;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

test("every link inside the site leads somewhere, its fragment included", async () => {
  const broken: string[] = [];
  const answers = new Map<string, Promise<{ status: number; html: string }>>();
  const answer = (path: string) => {
    const known = answers.get(path);
    if (known) return known;
    const fresh = (async () => {
      const file = join(DIST, path.endsWith("/") ? `${path}index.html` : path);
      if (existsSync(file)) return { status: 200, html: path.endsWith("/") ? builtPage(path) : "" };
      const response = await fetch(site.origin + path);
      return { status: response.status, html: await response.text() };
    })();
    answers.set(path, fresh);
    return fresh;
  };

  for (const [href, from] of internalLinks()) {
    if (from === "/estilo/") continue; // Its records are made up.
    const { pathname, search, hash } = new URL(href);
    // Other sites send their mentions there; there is nothing to get.
    if (pathname === API.webmentions) continue;
    const { status, html } = await answer(pathname + search);
    if (status !== 200) broken.push(`${from}: ${pathname}${search} → ${status}`);
    else if (hash && !html.includes(` id="${decodeURIComponent(hash.slice(1))}"`)) {
      broken.push(`${from}: ${pathname}${hash} → no such fragment`);
    }
  }
  expect(broken).toEqual([]);
});
