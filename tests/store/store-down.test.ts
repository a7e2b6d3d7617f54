import { createServer, type RequestListener, type Server } from "node:http";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createAbsentClient, StoreDown } from "../../src/store/redis/client.ts";
import { createEmbeddedClient } from "../../src/store/sqlite/embedded.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { createUpstashClient } from "../../src/store/redis/upstash.ts";
import { decision, job, mail, newJob, NOW } from "../support/builders/records.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A store behind something that answers like this. */
async function storeBehind(listener: RequestListener, timeout?: number): Promise<RedisStore> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return createStore(createUpstashClient(`http://127.0.0.1:${address.port}`, "token", timeout), "upstash");
}

function answering(status: number, body: string): Promise<RedisStore> {
  return storeBehind((_, response) => response.writeHead(status).end(body));
}

/** One call of every kind: single commands, pipelines, scripts. */
const QUESTIONS: readonly [string, (store: RedisStore) => Promise<unknown>][] = [
  ["read", (store) => store.read("job", job().id)],
  ["commit", (store) => store.commit(decision({ changes: [newJob(job())], mails: [mail()] }), NOW)],
  ["repeated", (store) => store.repeated("key")],
  ["offersOf", (store) => store.offersOf(job().id, NOW)],
  ["board", (store) => store.board({ order: "newest", page: 1 }, NOW)],
  ["search", (store) => store.board({ order: "newest", page: 1, text: "perro" }, NOW)],
  ["thread", (store) => store.thread("article", { order: "oldest", page: 1 })],
  ["commentCounts", (store) => store.commentCounts(["article"])],
  ["publicNumbers", (store) => store.publicNumbers(NOW)],
  ["openByPlace", (store) => store.openByPlace(NOW)],
  ["jobsToExpire", (store) => store.jobsToExpire(NOW, 1)],
  ["keptForm", (store) => store.keptForm("id")],
  ["withinRate", (store) => store.withinRate("name", 1, 1)],
  ["visitorKey", (store) => store.visitorKey("2026-05-04")],
  ["dueMails", (store) => store.dueMails(NOW, 1)],
  ["claimMail", (store) => store.claimMail("id", NOW, 1)],
  ["pendingPurges", (store) => store.pendingPurges(1)],
];

const BROKEN: readonly [string, () => Promise<RedisStore>][] = [
  [
    "nobody listens",
    async () => {
      const store = await storeBehind(() => undefined);
      await new Promise((resolve) => servers.splice(0).forEach((server) => server.close(resolve)));
      return store;
    },
  ],
  ["the connection breaks", () => storeBehind((request) => request.socket.destroy())],
  ["it never answers", () => storeBehind(() => undefined, 80)],
  ["it stops in the middle of the answer", () => storeBehind((_, response) => response.write('{"res'), 80)],
  ["500 with JSON", () => answering(500, '{"error":"ERR out of memory"}')],
  ["500 with a page", () => answering(500, "<h1>Bad gateway</h1>")],
  ["401", () => answering(401, '{"error":"WRONGPASS invalid password"}')],
  ["a page instead of JSON", () => answering(200, "<html></html>")],
  ["nothing", () => answering(200, "")],
  ["null", () => answering(200, "null")],
  ["an empty object", () => answering(200, "{}")],
  ["an empty list", () => answering(200, "[]")],
  ["another type", () => answering(200, '{"result":{"a":1}}')],
  ["nothing configured", () => Promise.resolve(createStore(createAbsentClient("not configured"), "none"))],
];

describe.each(BROKEN)("when the store is down: %s", (_, broken) => {
  it.each(QUESTIONS)("%s throws StoreDown", async (_name, ask) => {
    const error: unknown = await ask(await broken()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreDown);
    expect(error instanceof StoreDown && error.name).toBe("StoreDown");
    expect(error instanceof StoreDown && error.cause).toBeInstanceOf(Error);
  });

  it("health says so", async () => {
    expect(await (await broken()).health()).toMatchObject({ ok: false });
  });
});

it("what is thrown holds nothing that a visitor wrote", async () => {
  const store = await answering(500, '{"error":"ERR out of memory"}');
  const secret = decision({ changes: [newJob(job({ description: "secreto de Marta" }))], mails: [mail()] });
  const error: unknown = await store.commit(secret, NOW).catch((thrown: unknown) => thrown);
  const said = error instanceof Error ? `${error.message} ${String(error.cause)} ${error.stack ?? ""}` : "";
  expect(said).toContain("ERR out of memory");
  expect(said).not.toMatch(/secreto|marta@example/);
});

it("tries once more when the first connection broke", async () => {
  let requests = 0;
  const store = await storeBehind((request, response) => {
    requests += 1;
    if (requests === 1) request.socket.destroy();
    else response.end('{"result":null}');
  });
  expect(await store.repeated("key")).toBeNull();
  expect(requests).toBe(2);
});

it("is down, and not something else, when the file is gone from under the embedded store", async () => {
  const folder = mkdtempSync(join(tmpdir(), "store-gone-"));
  const client = createEmbeddedClient(join(folder, "store.sqlite"));
  const store = createStore(client, "embedded");
  client.close();
  rmSync(folder, { recursive: true });
  await expect(store.read("job", job().id)).rejects.toBeInstanceOf(StoreDown);
  expect(await store.health()).toEqual({ ok: false, kind: "embedded" });
});

it("a record of another shape is not decided upon", async () => {
  const store = await answering(200, '{"result":["{\\"version\\":1,\\"id\\":\\"x\\"}"]}');
  await expect(store.read("job", job().id)).rejects.toBeInstanceOf(StoreDown);
});
