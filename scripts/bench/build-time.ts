import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyProject } from "./copy-of-project.ts";
import type { Figure } from "./report.ts";

const ARTICLES = [100, 1000];
const TIMEOUT_MS = 15 * 60_000;

/** A clean build of a copy of the project with that many articles more, made from the text of those that exist. */
export function measureBuild(root: string): Figure[] {
  return ARTICLES.map((articles) => {
    const copy = copyProject(root);
    try {
      generateArticles(join(copy.root, "content", "articles"), articles);
      const startedAt = performance.now();
      execFileSync("npm", ["run", "--silent", "build"], {
        cwd: copy.root,
        env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", DATA_DIR: join(copy.root, ".data") },
        stdio: ["ignore", "ignore", "inherit"],
        timeout: TIMEOUT_MS,
      });
      const seconds = (performance.now() - startedAt) / 1000;
      const pages = readdirSync(join(copy.root, "dist"), { recursive: true }).filter((file) =>
        String(file).endsWith(".html"),
      );
      return [
        { part: "construcción", name: `${articles} artículos generados`, value: seconds, unit: "s" },
        {
          part: "construcción",
          name: `${articles} artículos generados: páginas`,
          value: pages.length,
          unit: "",
        },
      ];
    } finally {
      copy.remove();
    }
  }).flat();
}

function generateArticles(folder: string, count: number): void {
  const originals = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  for (let n = 1; n <= count; n += 1) {
    const original = originals[n % originals.length] ?? "";
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const text = original
      .replace(/^title: .*$/m, `title: "Artículo generado ${n}"`)
      .replace(/^publishedAt: .*$/m, `publishedAt: ${day}`)
      .replace(/^updatedAt: .*\n/m, "")
      .replace(/^aliases: .*\n/m, "");
    writeFileSync(join(folder, `generado-${n}.mdx`), text);
  }
}
