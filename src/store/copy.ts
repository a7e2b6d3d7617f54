import * as z from "zod/mini";
import type { Millis } from "../domain/kernel/time.ts";
import { apply } from "./commit.ts";
import { ask, type Command, Ids, type RedisClient, TextReply } from "./redis/client.ts";
import { write, type WriteStep } from "./instructions.ts";

const Key = { key: z.string(), expiresAt: z.nullable(z.int()) };
/** One key with everything that it holds. `expiresAt`: when it is forgotten, by the clock; null: never. */
export const KeptKey = z.union([
  z.object({ ...Key, text: z.string() }),
  z.object({ ...Key, members: z.array(z.tuple([z.string(), z.number()])) }),
  z.object({ ...Key, fields: z.array(z.tuple([z.string(), z.string()])) }),
]);
export type KeptKey = z.infer<typeof KeptKey>;

/** Keys that are read in one round trip. */
const KEYS_AT_ONCE = 100;
/** Steps that are written in one. */
const STEPS_AT_ONCE = 300;

const Page = z.tuple([z.string(), Ids]);
/** Each name and, behind it, what it has. Some REST proxies answer the fields of a hash as an object instead. */
const Pairs = z.union([z.array(z.union([z.string(), z.number()])), z.record(z.string(), z.string())]);

/**
 * Every key of a store. Each is read whole, but not all at one moment: of what changes meanwhile, one key may be of before and another
 * of after.
 */
export async function* keptKeys(redis: RedisClient, now: () => Millis): AsyncGenerator<KeptKey> {
  const seen = new Set<string>();
  let cursor = "0";
  do {
    const from = cursor;
    const [next, found] = await ask("list the keys", Page, () =>
      redis.run(["scan", from, "match", "*", "count", KEYS_AT_ONCE]),
    );
    // Redis may name a key twice.
    const keys = [...new Set(found)].filter((key) => !seen.has(key));
    for (const key of keys) seen.add(key);
    yield* await readKeys(redis, keys, now);
    cursor = next;
  } while (cursor !== "0");
}

const READS: Readonly<Record<string, (key: string) => Command>> = {
  string: (key) => ["get", key],
  zset: (key) => ["zrange", key, 0, -1, "withscores"],
  hash: (key) => ["hgetall", key],
};

async function readKeys(redis: RedisClient, keys: readonly string[], now: () => Millis): Promise<KeptKey[]> {
  if (keys.length === 0) return [];
  const types = await ask("read the types of keys", Ids, () =>
    redis.runAll(keys.map((key): Command => ["type", key])),
  );
  const known = keys.flatMap((key, place) => {
    const type = types[place] ?? "none";
    // It ran out since it was listed.
    if (type === "none") return [];
    const read = READS[type];
    if (read === undefined) throw new TypeError(`The store holds a ${type}, which nothing of ours makes`);
    return [{ key, type, commands: [read(key), ["pttl", key]] satisfies Command[] }];
  });
  if (known.length === 0) return [];
  const answers = await ask("read keys", z.array(z.unknown()), () =>
    redis.runAll(known.flatMap(({ commands }) => commands)),
  );
  return known.flatMap(({ key, type }, place) => {
    const ttl = z.parse(z.int(), answers[2 * place + 1]);
    if (ttl === -2) return [];
    const expiresAt = ttl < 0 ? null : now() + ttl;
    return holding({ key, expiresAt }, type, answers[2 * place]);
  });
}

function holding(about: Pick<KeptKey, "key" | "expiresAt">, type: string, answer: unknown): KeptKey[] {
  if (type === "string") {
    const text = z.parse(TextReply, answer);
    return text === null ? [] : [{ ...about, text }];
  }
  const pairs = pairsOf(z.parse(Pairs, answer));
  if (pairs.length === 0) return [];
  return type === "zset"
    ? [{ ...about, members: pairs.map(([member, score]) => [member, Number(score)]) }]
    : [{ ...about, fields: pairs }];
}

function pairsOf(answer: z.infer<typeof Pairs>): [string, string][] {
  if (!Array.isArray(answer)) return Object.entries(answer);
  return answer.flatMap((name, place) =>
    place % 2 === 0 ? [[String(name), String(answer[place + 1])] satisfies [string, string]] : [],
  );
}

export async function isEmptyStore(redis: RedisClient): Promise<boolean> {
  for await (const _ of keptKeys(redis, () => 0)) return false;
  return true;
}

/** Writes keys, each in the place of what stood under its name. What has run out meanwhile is left out. How many were written. */
export async function restoreKeys(
  redis: RedisClient,
  keys: readonly KeptKey[],
  now: Millis,
): Promise<number> {
  const alive = keys.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const steps = alive.flatMap((kept) => stepsOf(kept, now));
  for (let at = 0; at < steps.length; at += STEPS_AT_ONCE) {
    await apply(redis, "restore keys", [], steps.slice(at, at + STEPS_AT_ONCE));
  }
  return alive.length;
}

function stepsOf(kept: KeptKey, now: Millis): WriteStep[] {
  const { key, expiresAt } = kept;
  const ttl = expiresAt === null ? null : expiresAt - now;
  if ("text" in kept) return [write.set(key, kept.text, ttl)];
  const steps =
    "members" in kept
      ? kept.members.map(([member, score]) => write.zadd(key, score, member))
      : kept.fields.map(([field, text]) => write.hset(key, field, text));
  return [write.del(key), ...steps, ...(ttl === null ? [] : [write.life(key, ttl)])];
}
