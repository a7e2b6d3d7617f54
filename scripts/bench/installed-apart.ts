import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder of the cache with one package and what it needs, for what is measured with and stays out of our dependencies. No script of
 * theirs is run while they are installed; `complete` does what one of them would have done.
 */
export function installApart(
  root: string,
  { name, version }: { readonly name: string; readonly version: string },
  complete?: (folder: string) => void,
): string {
  const folder = join(root, ".cache", `${name.split("/").at(-1) ?? name}-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", `${name}@${version}`];
    execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    complete?.(folder);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return folder;
}
