import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { SECURITY_HEADERS, withoutFraming } from "../netlify/http/security-headers.ts";

/** What functions import only when they need it (the embedded store, the letters): its file by the name of the part. */
type Parts = Map<string, string>;

const PARTS_FOLDER = "parts";

/**
 * Bundles every function into one file, and what it imports only when it needs it into others beside it. Netlify's packer
 * would leave npm packages as hundreds of files, and loading those is most of a cold start; here it finds nothing left
 * to trace, and still reads `config`.
 */
export async function bundleFunctions(root: string): Promise<void> {
  const source = join(root, "netlify", "functions");
  const output = join(root, "build", "functions");
  rmSync(output, { recursive: true, force: true });
  const parts: Parts = new Map();
  const functions = readdirSync(source).filter((file) => file.endsWith(".ts"));
  await bundle(
    functions.map((file) => join(source, file)),
    output,
    [sqliteOnlyWhenUsed, partsOnlyWhenUsed(parts)],
  );
  await bundle([...parts.values()], join(output, PARTS_FOLDER), [sqliteOnlyWhenUsed]);
}

/** Each file whole in itself: what several of them share would be more files to load. */
async function bundle(entryPoints: string[], outdir: string, plugins: Plugin[]): Promise<void> {
  const { outputFiles } = await build({
    entryPoints,
    outdir,
    entryNames: "[name]",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    minifySyntax: true,
    legalComments: "none",
    plugins,
    logLevel: "warning",
    write: false,
  });
  mkdirSync(outdir, { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, text.replace(PART_IMPORT, importByUrl));
}

/**
 * What is imported only when it is needed becomes a part of its own, so that nobody parses it before that.
 */
function partsOnlyWhenUsed(parts: Parts): Plugin {
  return {
    name: "parts-only-when-used",
    setup(bundler) {
      bundler.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== "dynamic-import") return null;
        const name = basename(path, ".ts");
        parts.set(name, join(resolveDir, path));
        return { path: `./${PARTS_FOLDER}/${name}.mjs`, external: true };
      });
    },
  };
}

const PART_IMPORT = new RegExp(`import\\("(\\./${PARTS_FOLDER}/[^"]+)"\\)`, "g");

/** Netlify's packer merges whatever a function imports by name into its one file; what is named as a URL it takes along as it is. */
function importByUrl(_: string, path: string): string {
  return `import(new URL("${path}", import.meta.url).href)`;
}

/**
 * The embedded store is imported only where it is used, but a bundle lifts the imports of Node's own modules to its top:
 * every function would load SQLite at each cold start. Asked for in this way, it is loaded with the module that needs it.
 */
const sqliteOnlyWhenUsed: Plugin = {
  name: "sqlite-only-when-used",
  setup(bundler) {
    bundler.onResolve({ filter: /^node:sqlite$/ }, ({ path }) => ({ path, namespace: "builtin" }));
    bundler.onLoad({ filter: /.*/, namespace: "builtin" }, () => ({
      contents: `export const { DatabaseSync, StatementSync, backup } = process.getBuiltinModule("node:sqlite");`,
    }));
  },
};

const FrameworkConfig = z.looseObject({
  headers: z.array(z.object({ for: z.string(), values: z.record(z.string(), z.string()) })),
});

/** As the adapter spells it. */
const CSP = "Content-Security-Policy";

/**
 * Adds the security headers of static files to what the adapter wrote for the platform. Functions send the same ones
 * themselves, from the same list; only the content security policy of a static page is the page's own, with its hashes.
 */
export function addSecurityHeaders(root: string): void {
  const file = join(root, ".netlify", "v1", "config.json");
  const config = FrameworkConfig.parse(JSON.parse(readFileSync(file, "utf8")));
  const { "content-security-policy": _, ...values } = SECURITY_HEADERS;
  const pages = config.headers
    .filter((rule) => rule.for !== "/*")
    .map(({ values, ...rule }) => ({
      ...rule,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, name === CSP ? withoutFraming(value) : value]),
      ),
    }));
  config.headers = [{ for: "/*", values }, ...pages];
  writeFileSync(file, JSON.stringify(config));
}

if (import.meta.main) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  await bundleFunctions(root);
  addSecurityHeaders(root);
}
