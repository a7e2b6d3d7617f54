import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linkApi, startRealSite, type RealSite } from "../support/site/real-site.ts";
import { favourForm } from "../support/host/local-host.ts";
import { openBrowser } from "../support/site/browser.ts";
import { builtPage, builtPaths } from "../support/site/built-site.ts";
import { unshown } from "../support/site/page-graph.ts";

let browser: Browser;
let reader: Page;
let site: RealSite;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), startRealSite()]);
  reader = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** Types of the graph's nodes. */
function typesIn(html: string): string[] {
  const [, json = "{}"] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
  const { "@graph": nodes = [] } = JSON.parse(json) as { "@graph"?: { "@type": string }[] };
  return nodes.map((node) => node["@type"]);
}

const PATHS = builtPaths();

test("every page says nothing to machines that it doesn't show to people", async () => {
  const found: string[] = [];
  for (const path of PATHS) found.push(...(await unshown(reader, builtPage(path), path)));
  expect(found).toEqual([]);
});

test("a page that asks not to be listed says nothing, every other one says whose it is", () => {
  for (const path of PATHS) {
    const types = typesIn(builtPage(path));
    if (builtPage(path).includes('content="noindex"')) expect(types, path).toEqual([]);
    else expect(types, path).toEqual(expect.arrayContaining(["WebSite", "Organization", "BreadcrumbList"]));
  }
});

test.each([
  ["/articulos/nunca-borres-la-polemica/", "BlogPosting"],
  ["/preguntas-frecuentes/", "FAQPage"],
  ["/preguntas-frecuentes/que-es-makethejobs/", "FAQPage"],
  ["/glosario/", "DefinedTermSet"],
])("%s is a %s", (path, type) => {
  expect(typesIn(builtPage(path))).toContain(type);
});

test("every question and every term is told", () => {
  const questions = PATHS.filter((path) => /^\/preguntas-frecuentes\/.+/.test(path));
  expect(builtPage("/preguntas-frecuentes/").match(/"@type":"Question"/g)).toHaveLength(questions.length);
  const terms = builtPage("/glosario/").match(/<article class="glossary-term"/g) ?? [];
  expect(terms.length).toBeGreaterThan(40);
  expect(builtPage("/glosario/").match(/"@type":"DefinedTerm"/g)).toHaveLength(terms.length);
});

test("what is said but not shown would be found", async () => {
  const path = "/articulos/nunca-borres-la-polemica/";
  const altered = builtPage(path).replace('"headline":"Nunca', '"headline":"Siempre');
  expect(await unshown(reader, altered, path)).toEqual([expect.stringContaining("headline")]);
  const dated = builtPage(path).replace(/"datePublished":"[^"]+"/, '"datePublished":"1999-01-01"');
  expect(await unshown(reader, dated, path)).toEqual([expect.stringContaining("datePublished")]);
});

describe("live pages", () => {
  test.each([
    "/",
    "/favores/",
    "/favores/nuevo/",
    "/contacto/",
    "/articulos/nunca-borres-la-polemica/comentarios/",
  ])("%s says what it shows", async (path) => {
    const html = await (await fetch(site.origin + path)).text();
    expect(typesIn(html)).toContain("WebSite");
    expect(await unshown(reader, html, path)).toEqual([]);
  });

  test("an open favour is a demand, never a job posting, and says nothing any more once it is closed", async () => {
    const email = "ana@example.org";
    const title = "Subir un «piano» </script> & dos sillas";
    const { body } = await site.post("/api/jobs", { ...favourForm(title), email });
    await site.post(linkApi(await site.mailTo(email, /confirma tu favor/i)), { action: "confirm" });
    const response = await fetch(`${site.origin}/favores/${String(body["id"])}/`);
    const path = new URL(response.url).pathname;
    const html = await response.text();
    expect(typesIn(html)).toContain("Demand");
    expect(html).not.toContain("JobPosting");
    expect(await unshown(reader, html, path)).toEqual([]);

    const manage = linkApi(await site.mailTo(email, /publicado|tablón/i));
    await site.post(manage, { action: "withdraw", reason: "ya-no" });
    expect(typesIn(await (await fetch(site.origin + path)).text())).toEqual([]);
  });
});
