import { createReadStream, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import * as z from "zod/mini";
import { KeptKey } from "../src/store/copy.ts";

const FORMAT = 1;
const OWNER_ONLY = 0o600;

const Head = z.object({
  makethejobs: z.literal("data"),
  format: z.literal(FORMAT),
  exportedAt: z.string(),
  /** Says whether two machines have the same `SECRET_KEY`, and nothing about it. */
  secret: z.string(),
});
export type Head = z.infer<typeof Head>;
const Foot = z.object({ end: z.int() });

/** A file that isn't one of ours, or not whole. Its message is for who runs the command. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";
}

/**
 * Writes a new file that only its owner may read: a head, one line of JSON for each key, and how many there are. A file that is there
 * already stays as it is, and one that could not be finished is taken away.
 */
export async function writeDataFile(
  file: string,
  about: Pick<Head, "exportedAt" | "secret">,
  keys: AsyncIterable<KeptKey>,
): Promise<number> {
  const handle = await open(file, "wx", OWNER_ONLY);
  try {
    let count = 0;
    await handle.write(lineOf({ makethejobs: "data", format: FORMAT, ...about }));
    for await (const kept of keys) {
      await handle.write(lineOf(kept));
      count += 1;
    }
    await handle.write(lineOf({ end: count }));
    await handle.sync();
    return count;
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Readers of lines break them at U+2028 and U+2029 too, which JSON leaves as they are. */
function lineOf(value: object): string {
  const json = JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  return `${json}\n`;
}

/** The head of a whole file and how many keys it has. @throws UnreadableFile */
export async function checkDataFile(file: string): Promise<{ readonly head: Head; readonly keys: number }> {
  let keys = 0;
  for await (const _ of readDataFile(file)) keys += 1;
  for await (const line of linesOf(file)) return { head: z.parse(Head, JSON.parse(line)), keys };
  throw new UnreadableFile("El fichero está vacío.");
}

/** The keys of a file. What is wrong with it is found where it stands: `checkDataFile` first. @throws UnreadableFile */
export async function* readDataFile(file: string): AsyncGenerator<KeptKey> {
  let place = 0;
  let keys = 0;
  let isWhole = false;
  for await (const line of linesOf(file)) {
    place += 1;
    const value = jsonOf(line, place);
    if (place === 1) {
      if (!z.safeParse(Head, value).success) {
        throw new UnreadableFile("No es una copia de Makethejobs, o es de una versión que no conocemos.");
      }
      continue;
    }
    const foot = z.safeParse(Foot, value);
    const kept = z.safeParse(KeptKey, value);
    if (isWhole || (!foot.success && !kept.success)) {
      throw new UnreadableFile(`La línea ${place} no se entiende.`);
    }
    if (foot.success) isWhole = foot.data.end === keys;
    else if (kept.success) {
      keys += 1;
      yield kept.data;
    }
  }
  if (!isWhole) throw new UnreadableFile("La copia no está entera: le falta el final.");
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity });
}

function jsonOf(line: string, place: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new UnreadableFile(`La línea ${place} no se entiende: ¿se cortó la copia?`);
  }
}
