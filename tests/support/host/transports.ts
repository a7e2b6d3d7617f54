import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RedisClient } from "../../../src/store/redis/client.ts";
import { createEmbeddedClient, type EmbeddedClient } from "../../../src/store/sqlite/embedded.ts";
import { createStore, type RedisStore, type StoreKind } from "../../../src/store/store.ts";
import { createUpstashClient } from "../../../src/store/redis/upstash.ts";
import { type KeptStore, writeKeptFile, writeKeptRedis } from "../../kept-stores/kept-store.ts";
import { type Contents, contentsOfFile, contentsOfRedis } from "../../store/contents.ts";
import { hasRedisServer, type RestServer, startRestServer, TOKEN } from "./redis-server.ts";

/** One way to Redis, as the contract suite sees it. */
export interface Transport {
  /** A client on an empty store. */
  freshClient(): Promise<RedisClient>;
  /** A store on an empty Redis. */
  freshStore(): Promise<RedisStore>;
  /** A store that holds what was kept of an earlier one. */
  keptStore(contents: KeptStore["contents"]): Promise<RedisStore>;
  /** Everything that the last fresh one holds, read past the client. */
  contents(): Promise<Contents>;
}

export interface Running extends Transport {
  stop(): Promise<void>;
}

export function startEmbedded(): Running {
  const folder = mkdtempSync(join(tmpdir(), "store-embedded-"));
  const clients: EmbeddedClient[] = [];
  const nextFile = (): string => join(folder, String(clients.length), "store.sqlite");
  const open = (file: string): Promise<EmbeddedClient> => {
    const client = createEmbeddedClient(file);
    clients.push(client);
    return Promise.resolve(client);
  };
  return running("embedded", {
    freshClient: () => open(nextFile()),
    keptClient(contents) {
      const file = nextFile();
      writeKeptFile(file, contents);
      return open(file);
    },
    contents: () => Promise.resolve(contentsOfFile(join(folder, String(clients.length - 1), "store.sqlite"))),
    stop() {
      for (const client of clients) client.close();
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  });
}

export async function startRest(): Promise<Running & { readonly server: RestServer }> {
  const server = await startRestServer();
  const transport = running("upstash", {
    async freshClient() {
      await server.command("FLUSHALL");
      return createUpstashClient(server.url, TOKEN);
    },
    async keptClient(contents) {
      await server.command("FLUSHALL");
      await writeKeptRedis(server, contents);
      return createUpstashClient(server.url, TOKEN);
    },
    contents: () => contentsOfRedis(server),
    stop: () => server.stop(),
  });
  return { ...transport, server };
}

interface Opening extends Omit<Running, "freshStore" | "keptStore"> {
  keptClient(contents: KeptStore["contents"]): Promise<RedisClient>;
}

function running(kind: StoreKind, { keptClient, ...own }: Opening): Running {
  return {
    ...own,
    freshStore: async () => createStore(await own.freshClient(), kind),
    keptStore: async (contents) => createStore(await keptClient(contents), kind),
  };
}

export const REST_IS_HERE = hasRedisServer();
if (!REST_IS_HERE)
  console.warn("No redis-server is installed: the store is tested on the embedded transport only.");

/** Declares the same tests for both transports. Without a redis-server the REST half is skipped; in CI it fails instead. */
export function describeOnBoth(title: string, tests: (transport: Transport) => void): void {
  describeOn(`${title} · embedded`, () => Promise.resolve(startEmbedded()), tests);
  if (REST_IS_HERE) {
    describeOn(`${title} · REST`, startRest, tests);
  } else {
    it.skipIf(process.env["CI"] !== "true")(`${title} · REST`, () => {
      expect.fail("CI needs a redis-server to run this on");
    });
  }
}

function describeOn(
  title: string,
  start: () => Promise<Running>,
  tests: (transport: Transport) => void,
): void {
  describe(title, () => {
    let started: Running | null = null;
    const transport = (): Running => {
      if (started === null) throw new Error("The transport has not started");
      return started;
    };
    beforeAll(async () => {
      started = await start();
    });
    afterAll(async () => {
      await started?.stop();
    });
    tests({
      freshClient: () => transport().freshClient(),
      freshStore: () => transport().freshStore(),
      keptStore: (contents) => transport().keptStore(contents),
      contents: () => transport().contents(),
    });
  });
}
