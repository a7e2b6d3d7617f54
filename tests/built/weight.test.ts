import { globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtPage, builtPaths, DIST } from "../support/site/built-site.ts";

const HTML_AND_CSS_MAX_BYTES = 14_000;
const FONTS_MAX_BYTES = 44_000;
/** Everything but the pictures. */
const PAGE_MAX_BYTES = 64_000;
const SCRIPT_MAX_BYTES = 800;
/** Compressed with gzip, as the sites it is compared with are measured. */
const COMMENT_SCRIPTS_MAX_BYTES = 2_000;
/** It comes when a page stands, and only where contents stand beside a text. */
const CONTENTS_SCRIPT_MAX_BYTES = 500;

/** The page without the comments that a production build bakes into it; those have a budget of their own. */
function withoutThread(html: string): string {
  return html.replace(/<ol class="thread"[\s\S]*?<\/ol>(?=<\/section>)/, "");
}

test.each(builtPaths().filter((path) => path !== "/estilo/"))(
  "%s comes in one round trip, with its CSS",
  (path) => {
    const html = builtPage(path);
    expect(html).not.toContain('rel="stylesheet"');
    expect(brotliCompressSync(withoutThread(html)).length).toBeLessThanOrEqual(HTML_AND_CSS_MAX_BYTES);
  },
);

test("the faces of headings and of text are small, and so is a page with all of them", () => {
  const fonts = globSync("**/*.woff2", { cwd: DIST });
  expect(fonts).toHaveLength(3);
  const bytes = fonts.reduce((sum, font) => sum + statSync(join(DIST, font)).size, 0);
  expect(bytes).toBeLessThanOrEqual(FONTS_MAX_BYTES);
  expect(bytes + HTML_AND_CSS_MAX_BYTES + SCRIPT_MAX_BYTES).toBeLessThanOrEqual(PAGE_MAX_BYTES);
});

test("until they are there, text stands as wide and as high: each face has a fallback of its measures", () => {
  const html = builtPage("/articulos/");
  const faces = html.match(/@font-face\{[^}]*\}/g) ?? [];
  const fallbacks = faces.filter((face) => face.includes("size-adjust"));
  expect(faces.filter((face) => face.includes("font-display:swap"))).toHaveLength(faces.length);
  expect(fallbacks.length).toBeGreaterThanOrEqual(2);
});

test("what runs before anything is touched is one small script at most", () => {
  for (const path of builtPaths()) {
    const sources = [...builtPage(path).matchAll(/<script[^>]* src="([^"]+)"/g)].map(
      ([, source]) => source ?? "",
    );
    const bytes = sources.map((source) => brotliCompressSync(readFileSync(join(DIST, source))).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(SCRIPT_MAX_BYTES);
  }
});

test("what commenting loads weighs 2 kB at most: its script, and what every form has", () => {
  const files = globSync("_astro/{comments,form}.*.js", { cwd: DIST });
  expect(files).toHaveLength(2);
  const bytes = files.map((file) => gzipSync(readFileSync(join(DIST, file)), { level: 9 }).length);
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(COMMENT_SCRIPTS_MAX_BYTES);
});

test("what marks the part that is being read is a file of its own, and next to nothing", () => {
  const [file = "", ...others] = globSync("_astro/contents.*.js", { cwd: DIST });
  expect(others).toEqual([]);
  expect(brotliCompressSync(readFileSync(join(DIST, file))).length).toBeLessThanOrEqual(
    CONTENTS_SCRIPT_MAX_BYTES,
  );
});

test("nothing is fetched from somebody else's server", () => {
  for (const path of builtPaths()) {
    const loaded = builtPage(path).matchAll(
      /<(?:script|img|iframe|video|audio|source|embed)[^>]* (?:src|srcset)="([^"]+)"/g,
    );
    const foreign = [...loaded].map(([, source]) => source ?? "").filter((source) => !source.startsWith("/"));
    expect(foreign).toEqual([]);
    expect(builtPage(path)).not.toMatch(/url\(["']?(?:https?:)?\/\//);
  }
});
