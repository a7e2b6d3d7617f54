import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./built-site.ts";

/** The class names that a piece of CSS styles. */
export function classesOf(css: string): Set<string> {
  // Declarations hold no selectors; a number such as `.5em` is no name.
  const selectors = css.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/:\s*[^{};]*;/g, ";");
  return new Set([...selectors.matchAll(/\.([A-Za-z][\w-]*)/g)].flatMap(([, name]) => name ?? []));
}

/** Every class that some stylesheet of ours styles, in whichever file. */
export function styledClasses(): Set<string> {
  const css = globSync("src/**/*.{astro,css}", { cwd: ROOT }).flatMap((file) => {
    const text = readFileSync(join(ROOT, file), "utf8");
    return file.endsWith(".css") ? [text] : styleBlocks(text);
  });
  return classesOf(css.join("\n"));
}

/** Classes in a page's HTML that have a style somewhere, but none on this page. */
export function unstyledClasses(html: string, styled: ReadonlySet<string>): string[] {
  const own = classesOf(styleBlocks(html).join("\n"));
  const used = [...html.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names?.split(/\s+/) ?? []);
  return [...new Set(used)].filter((name) => styled.has(name) && !own.has(name)).sort();
}

function styleBlocks(text: string): string[] {
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].flatMap(([, css]) => css ?? []);
}
