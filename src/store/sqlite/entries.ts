import type { Millis } from "../../domain/kernel/time.ts";
import type { Row, Sql } from "../../files/database.ts";

/** What Redis would have answered as an error. */
export class CommandError extends Error {
  override readonly name = "CommandError";
}

const KINDS = ["text", "set", "hash"] as const;
export type EntryKind = (typeof KINDS)[number];

/** A key that is there: ids are ours, for the members and fields that hang on it. */
export interface Entry {
  readonly id: number;
  readonly text: string;
  /** Members of a sorted set, counted as they come and go, so that nobody has to count them. */
  readonly size: number;
}

/** Keys, their texts and their lifetimes. A key whose lifetime is over is not there, whether or not it was cleared away. */
export interface Entries {
  exists(key: string): boolean;
  kindOf(key: string): EntryKind | undefined;
  /** @throws CommandError when the key holds something of another kind. */
  find(key: string, kind: EntryKind): Entry | undefined;
  findOrCreate(key: string, kind: "set" | "hash"): Entry;
  /** Null also when the key holds no text, as `MGET` answers. */
  textOrNull(key: string): string | null;
  setText(key: string, text: string, ttl: Millis | null): void;
  /** Adds to a counter and answers where it stands. Its lifetime stays. */
  add(key: string, by: number): number;
  hasLifetime(key: string): boolean;
  /** What is left of its lifetime, in milliseconds; -1: for ever, -2: there is no such key. */
  lifetime(key: string): Millis;
  /** A new lifetime for a key that is there; null: for ever. */
  setLifetime(key: string, ttl: Millis | null): void;
  remove(key: string): void;
  /** The next `count` keys behind a cursor, those that ran out left out, and the cursor behind them. 0 is the start, and the end. */
  keysAfter(cursor: number, count: number): { readonly next: number; readonly keys: string[] };
  /** Runs a script, which may touch these keys only. @throws CommandError when it touches another. */
  declaring<T>(keys: readonly string[], script: () => T): T;
  /** Gives back the room of what ran out. */
  clearExpired(): void;
}

/** Changes nothing where the key holds something else than a text. */
const SET_TEXT = `INSERT INTO entry (key, kind, text, expires) VALUES (?, 'text', ?, ?)
  ON CONFLICT (key) DO UPDATE SET text = excluded.text, expires = excluded.expires WHERE kind = 'text'`;

export function createEntries(sql: Sql, clock: () => Millis): Entries {
  let declared: ReadonlySet<string> | null = null;

  function touch(key: string): void {
    if (declared?.has(key) === false) throw new CommandError(`ERR a key that is not declared: ${key}`);
  }

  function rowOf(key: string): Row | undefined {
    touch(key);
    const row = sql.get("SELECT id, kind, text, size, expires FROM entry WHERE key = ?", key);
    const expires = row?.["expires"] ?? null;
    return expires !== null && Number(expires) < clock() ? undefined : row;
  }

  function find(key: string, kind: EntryKind): Entry | undefined {
    const row = rowOf(key);
    if (row === undefined) return undefined;
    if (row["kind"] !== kind) {
      throw new CommandError("WRONGTYPE Operation against a key holding the wrong kind of value");
    }
    return { id: Number(row["id"]), text: String(row["text"]), size: Number(row["size"]) };
  }

  function remove(key: string): void {
    touch(key);
    sql.run("DELETE FROM entry WHERE key = ?", key);
  }

  function setText(key: string, text: string, ttl: Millis | null): void {
    touch(key);
    const expires = ttl === null ? null : clock() + ttl;
    if (sql.run(SET_TEXT, key, text, expires) > 0) return;
    // It held a set or a hash: members and fields go with it.
    remove(key);
    sql.run(SET_TEXT, key, text, expires);
  }

  return {
    exists: (key) => rowOf(key) !== undefined,
    kindOf: (key) => KINDS.find((kind) => kind === rowOf(key)?.["kind"]),
    find,
    findOrCreate(key, kind) {
      const found = find(key, kind);
      if (found !== undefined) return found;
      // What is left of a key that ran out goes first, members and fields included.
      remove(key);
      const made = sql.get("INSERT INTO entry (key, kind) VALUES (?, ?) RETURNING id", key, kind);
      return { id: Number(made?.["id"]), text: "", size: 0 };
    },
    textOrNull(key) {
      const row = rowOf(key);
      return row?.["kind"] === "text" ? String(row["text"]) : null;
    },
    setText,
    add(key, by) {
      const entry = find(key, "text");
      const sum = Number(entry?.text ?? 0) + by;
      if (!Number.isSafeInteger(sum)) throw new CommandError("ERR value is not an integer or out of range");
      if (entry === undefined) setText(key, String(sum), null);
      else sql.run("UPDATE entry SET text = ? WHERE id = ?", String(sum), entry.id);
      return sum;
    },
    hasLifetime: (key) => (rowOf(key)?.["expires"] ?? null) !== null,
    lifetime(key) {
      const row = rowOf(key);
      if (row === undefined) return -2;
      const expires = row["expires"] ?? null;
      return expires === null ? -1 : Number(expires) - clock();
    },
    keysAfter(cursor, count) {
      const rows = sql.all(
        "SELECT id, key, expires FROM entry WHERE id > ? ORDER BY id LIMIT ?",
        cursor,
        count,
      );
      const there = rows.filter(({ expires = null }) => expires === null || Number(expires) >= clock());
      return {
        next: rows.length < count ? 0 : Number(rows.at(-1)?.["id"]),
        keys: there.map(({ key }) => String(key)),
      };
    },
    setLifetime(key, ttl) {
      if (rowOf(key) === undefined) return;
      sql.run("UPDATE entry SET expires = ? WHERE key = ?", ttl === null ? null : clock() + ttl, key);
    },
    remove,
    declaring(keys, script) {
      declared = new Set(keys);
      try {
        return script();
      } finally {
        declared = null;
      }
    },
    clearExpired() {
      sql.run("DELETE FROM entry WHERE expires < ?", clock());
    },
  };
}
