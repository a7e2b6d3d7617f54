import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startBuiltSite } from "./built-site.ts";
import { installApart } from "./installed-apart.ts";
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
 * A server with 230 packages, one of which downloads a list of certificates while it is being installed. Here nothing of it is run but
 * what judges; the list of preloaded hosts that it would download is left empty, which gives nobody credit.
 */
function install(root: string): string {
  return installApart(root, { name: PACKAGE, version: VERSION }, (folder) => {
    writeFileSync(join(folder, "node_modules", PACKAGE, "conf", "hsts-preload.json"), "{}\n");
  });
}
