import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "./steps.mjs";

/** Everything that the built site is made from. */
const SOURCES = [
  "content",
  "public",
  "src",
  "netlify",
  "scripts/manifest.ts",
  "scripts/aliases.ts",
  "scripts/edit",
  "scripts/editor",
  "scripts/bundle-functions.ts",
  "scripts/trim-pages.ts",
  "scripts/trim",
  "astro.config.mjs",
  "netlify.toml",
  "package-lock.json",
  "tsconfig.json",
];
const GENERATED = join("src", "generated");
/** Where the build leaves the site; without it a stamp means nothing. */
const BUILT = [
  "dist",
  join("build", "functions"),
  join(".netlify", "v1", "config.json"),
  // Astro empties this folder whenever it reads its configuration, also for `astro check`.
  join(".netlify", "v1", "functions", "ssr", "ssr.mjs"),
];
const STAMP_FILE = join(".cache", "build-stamp");
/** What else the pages are made from: their own address, the owner's data, the store whose comments are baked in. */
const VARIABLES = [
  "SITE_URL",
  "UPSTASH_REDIS_REST_URL",
  "DATA_DIR",
  "OWNER_NAME",
  "OWNER_NIF",
  "OWNER_ADDRESS",
  "SHOW_DRAFTS",
  "EDITOR",
  "EDITOR_REPO",
  "EDITOR_BRANCH",
];

/**
 * Builds the site when something that it is made from has changed since the last time.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureBuilt(root, node, env) {
  const stamp = sourceStamp(root, env);
  const stampFile = join(root, STAMP_FILE);
  const upToDate =
    existsSync(stampFile) &&
    readFileSync(stampFile, "utf8") === stamp &&
    BUILT.every((path) => existsSync(join(root, path)));
  if (upToDate) return;
  const astro = ["node_modules/astro/bin/astro.mjs", "build"];
  await runStep("Construyo las páginas y las funciones", node, astro, { cwd: root, env });
  mkdirSync(join(root, ".cache"), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/**
 * The list of articles that functions and rules know, made from their front matter.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 */
export async function writeManifest(root, node, env) {
  await runStep("Leo los artículos", node, ["scripts/manifest.ts"], { cwd: root, env });
}

/**
 * A fingerprint of names, sizes and times of the sources, and of the day, as articles with a date appear by themselves.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export function sourceStamp(root, env) {
  const hash = createHash("sha256");
  for (const source of SOURCES) addToHash(hash, root, source);
  for (const name of VARIABLES) hash.update(`${name}=${env[name] ?? ""}\n`);
  hash.update(new Date().toLocaleDateString("en-CA", { timeZone: "Europe/Madrid" }));
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addToHash(hash, root, path) {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats || path === GENERATED) return;
  if (!stats.isDirectory()) {
    hash.update(`${path} ${stats.size} ${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) addToHash(hash, root, join(path, name));
}
