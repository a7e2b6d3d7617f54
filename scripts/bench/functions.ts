import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipFunctions } from "@netlify/zip-it-and-ship-it";
import { favourForm } from "../../tests/support/host/local-host.ts";
import { ARTICLE, requireBuild } from "./built-site.ts";
import { openDeployedStore } from "./deployed-store.ts";
import { median, type Figure } from "./report.ts";

const RUNS = 15;
/** Import + first answer ÷ that of the empty function. What readable code needs may take it up to 3, where it is told. */
const BAR_RATIO = 2.2;
const CALL = fileURLToPath(new URL("call-function.mjs", import.meta.url));

/** The first request of each: one that reads the store or commits to it. What is not listed gets a GET of its path. */
const REQUESTS: Readonly<Record<string, { path: string; body?: object }>> = {
  jobs: {
    path: "/api/jobs",
    body: favourForm("Subir una estantería a un segundo piso"),
  },
  job: { path: "/api/jobs/aaaaaaaaaaaaaaaaaaaa" },
  offers: {
    path: "/api/jobs/aaaaaaaaaaaaaaaaaaaa/offers",
    body: { message: "Yo te ayudo encantado.", name: "Luis", email: "luis@example.org", consent: "on" },
  },
  comments: {
    path: "/api/comments",
    body: {
      article: ARTICLE,
      text: "Muy útil, gracias.",
      name: "Ana",
      email: "ana@example.org",
    },
  },
  "comment-preview": { path: "/api/comments/preview", body: { text: "Muy *útil*, gracias." } },
  contact: {
    path: "/api/contact",
    body: { name: "Ana", email: "ana@example.org", subject: "duda", message: "¿Cómo funciona el tablón?" },
  },
  links: { path: "/api/links/aaaaaaaaaaaaaaaaaaaaAAAA", body: { action: "confirm" } },
  ssr: { path: "/favores/" },
};

/** Import + first answer of each function in a fresh process, packed as deployed, against an empty one packed the same way. */
export async function measureFunctions(root: string): Promise<Figure[]> {
  requireBuild(root);
  const folder = mkdtempSync(join(tmpdir(), "makethejobs-packed-"));
  const store = await openDeployedStore();
  try {
    const empty = join(folder, "source");
    mkdirSync(empty);
    writeFileSync(
      join(empty, "empty.mjs"),
      'export default async () => new Response("");\nexport const config = { path: "/" };\n',
    );
    const sources = [join(root, "build", "functions"), join(root, ".netlify", "v1", "functions"), empty];
    const packed = await zipFunctions(sources, join(folder, "packed"), {
      archiveFormat: "none",
      basePath: root,
      config: { "*": { nodeBundler: "nft" } },
    });
    const times = new Map(packed.map(({ name }) => [name, [] as number[]]));
    // One run of each after the other, so that a slow moment of the machine hits all of them alike.
    for (let run = 0; run <= RUNS; run += 1) {
      for (const { name, path } of packed) {
        await store.clear();
        const taken = callOnce(path, name, store.env);
        // The first run warms the disk's cache.
        if (run > 0) times.get(name)?.push(taken);
      }
    }
    const base = median(times.get("empty") ?? []);
    return [...times]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([name, own]) => figuresOf(name, median(own), base));
  } finally {
    await store.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function figuresOf(name: string, taken: number, base: number): Figure[] {
  const part = "funciones";
  if (name === "empty")
    return [{ part, name: "vacía: importar + primera respuesta", value: taken, unit: "ms" }];
  const ratio: Figure = { part, name: `${name}: veces lo que la vacía`, value: taken / base, unit: "×" };
  // The function that renders the on-demand pages is Astro's own; its figure is reported without a bar.
  return [name === "ssr" ? ratio : { ...ratio, bar: BAR_RATIO }];
}

function callOnce(folder: string, name: string, env: Readonly<Record<string, string>>): number {
  // Netlify's start code names the file that it loads.
  const entryPoint = readFileSync(join(folder, "___netlify-entry-point.mjs"), "utf8");
  const [, file = ""] = /getLambdaHandler\('([^']+)'\)/.exec(entryPoint) ?? [];
  const { path = `/api/${name}`, body } = REQUESTS[name] ?? {};
  const args = [CALL, folder, file, path, body ? JSON.stringify(body) : ""];
  const output = execFileSync(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    env: { PATH: process.env["PATH"], ...env },
    encoding: "utf8",
  });
  return Number(output.trim().split("\n").pop());
}
