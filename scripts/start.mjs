// `npm start`: on a fresh clone installs, builds and serves the site. Plain JavaScript, as it has to run on Node 18.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureBuilt, writeManifest } from "./launch/build.mjs";
import { loadEnvFile } from "./launch/env-file.mjs";
import { EXAMPLES_MARK } from "./launch/examples-mark.mjs";
import { ensureInstalled } from "./launch/install.mjs";
import { environmentFor, findNode } from "./launch/node.mjs";
import { runForeground, runStep, StepFailed } from "./launch/steps.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const HELP = `npm start -- [opciones]

  --port 4321         puerto en el que se sirve (o PORT)
  --host 127.0.0.1    dirección en la que se escucha (o HOST)
  --data .data        carpeta de los datos (o DATA_DIR)
  --no-build          no construye nada: sirve lo que ya está construido
  --sin-ejemplos      la primera vez, no llena el tablón con ejemplos`;

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string" },
        host: { type: "string" },
        data: { type: "string" },
        "no-build": { type: "boolean", default: false },
        "sin-ejemplos": { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const port = values.port ?? (process.env.PORT || "4321");
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Error(`El puerto «${port}» no vale.`);
    return {
      port,
      host: values.host ?? (process.env.HOST || "127.0.0.1"),
      data: resolve(ROOT, values.data ?? (process.env.DATA_DIR || ".data")),
      build: !values["no-build"],
      examples: !values["sin-ejemplos"],
      help: values.help,
    };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error(`\n${HELP}`);
    process.exit(2);
  }
}

async function start() {
  loadEnvFile(join(ROOT, ".env"));
  const options = readOptions();
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const node = findNode();
  const env = environmentFor(node, { DATA_DIR: options.data });
  await ensureInstalled(ROOT, env);
  if (options.build) await writeManifest(ROOT, node, env);
  if (options.examples && wantsExamples(options.data)) {
    await runStep("Preparo los ejemplos", node, ["scripts/examples.ts"], { cwd: ROOT, env });
  }
  if (options.build) await ensureBuilt(ROOT, node, env);
  const args = [
    "netlify/local/main.ts",
    "--port",
    options.port,
    "--host",
    options.host,
    "--data",
    options.data,
  ];
  return runForeground(node, args, { cwd: ROOT, env });
}

/**
 * The script leaves a mark when it has been through, and touches only an empty store.
 * @param {string} data
 */
function wantsExamples(data) {
  return !process.env.UPSTASH_REDIS_REST_URL && !existsSync(join(data, EXAMPLES_MARK));
}

start().then(
  (code) => process.exit(code),
  (/** @type {unknown} */ error) => {
    if (!(error instanceof StepFailed)) console.error(error);
    process.exit(error instanceof StepFailed ? error.exitCode : 1);
  },
);
