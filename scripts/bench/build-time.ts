import { spawnSync } from "node:child_process";
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { makeBareSite } from "./bare-site.ts";
import { copyProject } from "./copy-of-project.ts";
import type { Figure } from "./report.ts";

/** How many articles: `BUILD_SIZES=1000,2000` for others. `BUILD_WAYS=limpia` builds once only, from nothing: thousands of articles take long. */
const DEFAULT_SIZES = "200";
const TIMEOUT_MS = 30 * 60_000;
/** At most so many times what bare Astro takes for the same articles and the same change. */
const BARS = { limpia: 3, "tarjetas guardadas": 1.8, "un artículo cambiado": 1.2 } as const;
const MOST_MEMORY_MB = 3072;

type Way = keyof typeof BARS;

/** What one build took. `cpu`: of all its threads, which says more than the clock on a machine with other work. */
interface Taken {
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
}

const Usage = z.object({ cpu: z.number(), memory: z.number() });

/** Builds of a copy of the project with that many articles more beside a bare Astro site of the same articles. */
export function measureBuild(root: string): Figure[] {
  const sizes = (process.env["BUILD_SIZES"] ?? DEFAULT_SIZES).split(",").map(Number);
  return sizes.flatMap((size) => measureSize(root, size));
}

function measureSize(root: string, size: number): Figure[] {
  const copy = copyProject(root);
  const bare = makeBareSite(root);
  try {
    const articles = join(copy.root, "content", "articles");
    generateArticles(articles, size);
    bare.take(articles);
    const own = (): Taken => timed(copy.root, ["npm", "run", "--silent", "build"]);
    const plain = (): Taken => timed(bare.root, ["npx", "--no-install", "astro", "build"]);
    const clean = [own(), plain()] as const;
    const files = figure(`${size} artículos: archivos`, filesIn(join(copy.root, "dist")), "");
    if (process.env["BUILD_WAYS"] === ("limpia" satisfies Way)) {
      return [...ratios(size, "limpia", ...clean), mostMemory(size, clean[0]), files];
    }
    const warm = [own(), clean[1]] as const;
    appendFileSync(join(articles, "generado-1.mdx"), "\nUna frase más.\n");
    bare.take(articles);
    const changed = [own(), plain()] as const;
    return [
      ...ratios(size, "limpia", ...clean),
      ...ratios(size, "tarjetas guardadas", ...warm),
      ...ratios(size, "un artículo cambiado", ...changed),
      mostMemory(size, clean[0], warm[0], changed[0]),
      files,
    ];
  } finally {
    copy.remove();
    bare.remove();
  }
}

function ratios(size: number, way: Way, own: Taken, plain: Taken): Figure[] {
  const name = `${size} artículos, ${way}`;
  return [
    figure(name, own.seconds, "s"),
    figure(`${name}: Astro a secas`, plain.seconds, "s"),
    figure(`${name}: veces el reloj de Astro a secas`, own.seconds / plain.seconds, "×", BARS[way]),
    figure(`${name}: veces su procesador`, own.cpu / plain.cpu, "×"),
  ];
}

function mostMemory(size: number, ...builds: readonly Taken[]): Figure {
  const most = Math.max(...builds.map(({ memory }) => memory));
  return figure(`${size} artículos: memoria`, most, "MB", MOST_MEMORY_MB);
}

function figure(name: string, value: number, unit: string, bar?: number): Figure {
  return { part: "construcción", name, value, unit, ...(bar !== undefined && { bar }) };
}

function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

/** Runs a command in a folder; each of its Node processes writes at its end what it used. */
function timed(cwd: string, [command = "", ...args]: readonly string[]): Taken {
  const usage = join(cwd, "node_modules", ".usage");
  rmSync(usage, { force: true });
  const startedAt = performance.now();
  const { status } = spawnSync(command, args, {
    cwd,
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      DATA_DIR: join(cwd, ".data"),
      NODE_OPTIONS: `--import ${new URL("tell-usage.mjs", import.meta.url).href}`,
      USAGE_FILE: usage,
    },
    stdio: ["ignore", "ignore", "inherit"],
    timeout: TIMEOUT_MS,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status ?? "no status"}`);
  const seconds = (performance.now() - startedAt) / 1000;
  const processes = readFileSync(usage, "utf8")
    .trim()
    .split("\n")
    .map((line) => Usage.parse(JSON.parse(line)));
  return {
    seconds,
    cpu: processes.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...processes.map(({ memory }) => memory)),
  };
}

/** Articles of the words of those that exist. */
function generateArticles(folder: string, count: number): void {
  const originals = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  for (let n = 1; n <= count; n += 1) {
    const original = originals[n % originals.length] ?? "";
    const day = new Date(Date.UTC(2024, 0, 1 + (n % 700))).toISOString().slice(0, 10);
    const text = original
      .replace(/^title: .*$/m, `title: "Artículo generado ${n}"`)
      .replace(/^publishedAt: .*$/m, `publishedAt: ${day}`)
      .replace(/^updatedAt: .*\n/m, "")
      // An address can be the old one of one article only.
      .replace(/^aliases:.*\n(?: +- .*\n)*/m, "");
    writeFileSync(join(folder, `generado-${n}.mdx`), text);
  }
}
