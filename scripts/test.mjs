// `npm test`: on a fresh clone installs, builds and runs every test. What follows `--` goes to Vitest.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuilt, writeManifest } from "./launch/build.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { environmentFor, findNode } from "./launch/node.mjs";
import { runForeground, runStep, StepFailed } from "./launch/steps.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** What would make the tests write to somebody's real store or send real mail. */
const OUTSIDE = [
  "UPSTASH_REDIS_REST_URL",
  "UPSTASH_REDIS_REST_TOKEN",
  "RESEND_API_KEY",
  "BUILD_HOOK_URL",
  "SITE_URL",
];

async function test() {
  const node = findNode();
  const env = Object.fromEntries(
    Object.entries(environmentFor(node)).filter(([name]) => !OUTSIDE.includes(name)),
  );
  await ensureInstalled(ROOT, env);
  await writeManifest(ROOT, node, env);
  // An empty store: the pages that the tests look at carry nobody's comments.
  const data = join(ROOT, ".cache", "test-data");
  rmSync(data, { recursive: true, force: true });
  // What the last run compiled: that of copies of the project, each in a folder of its own, would pile up.
  rmSync(join(ROOT, ".cache", "compiled"), { recursive: true, force: true });
  await ensureBuilt(ROOT, node, { ...env, DATA_DIR: data });
  const variables = await runStep("Preparo el navegador", node, ["scripts/launch/browser.mjs"], {
    cwd: ROOT,
    env,
  });
  const vitest = ["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)];
  return runForeground(node, vitest, { cwd: ROOT, env: { ...env, ...parseVariables(variables) } });
}

/** @param {string} lines `NAME=value`, one a line */
function parseVariables(lines) {
  return Object.fromEntries(
    lines
      .split("\n")
      .filter((line) => line.includes("="))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}

test().then(
  (code) => process.exit(code),
  (/** @type {unknown} */ error) => {
    if (!(error instanceof StepFailed)) console.error(error);
    process.exit(error instanceof StepFailed ? error.exitCode : 1);
  },
);
