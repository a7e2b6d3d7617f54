import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBuiltSite } from "./built-site.ts";
import { openObservatory } from "./observatory-judge.ts";
import type { Figure } from "./report.ts";
import { templatePaths } from "./templates.ts";

const PACKAGE = "@mdn/mdn-http-observatory";
const VERSION = "1.4.8";
const BAR = 130;

/** What MDN's HTTP Observatory says of the headers of every template. */
export async function measureObservatory(root: string): Promise<Figure[]> {
  const judge = await openObservatory(install(root), PACKAGE);
  const site = await startBuiltSite(root);
  try {
    const figures: Figure[] = [];
    for (const path of await templatePaths(site)) {
      const response = await fetch(site.origin + path);
      const headers = Object.fromEntries(response.headers);
      const { score, failed } = judge({
        path,
        status: response.status,
        headers,
        html: await response.text(),
      });
      const name = [path, ...failed].join(", no pasa ");
      figures.push({ part: "observatorio", name, value: score, unit: "", bar: BAR, moreIsBetter: true });
    }
    return figures;
  } finally {
    await site.stop();
  }
}

/**
 * It stays out of our dependencies: a server with 230 packages, one of which downloads a list of certificates while it is being
 * installed. Here nothing of it is run but what judges; the list of preloaded hosts that it would download is left empty, which
 * gives nobody credit.
 */
function install(root: string): string {
  const folder = join(root, ".cache", `observatory-${VERSION}`);
  const preloaded = join(folder, "node_modules", PACKAGE, "conf", "hsts-preload.json");
  if (!existsSync(preloaded)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
    const args = [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--silent",
      `${PACKAGE}@${VERSION}`,
    ];
    execFileSync("npm", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
    writeFileSync(preloaded, "{}\n");
  }
  return folder;
}
