import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A copy of what is (or would be) committed, with the same packages linked in one by one: what a build keeps below
 * `node_modules` (Astro's and Vite's caches) stays in the copy.
 */
export function copyProject(root: string): { readonly root: string; remove(): void } {
  const copy = mkdtempSync(join(tmpdir(), "makethejobs-copy-"));
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 } as const;
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    options,
  );
  for (const path of new Set(listed.split("\0"))) {
    if (path !== "" && existsSync(join(root, path))) {
      cpSync(join(root, path), join(copy, path), { preserveTimestamps: true });
    }
  }
  const packages = join(root, "node_modules");
  mkdirSync(join(copy, "node_modules"));
  for (const name of readdirSync(packages)) {
    if (/^\.(bin$|package-lock)/.test(name) || !name.startsWith(".")) {
      symlinkSync(join(packages, name), join(copy, "node_modules", name));
    }
  }
  return { root: copy, remove: () => rmSync(copy, { recursive: true, force: true }) };
}
