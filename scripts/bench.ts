import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { measureBoard } from "./bench/board.ts";
import { measureBuild } from "./bench/build-time.ts";
import { measureBytes } from "./bench/bytes.ts";
import { measureCosts } from "./bench/costs.ts";
import { measureDay } from "./bench/day.ts";
import { measureDesk } from "./bench/desk.ts";
import { measureFunctions } from "./bench/functions.ts";
import { measureLighthouse } from "./bench/lighthouse.ts";
import { isWithinBar, report, type Figure } from "./bench/report.ts";
import { measureObservatory } from "./bench/observatory.ts";
import { measureRequests } from "./bench/requests.ts";
import { measureWrites } from "./bench/writes.ts";
import { measureRivals } from "./bench/rivals.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const PARTS: Readonly<Record<string, (root: string) => Figure[] | Promise<Figure[]>>> = {
  functions: measureFunctions,
  requests: measureRequests,
  rivals: measureRivals,
  day: measureDay,
  desk: measureDesk,
  board: measureBoard,
  writes: measureWrites,
  costs: measureCosts,
  bytes: measureBytes,
  build: measureBuild,
  lighthouse: measureLighthouse,
  observatory: measureObservatory,
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`No conozco ${unknown.join(", ")}. Partes: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.error(`Mido: ${name}…`);
  figures.push(...(await measure(ROOT)));
}
const cores = cpus();
report(ROOT, figures, {
  node: process.versions.node,
  machine: `${cores.length} × ${cores[0]?.model ?? "?"}`,
  at: new Date().toISOString(),
});
const missed = figures.filter((figure) => isWithinBar(figure) === false);
if (missed.length > 0)
  console.log(`\nFuera de su tope: ${missed.map(({ part, name }) => `${part}, ${name}`).join("; ")}`);
