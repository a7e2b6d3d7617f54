import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { text } from "node:stream/consumers";
import { Redis } from "@upstash/redis";
import { afterEach, describe, expect, it } from "vitest";
import type { Command, RedisClient } from "../../src/store/redis/client.ts";
import { COMMIT_SCRIPT } from "../../src/store/redis/scripts.ts";
import { createUpstashClient } from "../../src/store/redis/upstash.ts";
import { TOKEN } from "../support/host/redis-server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

interface Asked {
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

/** Upstash as far as it can be heard: keeps what it is asked, and answers everything alike. */
async function listen(): Promise<{ url: string; asked: Asked[]; connections(): number }> {
  const asked: Asked[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      asked.push({ path: request.url, headers: request.headers, body: JSON.parse(body) });
      const one = { result: "OK" };
      response.setHeader("upstash-sync-token", `token ${asked.length}`);
      response.end(JSON.stringify(request.url === "/pipeline" ? [one, one] : one));
    });
  });
  server.on("connection", () => (connections += 1));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, asked, connections: () => connections };
}

/** What the store asks, in our words and in those of Upstash's own client. */
const QUESTIONS: readonly [string, (ours: RedisClient) => unknown, (theirs: Redis) => unknown][] = [
  ["get", (ours) => ours.run(["get", "key"]), (theirs) => theirs.get("key")],
  ["mget", (ours) => ours.run(["mget", "one", "two"]), (theirs) => theirs.mget("one", "two")],
  ["ping", (ours) => ours.run(["ping"]), (theirs) => theirs.ping()],
  [
    "zrange, newest first",
    (ours) => ours.run(["zrange", "set", 0, 9, "rev"]),
    (theirs) => theirs.zrange("set", 0, 9, { rev: true }),
  ],
  [
    "zrange by score",
    (ours) => ours.run(["zrange", "set", "-inf", "(5", "byscore", "limit", 0, 10]),
    (theirs) => theirs.zrange("set", "-inf", "(5", { byScore: true, offset: 0, count: 10 }),
  ],
  [
    "eval",
    (ours) => ours.run(["eval", "return 1", 1, "key", "007"]),
    (theirs) => theirs.eval("return 1", ["key"], ["007"]),
  ],
  [
    "evalsha",
    (ours) => ours.run(["evalsha", "abc", 1, "key", "{}"]),
    (theirs) => theirs.evalsha("abc", ["key"], ["{}"]),
  ],
  [
    "several",
    (ours) =>
      ours.runAll([
        ["set", "key", "ñ", "nx", "px", 5],
        ["get", "key"],
      ]),
    (theirs) => theirs.pipeline().set("key", "ñ", { nx: true, px: 5 }).get("key").exec(),
  ],
  [
    "counts",
    (ours) =>
      ours.runAll([
        ["zcard", "set"],
        ["zcount", "set", "-inf", "(5"],
      ]),
    (theirs) => theirs.pipeline().zcard("set").zcount("set", "-inf", "(5").exec(),
  ],
];

/** As text all of it: the client sends the arguments of commands by name as they are, those of `exec` as text. */
function asTexts(body: unknown): unknown {
  return Array.isArray(body) ? body.map(asTexts) : String(body);
}

describe("over Node's http, Upstash is asked just what its client would ask over fetch", () => {
  it.each(QUESTIONS)("%s", async (_, ask, askTheirs) => {
    const { url, asked } = await listen();
    await ask(createUpstashClient(url, TOKEN));
    const options = { responseEncoding: false, enableAutoPipelining: false } as const;
    await askTheirs(new Redis({ url, token: TOKEN, ...options }));
    const [ours, theirs] = asked.map(({ path, headers, body }) => ({
      path,
      body: asTexts(body),
      type: headers["content-type"],
      authorization: headers.authorization,
    }));
    expect(ours).toEqual(theirs);
    expect(ours?.authorization).toBe(`Bearer ${TOKEN}`);
  });
});

it("reads what it wrote, whichever replica is asked: each answer's token goes with the next question", async () => {
  const { url, asked } = await listen();
  const client = createUpstashClient(url, TOKEN);
  for (const command of [
    ["get", "a"],
    ["get", "b"],
    ["get", "c"],
  ] satisfies Command[])
    await client.run(command);
  expect(asked.map(({ headers }) => headers["upstash-sync-token"])).toEqual(["", "token 1", "token 2"]);
});

it("runs scripts under a lock on their own keys where the host is Upstash's, which a plain Redis would refuse", () => {
  const lockingAt = (host: string) => createUpstashClient(`https://${host}`, TOKEN).locking;
  expect(lockingAt("a-database.upstash" + ".io")).toBe("keys");
  expect(lockingAt("redis.example.org")).toBe("server");
  expect(lockingAt("upstash.io.example.org")).toBe("server");
  expect(COMMIT_SCRIPT.keys.lua).toBe(`#!lua flags=allow-key-locking\n${COMMIT_SCRIPT.server.lua}`);
  expect(COMMIT_SCRIPT.keys.sha).not.toBe(COMMIT_SCRIPT.server.sha);
});

it("keeps one connection for questions that follow one another", async () => {
  const { url, connections } = await listen();
  const client = createUpstashClient(url, TOKEN);
  for (let question = 0; question < 5; question += 1) await client.run(["ping"]);
  expect(connections()).toBe(1);
});

it.each(["redis://127.0.0.1:1", "no address"])("says at once that %s is no address of it", (address) => {
  expect(() => createUpstashClient(address, TOKEN)).toThrow(TypeError);
});
