import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { RestServer } from "../support/host/redis-server.ts";

const Lifetime = { ttl: z.nullable(z.number()) };
const KeptEntry = z.union([
  z.object({ ...Lifetime, text: z.string() }),
  z.object({ ...Lifetime, members: z.record(z.string(), z.number()) }),
  z.object({ ...Lifetime, fields: z.record(z.string(), z.string()) }),
]);
/** One key of a store with what it holds; `ttl` in milliseconds from when the store was written down, null: for ever. */
export type KeptEntry = z.infer<typeof KeptEntry>;

const KeptStore = z.object({
  filledAt: z.number(),
  links: z.record(z.string(), z.string()),
  contents: z.record(z.string(), KeptEntry),
});
/** A store as the code of one moment left it, with the tokens of its links by what they are for. */
export type KeptStore = z.infer<typeof KeptStore>;

export function readKeptStore(name: string): KeptStore {
  return KeptStore.parse(JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), "utf8")));
}

/** The tables of the embedded store as they were in November 2026. Files of that time have to be opened by every later commit. */
const SCHEMA = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0, expires INTEGER
  ) STRICT;
  CREATE INDEX entry_expires ON entry (expires) WHERE expires IS NOT NULL;
  CREATE TABLE member (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, member TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (entry, member)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX member_score ON member (entry, score, member);
  CREATE TABLE field (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, field TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (entry, field)
  ) STRICT, WITHOUT ROWID;
`;

/** Writes the file that an embedded store of that time would have left. */
export function writeKeptFile(file: string, contents: KeptStore["contents"]): void {
  mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; BEGIN; ${SCHEMA}`);
  const entry = database.prepare(
    "INSERT INTO entry (key, kind, text, size, expires) VALUES (?, ?, ?, ?, ?) RETURNING id",
  );
  const member = database.prepare("INSERT INTO member VALUES (?, ?, ?)");
  const field = database.prepare("INSERT INTO field VALUES (?, ?, ?)");
  for (const [key, kept] of Object.entries(contents)) {
    const expires = kept.ttl === null ? null : Date.now() + kept.ttl;
    if ("text" in kept) entry.get(key, "text", kept.text, 0, expires);
    else if ("members" in kept) {
      const members = Object.entries(kept.members);
      const id = Number(entry.get(key, "set", "", members.length, expires)?.["id"]);
      for (const [name, score] of members) member.run(id, name, score);
    } else {
      const fields = Object.entries(kept.fields);
      const id = Number(entry.get(key, "hash", "", fields.length, expires)?.["id"]);
      for (const [name, text] of fields) field.run(id, name, text);
    }
  }
  database.exec("COMMIT");
  database.close();
}

/** Writes the same into an empty Redis, in one request: key by key a test would wait for some four hundred of them. */
export async function writeKeptRedis(server: RestServer, contents: KeptStore["contents"]): Promise<void> {
  await server.commands(
    Object.entries(contents).flatMap(([key, kept]) => [
      writing(key, kept),
      ...(kept.ttl === null ? [] : [["PEXPIRE", key, Math.round(kept.ttl)]]),
    ]),
  );
}

function writing(key: string, kept: KeptEntry): (string | number)[] {
  if ("text" in kept) return ["SET", key, kept.text];
  if ("fields" in kept) return ["HSET", key, ...Object.entries(kept.fields).flat()];
  return ["ZADD", key, ...Object.entries(kept.members).flatMap(([name, score]) => [score, name])];
}
