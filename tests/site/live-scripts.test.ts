import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { builtPage, DIST } from "../support/site/built-site.ts";

/** The comments and the form below them. The loader, which brings them and whatever else a page needs, has a bar of its own. */
const COMMENT_SCRIPTS_MAX_BYTES = 2000;
const LOADER_MAX_BYTES = 800;

function script(name: string): Buffer {
  const [file, ...others] = globSync(`_astro/${name}*.js`, { cwd: DIST });
  if (file === undefined || others.length > 0) throw new Error(`Not one script is called ${name}`);
  return readFileSync(join(DIST, file));
}

describe("the scripts", () => {
  test("that run for comments weigh next to nothing", () => {
    const bytes = ["comments", "form"].map((name) => gzipSync(script(name)).length);
    expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(COMMENT_SCRIPTS_MAX_BYTES);
    expect(brotliCompressSync(script("Enhance")).length).toBeLessThanOrEqual(LOADER_MAX_BYTES);
  });

  test("begin with one small file, however many forms a page has", () => {
    for (const path of ["/articulos/nunca-borres-la-polemica/", "/ayuda/favores/"]) {
      expect((builtPage(path).match(/<script[^>]* src=/g) ?? []).length).toBeLessThanOrEqual(1);
    }
  });

  test("carry no list of categories, no rule and no library along", () => {
    for (const name of ["Enhance", "comments", "form", "contact-warning"]) {
      expect(script(name).toString()).not.toMatch(/zod|community-manager|vite:preloadError/);
    }
  });
});
