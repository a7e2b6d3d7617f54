import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { SECURITY_HEADERS } from "../netlify/http/security-headers.ts";

/**
 * Bundles every function into one file. Netlify's packer would leave npm packages as hundreds of files, and loading those
 * is most of a cold start; of one file it finds nothing left to trace, and still reads `config`.
 */
export async function bundleFunctions(root: string): Promise<void> {
  const source = join(root, "netlify", "functions");
  const output = join(root, "build", "functions");
  rmSync(output, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(source)
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(source, file)),
    outdir: output,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node22",
    minifySyntax: true,
    legalComments: "none",
    // CommonJS packages ask for Node's own modules with `require`, which a module doesn't have.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    plugins: [sqliteOnlyWhenUsed, packagesOnlyWhenUsed],
    logLevel: "warning",
  });
}

/**
 * A package that is imported only when it is needed (the mail service's) stays outside of the bundle, so that nobody
 * parses it before that. The packer finds it and takes it along.
 */
const packagesOnlyWhenUsed: Plugin = {
  name: "packages-only-when-used",
  setup(bundler) {
    bundler.onResolve({ filter: /^[^./]/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : null,
    );
  },
};

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
    .map((rule) => ({ ...rule, values: withFrameAncestors(rule.values) }));
  config.headers = [{ for: "/*", values }, ...pages];
  writeFileSync(file, JSON.stringify(config));
}

/** Browsers ignore `frame-ancestors` in a `<meta>`, so Astro doesn't take it; in a header it counts. */
function withFrameAncestors(values: Record<string, string>): Record<string, string> {
  const policy = values["Content-Security-Policy"];
  if (policy === undefined || policy.includes("frame-ancestors")) return values;
  return { ...values, "Content-Security-Policy": `${policy.replace(/;\s*$/, "")}; frame-ancestors 'none'` };
}

if (import.meta.main) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  await bundleFunctions(root);
  addSecurityHeaders(root);
}
