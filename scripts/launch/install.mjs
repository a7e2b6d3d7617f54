import { lstatSync, statSync } from "node:fs";
import { join } from "node:path";
import { runStep } from "./steps.mjs";

/**
 * Installs exactly what the lockfile says, when nothing is installed or the lockfile is newer.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export async function ensureInstalled(root, env) {
  if (!needsInstall(root)) return;
  const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
  await runStep("Instalo las dependencias; la primera vez tarda un par de minutos", "npm", args, {
    cwd: root,
    env,
  });
}

/** @param {string} root */
export function needsInstall(root) {
  const modules = join(root, "node_modules");
  const folder = lstatSync(modules, { throwIfNoEntry: false });
  // A link leads to a folder that belongs to another copy; `npm ci` would empty it.
  if (folder?.isSymbolicLink()) return false;
  const installed = statSync(join(modules, ".package-lock.json"), { throwIfNoEntry: false });
  const wanted = statSync(join(root, "package-lock.json"));
  return !installed || installed.mtimeMs < wanted.mtimeMs;
}
