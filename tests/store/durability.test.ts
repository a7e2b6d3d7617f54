import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore } from "../../src/store/store.ts";
import { idOf, NOW } from "../support/builders/records.ts";

const folder = mkdtempSync(join(tmpdir(), "store-durability-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** `npm run test:long` kills many more. */
const IS_LONG = process.env["npm_lifecycle_event"] === "test:long";
const KILLS = IS_LONG ? 500 : 20;
const TIMEOUT = (IS_LONG ? 4 * 3600 : 240) * 1000;
/** In each child; what they write at the same moment goes to the disk together. */
const WRITERS = 4;
/** Numbers that one child may use up. */
const ROOM = 10_000;

/** Starts a child that commits, and ends it without warning after a few acknowledged commits; the numbers it acknowledged. */
async function commitsUntilKilled(file: string, first: number, killAfter: number): Promise<number[]> {
  const child = start("durability-child.ts", file, String(first), String(WRITERS));
  const acknowledged: number[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    acknowledged.push(Number(line));
    // Some are killed between two commits, some in the middle of one.
    if (acknowledged.length === killAfter) setTimeout(() => child.kill("SIGKILL"), first % 5);
  });
  await once(child, "close");
  return acknowledged;
}

function start(script: string, ...args: string[]): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, ["--no-warnings", path, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  return child;
}

it(
  `every acknowledged commit is there, whole, after ${KILLS} times SIGKILL`,
  async () => {
    const file = join(folder, "store.sqlite");
    const acknowledged: number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const numbers = await commitsUntilKilled(file, 1 + kill * ROOM + kill, 1 + (kill % 7));
      expect(numbers.length).toBeGreaterThan(0);
      acknowledged.push(...numbers);
    }
    const client = createEmbeddedClient(file);
    const store = createStore(client, "embedded");
    const ids = acknowledged.map(idOf);
    const records = await store.readMany("job", ids);
    expect(records.map((record) => record?.id)).toEqual(ids);
    // State, indexes and mails went in together: what is stored beyond the acknowledged is at most the last commit of each writer.
    const { total } = await store.board({ order: "newest", page: 1 }, NOW);
    const due = await store.dueMails(NOW, KILLS * ROOM);
    expect(total).toBe(due.length);
    expect(total - acknowledged.length).toBeGreaterThanOrEqual(0);
    expect(total - acknowledged.length).toBeLessThanOrEqual(KILLS * WRITERS);
    const everyMail = new Set(due);
    expect(acknowledged.filter((n) => !everyMail.has(`confirmJob/${idOf(n)}/1`))).toEqual([]);
    client.close();
  },
  TIMEOUT,
);
