// `npm run data:export -- file` and `npm run data:import -- file`: the whole store as a file, and back, on either transport.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { getServices, openClient } from "../src/services.ts";
import { isEmptyStore, type KeptKey, keptKeys, restoreKeys } from "../src/store/copy.ts";
import type { RedisClient } from "../src/store/redis/client.ts";
import { loadEnvFile } from "./launch/env-file.mjs";
import { readComments } from "./import/comments-file.ts";
import { addImportedComments } from "./import/imported-comments.ts";
import { checkDataFile, readDataFile, UnreadableFile, writeDataFile } from "./data-file.ts";

/** Keys between two lines that say how far it is. */
const SAID_EVERY = 1000;
/** Keys that are written together. */
const KEYS_AT_ONCE = 50;

const USAGE = `Uso:
  npm run data:export -- copia.jsonl             guarda todo el almacén en un fichero nuevo
  npm run data:import -- copia.jsonl             lo vuelve a poner en un almacén vacío
  npm run data:import -- copia.jsonl --encima    … en uno que ya tiene datos: lo del fichero sustituye a lo que se llame igual
  npm run data:import -- comentarios.jsonl       añade los comentarios que escribió «npm run importar»; los que ya estén se quedan como están`;

/** Something that whoever runs the command can mend. */
class Refusal extends Error {}

async function* told(keys: AsyncIterable<KeptKey>, of: string): AsyncGenerator<KeptKey> {
  let count = 0;
  for await (const kept of keys) {
    yield kept;
    count += 1;
    if (count % SAID_EVERY === 0) console.log(`  ${count}${of} claves…`);
  }
}

async function exportTo(file: string, redis: RedisClient, secret: string): Promise<void> {
  const exportedAt = new Date().toISOString();
  const count = await writeDataFile(file, { exportedAt, secret }, told(keptKeys(redis, Date.now), ""));
  console.log(`Guardadas ${count} claves en ${file}. Solo tú puedes leerlo: contiene datos personales.
Guarda aparte SECRET_KEY (o .data/secret): sin ella no se abrirá ningún enlace de los que hay en los correos.`);
}

async function importFrom(
  file: string,
  redis: RedisClient,
  secret: string,
  { onTop }: { readonly onTop: boolean },
): Promise<void> {
  const { head, keys } = await checkDataFile(file);
  if (!onTop && !(await isEmptyStore(redis))) {
    throw new Refusal(
      "El almacén no está vacío y no se ha tocado. Si quieres escribir encima de lo que hay, añade «--encima».",
    );
  }
  if (head.secret !== secret) {
    console.log(`Atención: la copia se hizo con otra SECRET_KEY. Los enlaces de los correos no se abrirán y nadie será reconocido
por su dirección hasta que pongas aquí la misma (y SECRET_KEY_OLD, si la había).`);
  }
  let waiting: KeptKey[] = [];
  let written = 0;
  const write = async (): Promise<void> => {
    written += await restoreKeys(redis, waiting, Date.now());
    waiting = [];
  };
  for await (const kept of told(readDataFile(file), ` de ${keys}`)) {
    waiting.push(kept);
    if (waiting.length === KEYS_AT_ONCE) await write();
  }
  await write();
  const gone = keys - written;
  console.log(
    `Puestas ${written} claves de la copia del ${head.exportedAt}.${gone > 0 ? ` Otras ${gone} habían caducado.` : ""}`,
  );
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { encima: { type: "boolean", default: false } },
  });
  const [what, file, ...rest] = positionals;
  if ((what !== "export" && what !== "import") || file === undefined || rest.length > 0)
    throw new Refusal(USAGE);

  loadEnvFile(join(fileURLToPath(new URL("..", import.meta.url)), ".env"));
  const { env } = process;
  const { client, kind, reason } = await openClient(env, readConfig(env));
  if (kind === "none") throw new Refusal(`No hay almacén: ${reason ?? ""}`);
  if (kind === "upstash" && !env["SECRET_KEY"]) {
    throw new Refusal("Falta SECRET_KEY: pon la misma que tiene la web, para saber si la copia es de ella.");
  }
  const services = await getServices();
  const secret = services.signer.formKey(["data"]);
  console.log(
    kind === "upstash" ? "Almacén: Upstash." : `Almacén: ${join(readConfig(env).dataDir, "store.sqlite")}.`,
  );
  const comments = what === "import" ? await readComments(file) : null;
  if (comments !== null) {
    const added = await addImportedComments(comments, services);
    console.log(`Añadidos ${added} comentarios de ${comments.length}.`);
  } else if (what === "export") await exportTo(file, client, secret);
  else await importFrom(file, client, secret, { onTop: values.encima });
}

try {
  await run();
} catch (error) {
  if (!(error instanceof Error)) throw error;
  const code = "code" in error ? error.code : undefined;
  const known = error instanceof Refusal || error instanceof UnreadableFile;
  if (code === "EEXIST") console.error("Ese fichero ya existe y no se ha tocado: elige otro nombre.");
  else if (code === "ENOENT") console.error("No existe ese fichero o esa carpeta.");
  else console.error(known ? error.message : `No se ha podido terminar: ${error.name}: ${error.message}`);
  process.exitCode = 1;
}
