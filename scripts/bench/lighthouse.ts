import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import lighthouse, { type RunnerResult } from "lighthouse";
import { prepareBrowser } from "../launch/browser.mjs";
import { startBuiltSite } from "./built-site.ts";
import type { Figure } from "./report.ts";
import { templatePaths } from "./templates.ts";

const RUNS = 3;
const CATEGORIES = {
  performance: "rendimiento",
  accessibility: "accesibilidad",
  "best-practices": "buenas prácticas",
  seo: "SEO",
};

/** Lighthouse (as on a phone) on every template, the median of three by performance; its reports stay in `bench/lighthouse/`. */
export async function measureLighthouse(root: string): Promise<Figure[]> {
  const site = await startBuiltSite(root);
  try {
    const figures: Figure[] = [];
    for (const path of await templatePaths(site)) {
      console.error(`  ${path}`);
      const runs: RunnerResult[] = [];
      for (let run = 0; run < RUNS; run += 1) runs.push(await runOnce(site.origin + path));
      runs.sort((a, b) => score(a, "performance") - score(b, "performance"));
      const middle = runs[Math.floor(RUNS / 2)];
      if (!middle) continue;
      keepReport(root, path, middle);
      figures.push(...figuresOf(path, middle));
    }
    return figures;
  } finally {
    await site.stop();
  }
}

function figuresOf(path: string, run: RunnerResult): Figure[] {
  const part = "lighthouse";
  const { audits } = run.lhr;
  return [
    ...Object.entries(CATEGORIES)
      // Some pages are kept out of search engines on purpose.
      .filter(([id]) => id !== "seo" || audits["is-crawlable"]?.score !== 0)
      .map(([id, category]) => ({
        part,
        name: `${path}: ${category}`,
        value: score(run, id),
        unit: "",
        bar: 100,
        moreIsBetter: true,
      })),
    {
      part,
      name: `${path}: TBT`,
      value: audits["total-blocking-time"]?.numericValue ?? NaN,
      unit: "ms",
      bar: 50,
    },
    {
      part,
      name: `${path}: CLS`,
      value: audits["cumulative-layout-shift"]?.numericValue ?? NaN,
      unit: "",
      bar: 0,
    },
  ];
}

function score(run: RunnerResult, category: string): number {
  return Math.round((run.lhr.categories[category]?.score ?? 0) * 100);
}

function keepReport(root: string, path: string, run: RunnerResult): void {
  const name = path.replaceAll("/", " ").trim().replaceAll(" ", "_") || "inicio";
  const folder = join(root, "bench", "lighthouse");
  mkdirSync(folder, { recursive: true });
  const [html = "", json = ""] = [run.report].flat();
  writeFileSync(join(folder, `${name}.html`), html);
  writeFileSync(join(folder, `${name}.json`), json);
}

/** A browser of its own for each run: nothing is cached, nothing is left. */
async function runOnce(url: string): Promise<RunnerResult> {
  const profile = mkdtempSync(join(tmpdir(), "makethejobs-lighthouse-"));
  const args = ["--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank"];
  const env = { ...process.env, ...(await prepareBrowser()) };
  const browser = spawn(await chromium.executablePath(), args, { env, stdio: ["ignore", "ignore", "pipe"] });
  try {
    const port = await debuggingPort(browser);
    const run = await lighthouse(url, { port, output: ["html", "json"], logLevel: "error" });
    if (!run) throw new Error(`Lighthouse no ha podido con ${url}`);
    return run;
  } finally {
    browser.kill("SIGKILL");
    if (browser.exitCode === null && browser.signalCode === null) await once(browser, "exit");
    rmSync(profile, { recursive: true, force: true });
  }
}

function debuggingPort(browser: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = "";
    browser.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const [, port] = /DevTools listening on ws:\/\/[\d.]+:(\d+)\//.exec(output) ?? [];
      if (port !== undefined) resolve(Number(port));
    });
    browser.once("exit", () => reject(new Error(`El navegador no ha arrancado: ${output}`)));
  });
}
