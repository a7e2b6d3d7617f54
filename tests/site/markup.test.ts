import { HtmlValidate, FileSystemConfigLoader } from "html-validate/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  builtPage,
  builtPaths,
  ROOT,
  startBuiltSite,
  TEMPLATES,
  type RunningSite,
} from "../support/site/built-site.ts";

// `no-redundant-role` is off in .htmlvalidate.json: Safari forgets that a list without bullets is a list, unless told.
const validator = new HtmlValidate(new FileSystemConfigLoader());

async function problems(html: string, path: string): Promise<string[]> {
  const report = await validator.validateString(html, `${ROOT}/dist${path}index.html`);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${path}:${line} ${ruleId}: ${message}`),
  );
}

const PATHS = builtPaths();

test("every prerendered page is valid HTML", async () => {
  expect(PATHS.length).toBeGreaterThan(40);
  const found = await Promise.all(PATHS.map((path) => problems(builtPage(path), path)));
  expect(found.flat()).toEqual([]);
});

describe("pages that are rendered when asked for are valid HTML", () => {
  let site: RunningSite;
  beforeAll(async () => {
    site = await startBuiltSite();
  });
  afterAll(() => site.stop());

  test.each(TEMPLATES.filter((template) => "live" in template))("$name", async (template) => {
    const { path } = template;
    const response = await fetch(site.origin + path);
    expect(response.status).toBe("status" in template ? template.status : 200);
    expect(await problems(await response.text(), path)).toEqual([]);
  });
});

describe.each(PATHS)("%s", (path) => {
  const html = builtPage(path);

  test("is in Spanish, has one main heading, a title and a description", () => {
    expect(html).toMatch(/^<!DOCTYPE html><html lang="es">/i);
    expect(html.match(/<h1[ >]/g)).toHaveLength(1);
    expect(html).toMatch(/<title>[^<]{5,100}<\/title>/);
    expect(html).toMatch(/<meta name="description" content="[^"]{20,}"/);
  });

  test("names its own address, or asks not to be listed", () => {
    expect(html).toMatch(
      html.includes('content="noindex"')
        ? /^((?!rel="canonical").)*$/s
        : new RegExp(`<link rel="canonical" href="https?://[^"]+${path}"`),
    );
  });

  test("has only ASCII ids, so that links to its parts stay readable", () => {
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.filter((id) => !/^[A-Za-z][\w-]*$/.test(id ?? ""))).toEqual([]);
  });
});
