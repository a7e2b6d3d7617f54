import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  builtPage,
  builtPaths,
  startBuiltSite,
  TEMPLATES,
  type RunningSite,
} from "../support/site/built-site.ts";
import { classesOf, styledClasses, unstyledClasses } from "../support/site/styles-at-hand.ts";

const STYLED = styledClasses();

test("the classes of a stylesheet are read as a browser reads them", () => {
  const css =
    "/* .note */ .a:is(.b,.c-d) > li{margin:.5em;inset:0}@media print{.e{color:red}.f:not(:hover){gap:0}}";
  expect([...classesOf(css)].sort()).toEqual(["a", "b", "c-d", "e", "f"]);
});

test("a class whose style is elsewhere is found", () => {
  const html = '<style>.a{gap:0}</style><p class="a b"></p><p class="c"></p>';
  expect(unstyledClasses(html, new Set(["a", "b"]))).toEqual(["b"]);
});

test("every prerendered page brings the style of every class it uses", () => {
  const found = builtPaths().map((path) => ({ path, unstyled: unstyledClasses(builtPage(path), STYLED) }));
  expect(found.length).toBeGreaterThan(40);
  expect(found.filter(({ unstyled }) => unstyled.length > 0)).toEqual([]);
});

describe("pages that are rendered when asked for bring the style of every class they use", () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test.each(TEMPLATES.filter((template) => "live" in template))("$name", async ({ path }) => {
    const html = await (await fetch(site.origin + path)).text();
    expect(unstyledClasses(html, STYLED)).toEqual([]);
  });
});
