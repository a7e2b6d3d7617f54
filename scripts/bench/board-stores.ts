import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DAY } from "../../src/domain/kernel/time.ts";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import { createUpstashClient } from "../../src/store/redis/upstash.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { decision, idOf, job, mail, newJob, NOW } from "../../tests/support/builders/records.ts";
import { hasRedisServer, startRestServer, TOKEN } from "../../tests/support/host/redis-server.ts";
import { fillFile } from "./fill-file.ts";

export const AT_ONCE = 100;
/** Filling takes longer than a visitor would wait. */
const PATIENT_MS = 60_000;
/** Publishings before anything is measured. */
const SETTLING = 40;
const ERRANDS = [
  "Pasear al perro",
  "Subir un sofá",
  "Traducir una carta",
  "Arreglar la bici",
  "Clases de guitarra",
];
/** Few, so that a page of each is full among a hundred favours too. */
const FEW = 4;

interface Transport {
  readonly name: string;
  open(): Promise<{ store: RedisStore; fill(count: number): Promise<void>; close(): Promise<void> }>;
}

export function transports(): Transport[] {
  const embedded: Transport = {
    name: "embebido",
    open() {
      const folder = mkdtempSync(join(tmpdir(), "makethejobs-board-"));
      const file = join(folder, "store.sqlite");
      const client = createEmbeddedClient(file);
      const store = createStore(client, "embedded");
      return Promise.resolve({
        store,
        async fill(count: number) {
          fillFile(file, listed(count), NOW);
          // The first to be published part pages that the filling left fuller than growing does.
          for (let n = 0; n < SETTLING; n += 1) await store.commit(published(2_000_000 + n), NOW);
        },
        close() {
          client.close();
          rmSync(folder, { recursive: true, force: true });
          return Promise.resolve();
        },
      });
    },
  };
  if (!hasRedisServer()) return [embedded];
  return [
    embedded,
    {
      name: "REST",
      async open() {
        const server = await startRestServer();
        const store = createStore(createUpstashClient(server.url, TOKEN, PATIENT_MS), "upstash");
        return {
          store,
          fill: (count) => fill(store, count),
          close: () => server.stop(),
        };
      },
    },
  ];
}

async function fill(store: RedisStore, count: number): Promise<void> {
  for (let at = 0; at < count; at += AT_ONCE) {
    const changes = Array.from({ length: Math.min(AT_ONCE, count - at) }, (_, n) => newJob(favour(at + n)));
    await store.commit(decision({ changes }), NOW);
  }
}

function* listed(count: number) {
  for (let n = 0; n < count; n += 1) yield decision({ changes: [newJob(favour(n))] });
}

export function published(n: number) {
  return decision({ changes: [newJob(favour(n))], mails: [mail(n)] });
}

function favour(n: number) {
  return job({
    id: idOf(n + 1),
    title: `${ERRANDS[n % ERRANDS.length] ?? ""}, el número ${String(n)}`,
    category: CATEGORIES[n % FEW] ?? CATEGORIES[0],
    place: PLACES[n % FEW] ?? "remoto",
    reward: { kind: "money", amountCents: 500 + (n % 9000), text: null },
    publishedAt: NOW - DAY - n * 10,
    expiresAt: NOW + 29 * DAY - n * 10,
  });
}
