import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Decision } from "../../src/domain/records/decision.ts";
import { commitSteps } from "../../src/store/commit.ts";
import type { WriteStep } from "../../src/store/instructions.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { makeTables } from "../../src/store/sqlite/tables.ts";
import { createStore } from "../../src/store/store.ts";
import { comment, decision, idOf, mail, newComment, NOW } from "../../tests/support/builders/records.ts";
import { median, type Figure } from "./report.ts";

const WRITERS = 16;
const ROUNDS = 120;
const TURNS = 7;
/** Of what a loop writes that knows nothing of keys, kinds and lifetimes. */
const SHARE_BAR = 0.5;

/** Comments committed to the embedded store by sixteen writers at once, beside a bare loop that puts the same rows into the same tables. */
export async function measureWrites(): Promise<Figure[]> {
  const ours: number[] = [];
  const bare: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    bare.push(await inFolder((file) => Promise.resolve(bareLoop(file))));
    ours.push(await inFolder(ourStore));
  }
  const part = "escrituras";
  const perSecond = (name: string, taken: readonly number[]): Figure => ({
    part,
    name,
    value: Math.round((ROUNDS * WRITERS) / (median(taken) / 1000)),
    unit: "por segundo",
    moreIsBetter: true,
  });
  return [
    perSecond(`comentarios, ${String(WRITERS)} a la vez`, ours),
    perSecond("las mismas filas, un bucle sin más", bare),
    {
      part,
      name: "parte de lo que escribe el bucle",
      value: median(bare.map((taken, turn) => taken / (ours[turn] ?? NaN))),
      unit: "×",
      bar: SHARE_BAR,
      moreIsBetter: true,
    },
  ];
}

function written(n: number): Decision {
  return decision({
    changes: [newComment(comment({ id: idOf(100_000 + n) }))],
    mails: [mail(100_000 + n)],
  });
}

/** In milliseconds. */
async function ourStore(file: string): Promise<number> {
  const client = createEmbeddedClient(file);
  const store = createStore(client, "embedded");
  await store.commit(written(0), NOW);
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round += 1) {
    await Promise.all(
      Array.from({ length: WRITERS }, (_, writer) =>
        store.commit(written(1 + round * WRITERS + writer), NOW),
      ),
    );
  }
  const taken = performance.now() - startedAt;
  client.close();
  return taken;
}

/** In milliseconds. */
function bareLoop(file: string): number {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  makeTables(database);
  const insert = database.prepare("INSERT INTO entry (key, kind, text) VALUES (?, ?, ?) RETURNING id");
  const add = database.prepare("INSERT INTO member (entry, member, score) VALUES (?, ?, ?)");
  const grow = database.prepare("UPDATE entry SET size = size + 1 WHERE id = ?");
  const count = database.prepare("UPDATE entry SET text = text + 1 WHERE key = ?");
  const ids = new Map<string, number>();

  function putIn(key: string, score: string, member: string): void {
    const id = ids.get(key) ?? Number(insert.get(key, "set", "")?.["id"]);
    ids.set(key, id);
    add.run(id, member, Number(score));
    grow.run(id);
  }

  function put({ name, keys: [key = "", , third = ""], args: [a = "", b = "", c = ""] }: WriteStep): void {
    if (name === "set") insert.get(key, "text", a);
    else if (name === "incr") count.run(key);
    else if (name === "zadd") putIn(key, a, b);
    else if (name === "mail") {
      insert.get(key, "text", c);
      putIn(third, a, b);
    } else throw new TypeError(`"${name}" is not what a comment writes`);
  }

  function putTogether(rows: readonly WriteStep[]): void {
    database.exec("BEGIN IMMEDIATE");
    rows.forEach(put);
    database.exec("COMMIT");
  }

  const stepsOf = (n: number): WriteStep[] => commitSteps(written(n), NOW).writes;
  const rounds = Array.from({ length: ROUNDS }, (_, round) =>
    Array.from({ length: WRITERS }, (__, writer) => stepsOf(1 + round * WRITERS + writer)).flat(),
  );
  putTogether(stepsOf(0));
  const startedAt = performance.now();
  rounds.forEach(putTogether);
  const taken = performance.now() - startedAt;
  database.close();
  return taken;
}

async function inFolder(work: (file: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "makethejobs-writes-"));
  try {
    return await work(join(folder, "store.sqlite"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
