import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, parse } from "node:path";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { SITE } from "../src/site.ts";
import { API, EDITOR_PATH, PAGES, SEARCH_DATA } from "../src/urls.ts";
import { SECURITY_HEADERS, withoutFraming } from "../netlify/http/security-headers.ts";
import { queryRedirects } from "./aliases.ts";
import { spanishDay } from "./edit/days.ts";
import { buildEditor, editorRepository } from "./editor/build-editor.ts";
import { EDITOR_HEADERS } from "./editor/page.ts";

/**
 * Bundles every function into one file. Netlify's packer would leave npm packages as hundreds of files, and loading those is most
 * of a cold start; here it finds nothing left to trace, and still reads `config`. What a function imports with `import()` runs
 * when it is asked for.
 */
export async function bundleFunctions(root: string): Promise<void> {
  const source = join(root, "netlify", "functions");
  const files = readdirSync(source).filter((file) => file.endsWith(".ts"));
  const outdir = join(root, "build", "functions");
  rmSync(outdir, { recursive: true, force: true });
  await build({
    ...BUNDLED,
    entryPoints: files.map((file) => join(source, file)),
    outdir,
    outExtension: { ".js": ".mjs" },
  });
  // The local host has to know where each is asked and how often, and loading all of them to read it took most of its start.
  await build({
    ...BUNDLED,
    stdin: {
      contents: files
        .map((file) => `export { config as "${parse(file).name}" } from "./${file}";`)
        .join("\n"),
      resolveDir: source,
    },
    outfile: `${outdir}.mjs`,
    plugins: [NO_IMPORTS],
  });
}

const BUNDLED = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22",
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
} as const;

/** A function's configuration is a literal, which is all that the platform reads: nothing that its file imports is needed for it. */
const NO_IMPORTS: Plugin = {
  name: "no-imports",
  setup(bundling) {
    bundling.onResolve({ filter: /./ }, ({ path, importer }) =>
      importer.endsWith(".ts") ? { path, external: true, sideEffects: false } : null,
    );
  },
};

const FrameworkConfig = z.looseObject({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
});

const EVERYTHING = "/*";
const ARTICLES = `${PAGES.articles}*`;
const EDITOR = `${EDITOR_PATH}*`;
const SEARCHED = `${SEARCH_DATA}*`;
/** As the adapter spells it. */
const CSP = "Content-Security-Policy";

/**
 * Adds the security headers of static files to what the adapter wrote for the platform. Functions send the same ones
 * themselves, from the same list; only the content security policy of a static page is the page's own, with its hashes.
 */
export function addSecurityHeaders(root: string, hasEditor = false): void {
  const file = join(root, ".netlify", "v1", "config.json");
  const config = FrameworkConfig.parse(JSON.parse(readFileSync(file, "utf8")));
  const { "content-security-policy": _, ...values } = SECURITY_HEADERS;
  const pages = config.headers
    .filter((rule) => ![EVERYTHING, ARTICLES, SEARCHED, EDITOR].includes(rule.for))
    .map(({ values, ...rule }) => ({
      ...rule,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, name === CSP ? withoutFraming(value) : value]),
      ),
    }));
  // Where other sites say that they link to an article (W3C Webmention); the page's own link says the same.
  const mentions = { Link: `<${API.webmentions}>; rel="webmention"` };
  // As the adapter says it of scripts, which are named by what they say too.
  const kept = { "Cache-Control": "public, max-age=31536000, immutable" };
  const editor = hasEditor ? [{ for: EDITOR, values: EDITOR_HEADERS }] : [];
  config.headers = [
    { for: EVERYTHING, values },
    { for: ARTICLES, values: mentions },
    { for: SEARCHED, values: kept },
    ...pages,
    ...editor,
  ];
  writeFileSync(file, JSON.stringify(config));
}

/** The platform takes the first rule that fits. */
export function addQueryRedirects(root: string): void {
  const lines = queryRedirects(join(root, "content"), spanishDay());
  if (lines.length > 0) prepend(join(root, "dist", "_redirects"), lines);
}

function prepend(file: string, lines: readonly string[]): void {
  const written = existsSync(file) ? readFileSync(file, "utf8") : "";
  writeFileSync(file, `${lines.join("\n")}\n${written}`);
}

/** What is left to do once the pages and the functions are there: the web editor, redirects by query and headers. */
export async function finishSite(root: string): Promise<void> {
  const repository = editorRepository(process.env);
  if (repository)
    await buildEditor(join(root, "dist", EDITOR_PATH), repository, process.env["SITE_URL"] || SITE.url);
  addQueryRedirects(root);
  addSecurityHeaders(root, repository !== null);
}
