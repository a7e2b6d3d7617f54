import { execFileSync } from "node:child_process";
import { dirname, delimiter } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * The versions that everything we install runs on (`engines` in package.json), oldest of each line. Astro 7 alone would be
 * content with 22.12. This file itself has to run on Node 18, so it is plain JavaScript without anything newer.
 */
const OLDEST_OF_LINE = { 22: [22, 3], 24: [16, 0] };
const EVERY_FROM = 26;
const NODE_FROM_NPM = "node@24";

/** @param {string} version such as `20.20.2` */
export function isRecentEnough(version) {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (major >= EVERY_FROM) return true;
  const oldest = major === 22 || major === 24 ? OLDEST_OF_LINE[major] : undefined;
  if (!oldest) return false;
  const [oldestMinor = 0, oldestPatch = 0] = oldest;
  return minor > oldestMinor || (minor === oldestMinor && patch >= oldestPatch);
}

/**
 * The Node to run everything with: this one, or a newer one that npm keeps in its cache (the npm package `node`).
 * @returns {string} path of the executable
 */
export function findNode() {
  if (isRecentEnough(process.versions.node)) return process.execPath;
  console.log(`Tienes Node ${process.versions.node} y la web necesita otra versión. Uso Node 24 desde npm…`);
  // What npm tells the scripts it runs (`npm_config_*`) would also tell the npx inside.
  const answer = execFileSync(
    "npx",
    ["--yes", "--prefer-offline", "--loglevel=error", "-p", NODE_FROM_NPM, "-c", "node -p process.execPath"],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], shell: process.platform === "win32" },
  );
  return answer.trim().split("\n").pop() ?? "";
}

/**
 * The environment in which npm, Astro and Vitest find that Node first.
 * @param {string} node
 * @param {Record<string, string>} [more]
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(node, more = {}) {
  const options = (process.env.NODE_OPTIONS ?? "").split(" ").filter(Boolean);
  // `node:sqlite` and running TypeScript are called experimental by some of these versions.
  const quiet = "--disable-warning=ExperimentalWarning";
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    NODE_OPTIONS: [...options.filter((option) => option !== quiet), quiet].join(" "),
    ASTRO_TELEMETRY_DISABLED: "1",
    ...more,
  };
}

// `node scripts/launch/node.mjs` prints the path, for shell scripts.
if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { log } = console;
  console.log = console.error;
  const node = findNode();
  log(node);
}
