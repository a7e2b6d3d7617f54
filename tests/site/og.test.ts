import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  builtPage,
  builtPaths,
  DIST,
  startBuiltSite,
  TEMPLATES,
  type RunningSite,
} from "../support/site/built-site.ts";

const MAX_BYTES = 60_000;

function cardOf(html: string): string {
  const [, url = ""] = /<meta property="og:image" content="([^"]+)">/.exec(html) ?? [];
  expect(url).toMatch(/^https?:\/\//);
  return new URL(url).pathname;
}

let site: RunningSite;
beforeAll(async () => {
  site = await startBuiltSite();
});
afterAll(() => site.stop());

test("every page has a card of the right size that weighs little", () => {
  for (const card of new Set(builtPaths().map((path) => cardOf(builtPage(path))))) {
    const png = readFileSync(join(DIST, card));
    expect(png.subarray(1, 4).toString(), card).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], card).toEqual([1200, 630]);
    expect(png.length, card).toBeLessThanOrEqual(MAX_BYTES);
  }
});

test("a page that may be listed has a card of its own", () => {
  const listed = builtPaths().filter((path) => !builtPage(path).includes('content="noindex"'));
  const shared = listed.filter(
    (path) => cardOf(builtPage(path)) !== `/og${path.replace(/\/(\d+\/)?$/, "")}.png`,
  );
  expect(listed.length).toBeGreaterThan(60);
  expect(shared).toEqual([]);
});

test.each(TEMPLATES.filter((template) => "live" in template))(
  "a live page has one too: $name",
  async ({ path }) => {
    const card = cardOf(await (await fetch(site.origin + path)).text());
    expect(statSync(join(DIST, card)).size).toBeLessThanOrEqual(MAX_BYTES);
  },
);

test("a conversation is shared with its article's card", async () => {
  const html = await (await fetch(`${site.origin}/articulos/nunca-borres-la-polemica/comentarios/`)).text();
  expect(cardOf(html)).toBe("/og/articulos/nunca-borres-la-polemica.png");
});
