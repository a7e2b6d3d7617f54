import { API } from "../../src/urls.ts";
import { LinkChecker, LinkState } from "linkinator";
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtPaths, startBuiltSite, type RunningSite } from "../support/site/built-site.ts";

/** So many links there are at least: a crawl that stops at the door finds none broken, either. */
const MIN_LINKS = 220;

let site: RunningSite;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

test("a crawl from the home page finds every page, and nothing broken, fragments included", async () => {
  const checker = new LinkChecker();
  const { links } = await checker.check({
    path: `${site.origin}/`,
    recurse: true,
    checkFragments: true,
    concurrency: 16,
    timeout: 30_000,
    // Other people's sites are not asked here: what we answer for is ours. Mentions are sent to their address, and not got from it.
    linksToSkip: (link) =>
      Promise.resolve(!link.startsWith(site.origin) || link === site.origin + API.webmentions),
  });
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  expect(broken.map(({ url, status, parent = "" }) => `${parent} → ${url}: ${String(status)}`)).toEqual([]);
  const ours = new Set(links.filter(({ state }) => state === LinkState.OK).map(({ url }) => url));
  expect(ours.size).toBeGreaterThan(MIN_LINKS);

  // Pages that one only gets to by sending a form, or that ask not to be found.
  const apart = /^\/(gracias|estilo)\//;
  const missed = builtPaths().filter((path) => !apart.test(path) && !ours.has(site.origin + path));
  expect(missed).toEqual([]);
}, 180_000);
