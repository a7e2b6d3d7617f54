import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { unpackPages } from "../../src/search/indexed-page.ts";
import type { IndexPart, SearchFile } from "../../src/search/index-file.ts";
import { unpackCounts, unpackNumbers } from "../../src/search/packing.ts";
import type { PageText } from "../../src/search/page-texts.ts";
import { ownPages, TEXT_PAGES } from "../../src/search/own-pages.ts";
import { sectionIdOf } from "../../src/search/sections.ts";
import { createSearch } from "../../src/search/engine.ts";
import { builtPage, builtPaths, DIST } from "../support/site/built-site.ts";

/** Until there is a field to type in, and what looks for it then. */
const DIALOG_MAX_GZIP_BYTES = 5_500;
const ENGINE_MAX_GZIP_BYTES = 9_400;

/** Our own build's. */
function builtData(path: string): unknown {
  return JSON.parse(readFileSync(join(DIST, path), "utf8"));
}

const index = builtData("buscar/indice.json") as SearchFile;
const found = unpackPages(index.pages);
const parts = index.partAddresses.map((address) => builtData(address) as IndexPart);
const starts = unpackNumbers(index.textStarts ?? "");
const files = starts.map((_, number) => builtData(`${index.texts}${String(number)}.json`) as PageText[]);
const texts = files.flat();

function idsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/\sid="?([^"\s>]+)/g)].map(([, id]) => id ?? ""));
}

describe("the index", () => {
  // What is live, as the board, is made when it is asked for.
  const there = new Set(builtPaths());
  const pages = new Map(
    found.filter(({ url }) => there.has(url)).map(({ url }) => [url, idsOf(builtPage(url))]),
  );

  test("has every article, question, term, map and template that is published", () => {
    const urls = new Set(found.map(({ url }) => url));
    const published = builtPaths().filter((path) =>
      /^\/(articulos\/(?!\d)|preguntas-frecuentes\/|glosario\/|mapas\/|recursos\/)[^/]+\/$/.test(path),
    );
    expect(published.length).toBeGreaterThan(50);
    expect(published.filter((path) => !urls.has(path))).toEqual([]);
  });

  test("leads only to pages and sections that are there", () => {
    const lost = found.flatMap(({ url }, number) =>
      (texts[number]?.sections ?? [])
        .map(([, ...section]) => sectionIdOf(section))
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
    const urls = new Set(found.map(({ url }) => url));
    expect(
      [...own.map(({ url }) => url), ...Object.values(TEXT_PAGES)].filter((url) => !urls.has(url)),
    ).toEqual([]);
  });

  test("has a text for every section, without a trace of components or tables", () => {
    expect(texts.map(({ sections }) => sections.length)).toEqual(unpackCounts(index.sections));
    expect(texts.map(({ ways }) => ways.length)).toEqual(unpackCounts(index.ways));
    const lines = texts
      .flatMap(({ description, ways, sections }) => [description, ...ways, ...sections.map(([text]) => text)])
      .flatMap((text) => text.split("\n"));
    expect(lines.length).toBeGreaterThan(1000);
    expect(lines.filter((line) => /^(import|export) |<\/?[A-Z]|\{\/\*|^#+ |^\| /.test(line))).toEqual([]);
  });

  test("names its parts and texts by what they say", () => {
    expect(index.texts).toMatch(/^\/buscar\/datos\/[0-9a-f]{8}\/$/);
    expect(index.partAddresses.filter((one) => !/^\/buscar\/datos\/[0-9a-f]{8}\.json$/.test(one))).toEqual(
      [],
    );
    expect(new Set(index.partAddresses).size).toBe(parts.length);
    // Nothing lies there that nobody asks for.
    const there = readdirSync(join(DIST, "buscar/datos"), { recursive: true, withFileTypes: true });
    expect(there.filter((entry) => entry.isFile())).toHaveLength(parts.length + files.length);
  });

  test("answers with the parts that it names, and needs no others", () => {
    const search = createSearch(index);
    const { lacks, hits } = search.find("algortimo");
    expect(hits).toEqual([]);
    expect(lacks.length).toBeGreaterThan(0);
    for (const number of lacks) search.addPart(number, parts[number] as IndexPart);
    expect(search.find("algortimo").hits[0]?.page.url).toBe("/glosario/algoritmo/");
  });
});

test("the dialog is small, and so is what searches, and both come only when they are needed", () => {
  const scripts = readdirSync(join(DIST, "_astro")).filter((file) => file.endsWith(".js"));
  const beginning = (name: string): string => scripts.find((file) => file.startsWith(name)) ?? "";
  const dialog = withImports(beginning("search."));
  const engine = withImports(beginning("search-parts.")).difference(dialog);
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
  expect(found.map(({ url }) => url).filter((url) => !links.has(url))).toEqual([]);
});
