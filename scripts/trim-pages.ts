import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { shortFaces } from "./trim/faces.ts";
import { ownPolicy } from "./trim/page-policy.ts";
import { rememberingUsedCss, usedCss, type PageParts } from "./trim/used-css.ts";

/** Where the comments that a page fetches later are drawn: their classes are not in the page yet. */
const FETCHED_LATER = { mark: "data-thread=", component: "src/ui/comments/ThreadList.astro" };

/** The class of what editors wrote, which no fetched comment stands in. */
const EDITORS_TEXT = "prose";

const FrameworkConfig = z.looseObject({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
});

/**
 * Takes from every built page the CSS that it doesn't use, and from its policy the hashes that are not its own: components bring the
 * styles of all their states, and the build names the styles of all pages.
 */
export function trimPages(root: string): void {
  const dist = join(root, "dist");
  const scripts = globSync("_astro/*.js", { cwd: dist }).map((file) =>
    readFileSync(join(dist, file), "utf8"),
  );
  const later = wordsOf(scripts.join("\n"));
  const fetched = new Set([...later, ...wordsOf(sourceWithImports(root, FETCHED_LATER.component))]);
  const used = rememberingUsedCss();
  for (const file of globSync("**/*.html", { cwd: dist })) {
    const html = readFileSync(join(dist, file), "utf8");
    const fetches = html.includes(FETCHED_LATER.mark);
    writeFileSync(join(dist, file), trimPage(html, fetches ? fetched : later, fetches, used));
  }
  trimPolicies(join(root, ".netlify", "v1", "config.json"), dist);
}

/**
 * @param later names of classes and elements that scripts may add
 * @param anyTag whether elements may come that are not there yet
 */
export function trimPage(
  html: string,
  later: ReadonlySet<string>,
  anyTag = false,
  used: typeof usedCss = usedCss,
): string {
  const styles: string[] = [];
  const bare = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/g, (_, css: string) => {
    styles.push(css);
    return styles.length === 1 ? "<style></style>" : "";
  });
  const css = shortFaces(used(styles.join(""), partsOf(bare, later, anyTag)));
  // A function: CSS may hold `$&`, which would mean something in a replacement text.
  return bare.replace("<style></style>", () => `<style>${css}</style>`);
}

function partsOf(html: string, later: ReadonlySet<string>, anyTag: boolean): PageParts {
  const classes = new Set<string>();
  for (const [, quoted, bare] of html.matchAll(/\sclass=(?:"([^"]*)"|([^\s>]+))/g)) {
    for (const name of (quoted ?? bare ?? "").split(/\s+/)) classes.add(name);
  }
  const tags = new Set([...html.matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, tag = ""]) => tag.toLowerCase()));
  return {
    hasClass: (name) => classes.has(name) || later.has(name),
    hasData: (name, value) =>
      html.includes(`${name}="${value}"`) || (later.has(value) && later.has(name.slice("data-".length))),
    hasTag: (name, within) =>
      (anyTag && !within.includes(EDITORS_TEXT)) ||
      tags.has(name.toLowerCase()) ||
      later.has(name.toLowerCase()),
    rest: html,
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/[\w-]+/g));
}

/** The text of a component and of every component that it imports. */
function sourceWithImports(root: string, file: string, seen = new Set<string>()): string {
  if (seen.has(file)) return "";
  seen.add(file);
  const text = readFileSync(join(root, file), "utf8");
  const imported = [...text.matchAll(/from "(\.{1,2}\/[^"]+\.astro)"/g)].map(([, path = ""]) =>
    sourceWithImports(root, join(dirname(file), path), seen),
  );
  return [text, ...imported].join("\n");
}

function trimPolicies(file: string, dist: string): void {
  const config = FrameworkConfig.parse(JSON.parse(readFileSync(file, "utf8")));
  for (const { for: path, values } of config.headers) {
    const policy = values["Content-Security-Policy"];
    if (policy === undefined) continue;
    const html = readFileSync(join(dist, path, "index.html"), "utf8");
    values["Content-Security-Policy"] = ownPolicy(policy, html);
  }
  writeFileSync(file, JSON.stringify(config));
}
