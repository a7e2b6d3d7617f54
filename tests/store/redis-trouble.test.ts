import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from "vitest";
import { StoreDown } from "../../src/store/redis/client.ts";
import { createUpstashClient } from "../../src/store/redis/upstash.ts";
import { createStore, type RedisStore } from "../../src/store/store.ts";
import { decision, idOf, job, mail, newJob, NOW } from "../support/builders/records.ts";
import { hasRedisServer, startRestServer, TOKEN, type RestServer } from "../support/host/redis-server.ts";

const hasRedis = hasRedisServer();
test.skipIf(hasRedis || process.env["CI"] !== "true")("CI has a redis-server to trouble", () => {
  expect.unreachable("redis-server is not installed");
});

const COMMITS = 20;
/** How long an answer is waited for, in milliseconds: here machines are busy. */
const PATIENT = 20_000;
const IMPATIENT = 300;

describe.skipIf(!hasRedis)("a redis-server in trouble", () => {
  let redis: RestServer;
  let store: RedisStore;
  beforeAll(async () => {
    redis = await startRestServer();
  });
  afterAll(() => redis.stop());
  beforeEach(async () => {
    await redis.command("FLUSHALL");
    store = createStore(createUpstashClient(redis.url, TOKEN, PATIENT), "upstash");
  });

  const commit = (n: number, at: RedisStore = store) =>
    at.commit(decision({ changes: [newJob(job({ id: idOf(n) }))], mails: [mail(n)] }), NOW);

  /** Each favour with its place on the board and its mail, or nothing of it. */
  async function whole(): Promise<number> {
    const { total } = await store.board({ order: "newest", page: 1 }, NOW);
    expect(await store.dueMails(NOW, 2 * COMMITS)).toHaveLength(total);
    return total;
  }

  it("without room refuses to write and goes on reading; with room again it writes", async () => {
    await commit(1);
    await redis.command("CONFIG", "SET", "maxmemory", "1");
    await expect(commit(2)).rejects.toThrow(StoreDown);
    expect(await whole()).toBe(1);
    await redis.command("CONFIG", "SET", "maxmemory", "0");
    expect(await commit(2)).toEqual({ status: "committed" });
    expect(await whole()).toBe(2);
  });

  it("that has forgotten our scripts and connections, as after a restart, is told them again", async () => {
    await commit(1);
    await redis.command("SCRIPT", "FLUSH");
    const all = await Promise.all(Array.from({ length: COMMITS }, (_, n) => commit(n + 2)));
    expect(all.every(({ status }) => status === "committed")).toBe(true);
    expect(await whole()).toBe(1 + COMMITS);
  });

  it("that pauses for less than we wait is waited for, and every commit happens once", async () => {
    await redis.command("CLIENT", "PAUSE", 400, "ALL");
    const all = await Promise.all(Array.from({ length: COMMITS }, (_, n) => commit(n + 1)));
    expect(all.every(({ status }) => status === "committed")).toBe(true);
    expect(await whole()).toBe(COMMITS);
  });

  it("that pauses for longer is down; what it did afterwards all the same is whole", async () => {
    await redis.command("CLIENT", "PAUSE", 2_500, "ALL");
    const hasty = createStore(createUpstashClient(redis.url, TOKEN, IMPATIENT), "upstash");
    const outcomes = await Promise.allSettled(
      Array.from({ length: COMMITS }, (_, n) => commit(n + 1, hasty)),
    );
    for (const outcome of outcomes) {
      expect(outcome.status === "rejected" && outcome.reason).toBeInstanceOf(StoreDown);
    }
    await expect.poll(() => whole(), { timeout: 10_000 }).toBeGreaterThanOrEqual(0);
    expect(await commit(COMMITS + 1)).toEqual({ status: "committed" });
    await whole();
  });

  it("that is slow for a while loses nothing", async () => {
    for (let n = 1; n <= COMMITS; n += 1) {
      await redis.command("CLIENT", "PAUSE", 30, "ALL");
      expect(await commit(n)).toEqual({ status: "committed" });
    }
    expect(await whole()).toBe(COMMITS);
  });
});
