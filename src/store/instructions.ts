import type { Millis } from "../domain/kernel/time.ts";

/**
 * The few steps that an atomic commit is made of. A commit is a list of guards and a list of writes: the guards are all
 * looked at before the first write, so that it goes in as a whole or not at all. `redis/scripts.ts` runs them in Redis,
 * `sqlite/scripts.ts` in SQLite; a differential test holds the two together.
 */
export interface Instruction {
  readonly name: keyof typeof ARITY;
  readonly keys: readonly string[];
  readonly args: readonly string[];
}
export interface GuardStep extends Instruction {
  readonly name: "once" | "absent" | "starts" | "fieldAbsent" | "fieldStarts" | "stands" | "atMost" | "among";
}
export interface WriteStep extends Instruction {
  readonly name: "set" | "del" | "hset" | "hdel" | "zadd" | "zrem" | "incr" | "life" | "head" | "mail";
}

/** How many keys and how many other arguments each instruction takes. */
export const ARITY = {
  once: [1, 0],
  absent: [1, 0],
  starts: [1, 1],
  fieldAbsent: [1, 1],
  fieldStarts: [2, 2],
  stands: [1, 1],
  atMost: [1, 2],
  among: [1, 3],
  set: [1, 2],
  del: [1, 0],
  hset: [1, 2],
  hdel: [1, 1],
  zadd: [1, 2],
  zrem: [1, 1],
  incr: [1, 2],
  life: [1, 1],
  head: [2, 2],
  mail: [3, 3],
} as const;

/** What an instruction's lifetime argument says when the key is to stay for ever. */
export const FOR_EVER = "";

function lifetime(ttl: Millis | null): string {
  return ttl === null ? FOR_EVER : String(Math.ceil(ttl));
}

export const guard = {
  /** Answers `repeated` with the kept text if the key exists. */
  once: (key: string): GuardStep => ({ name: "once", keys: [key], args: [] }),
  /** Answers `conflict` if the key exists. */
  absent: (key: string): GuardStep => ({ name: "absent", keys: [key], args: [] }),
  /** Answers `conflict` unless the kept text starts like this: how a record's version is compared. */
  starts: (key: string, text: string): GuardStep => ({ name: "starts", keys: [key], args: [text] }),
  /** Answers `conflict` if the hash has this field. */
  fieldAbsent: (hash: string, field: string): GuardStep => ({
    name: "fieldAbsent",
    keys: [hash],
    args: [field],
  }),
  /** As `starts`, for a text that is a field of a hash or, where the hash has no such field, under a key of its own. */
  fieldStarts: (hash: string, own: string, field: string, text: string): GuardStep => ({
    name: "fieldStarts",
    keys: [hash, own],
    args: [field, text],
  }),
  /** Answers `conflict` unless a counter stands at exactly this number. */
  stands: (key: string, at: number): GuardStep => ({ name: "stands", keys: [key], args: [String(at)] }),
  /** Answers `limit` with the counter's name if it stands above this number. */
  atMost: (key: string, max: number, counter: string): GuardStep => ({
    name: "atMost",
    keys: [key],
    args: [String(max), counter],
  }),
  /** Answers `limit` with the set's name unless this is a member of the sorted set or still has room in it. */
  among: (key: string, member: string, max: number, name: string): GuardStep => ({
    name: "among",
    keys: [key],
    args: [member, String(max), name],
  }),
};

export const write = {
  /** Keeps a text, for `ttl` or for ever; a lifetime that is over already forgets it. */
  set: (key: string, text: string, ttl: Millis | null): WriteStep =>
    ttl !== null && ttl <= 0 ? write.del(key) : { name: "set", keys: [key], args: [text, lifetime(ttl)] },
  del: (key: string): WriteStep => ({ name: "del", keys: [key], args: [] }),
  hset: (hash: string, field: string, text: string): WriteStep => ({
    name: "hset",
    keys: [hash],
    args: [field, text],
  }),
  hdel: (hash: string, field: string): WriteStep => ({ name: "hdel", keys: [hash], args: [field] }),
  zadd: (key: string, score: number, member: string): WriteStep => ({
    name: "zadd",
    keys: [key],
    args: [String(score), member],
  }),
  zrem: (key: string, member: string): WriteStep => ({ name: "zrem", keys: [key], args: [member] }),
  /** Adds to a counter. At 0 it is forgotten; a lifetime counts from when it came into being. */
  incr: (key: string, by: number, ttl: Millis | null): WriteStep => ({
    name: "incr",
    keys: [key],
    args: [String(by), lifetime(ttl)],
  }),
  /** Gives a key that exists a new lifetime. */
  life: (key: string, ttl: Millis | null): WriteStep =>
    ttl !== null && ttl <= 0 ? write.del(key) : { name: "life", keys: [key], args: [lifetime(ttl)] },
  /** Writes how many members a sorted set has, and the first `count` of them, into a field of a hash. */
  head: (hash: string, set: string, field: string, count: number): WriteStep => ({
    name: "head",
    keys: [hash, set],
    args: [field, String(count)],
  }),
  /** Puts a mail into the outbox, due at `due`, unless it is in there or has left. */
  mail: (
    keys: { mail: string; sent: string; due: string },
    due: Millis,
    id: string,
    text: string,
  ): WriteStep => ({
    name: "mail",
    keys: [keys.mail, keys.sent, keys.due],
    args: [String(due), id, text],
  }),
};

/** What the script is called with: each key once, and the instructions naming keys by their place (from 1). */
export interface ScriptCall {
  readonly keys: string[];
  readonly args: string[];
}

export function encode(guards: readonly GuardStep[], writes: readonly WriteStep[]): ScriptCall {
  const places = new Map<string, number>();
  const args: string[] = [];
  for (const { name, keys, args: own } of [...guards, ...writes]) {
    args.push(name);
    for (const key of keys) {
      const place = places.get(key) ?? places.size + 1;
      places.set(key, place);
      args.push(String(place));
    }
    args.push(...own);
  }
  return { keys: [...places.keys()], args };
}
