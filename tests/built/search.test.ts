import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { SearchFile } from "../../src/search/index-file.ts";
import { ownPages, TEXT_PAGES } from "../../src/search/own-pages.ts";
import { sectionIdOf } from "../../src/search/sections.ts";
import { createSearch } from "../../src/search/engine.ts";
import { builtPage, builtPaths, DIST } from "../support/site/built-site.ts";

/** Until there is a field to type in, and what looks for it then. */
const DIALOG_MAX_GZIP_BYTES = 5_500;
const ENGINE_MAX_GZIP_BYTES = 8_500;

const index = JSON.parse(readFileSync(join(DIST, "buscar/indice.json"), "utf8")) as SearchFile; // Our own build's.
const texts = JSON.parse(readFileSync(join(DIST, "buscar/textos.json"), "utf8")) as string[][]; // The same.

function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="?([^"\s>]+)/g)].map(([, id]) => id ?? ""));
}

describe("the index", () => {
  // What is live, as the board, is made when it is asked for.
  const there = new Set(builtPaths());
  const pages = new Map(
    index.pages.filter(({ url }) => there.has(url)).map(({ url }) => [url, idsOf(builtPage(url))]),
  );

  test("has every article, question, term, map and template that is published", () => {
    const urls = new Set(index.pages.map(({ url }) => url));
    const published = builtPaths().filter((path) =>
      /^\/(articulos\/(?!\d)|preguntas-frecuentes\/|glosario\/|mapas\/|recursos\/)[^/]+\/$/.test(path),
    );
    expect(published.length).toBeGreaterThan(50);
    expect(published.filter((path) => !urls.has(path))).toEqual([]);
  });

  test("leads only to pages and sections that are there", () => {
    const lost = index.pages.flatMap(({ url, sections }) =>
      sections
        .map(sectionIdOf)
        .filter((id) => id !== "" && pages.get(url)?.has(id) === false)
        .map((id) => `${url}#${id}`),
    );
    expect(lost).toEqual([]);
  });

  test("names the site's own pages as they name themselves", () => {
    const sourceOf = (url: string): string => {
      const path = join(import.meta.dirname, "../../src/pages", url);
      return readFileSync(
        existsSync(join(path, "index.astro")) ? join(path, "index.astro") : `${path.slice(0, -1)}.astro`,
        "utf8",
      );
    };
    const own = ownPages();
    expect(own.filter(({ url, title }) => !sourceOf(url).includes(title)).map(({ url }) => url)).toEqual([]);
    const found = new Set(index.pages.map(({ url }) => url));
    expect(
      [...own.map(({ url }) => url), ...Object.values(TEXT_PAGES)].filter((url) => !found.has(url)),
    ).toEqual([]);
  });

  test("has a text for every section, without a trace of components or tables", () => {
    expect(texts.map((sections) => sections.length)).toEqual(
      index.pages.map(({ sections }) => 2 + sections.length),
    );
    const lines = texts.flat().flatMap((text) => text.split("\n"));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => /^(import|export) |<\/?[A-Z]|\{\/\*|^#+ |^\| /.test(line))).toEqual([]);
  });

  test("names its texts by what they say", () => {
    expect(index.texts).toMatch(/^\/buscar\/textos\.json\?v=[0-9a-f]{12}$/);
  });

  test("answers with what is in it", () => {
    expect(createSearch(index).find("algortimo").hits[0]?.page.url).toBe("/glosario/algoritmo/");
  });
});

test("the dialog is small, and so is what searches, and both come only when they are needed", () => {
  const scripts = readdirSync(join(DIST, "_astro")).filter((file) => file.endsWith(".js"));
  const beginning = (name: string): string => scripts.find((file) => file.startsWith(name)) ?? "";
  const dialog = withImports(beginning("search."));
  const engine = withImports(beginning("engine.")).difference(dialog);
  expect(dialog.size).toBeGreaterThan(1);
  expect(bytesOf(dialog)).toBeLessThanOrEqual(DIALOG_MAX_GZIP_BYTES);
  expect(engine.size).toBeGreaterThan(0);
  expect(bytesOf(engine)).toBeLessThanOrEqual(ENGINE_MAX_GZIP_BYTES);
  for (const script of [...dialog, ...engine].filter((file) => !file.startsWith("Enhance"))) {
    expect(builtPage("/articulos/")).not.toContain(script);
  }
});

function bytesOf(files: ReadonlySet<string>): number {
  const sizes = [...files].map(
    (file) => gzipSync(readFileSync(join(DIST, "_astro", file)), { level: 9 }).length,
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}

function withImports(file: string, seen = new Set<string>()): Set<string> {
  seen.add(file);
  const text = readFileSync(join(DIST, "_astro", file), "utf8");
  for (const [, other = ""] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    if (!seen.has(other)) withImports(other, seen);
  }
  return seen;
}

test("without JavaScript its page is an index of everything", () => {
  const html = builtPage("/buscar/");
  const links = new Set([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href));
  expect(index.pages.map(({ url }) => url).filter((url) => !links.has(url))).toEqual([]);
});
