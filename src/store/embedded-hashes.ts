import type { Sql } from "./embedded-database.ts";
import type { Entries } from "./embedded-entries.ts";

export interface Hashes {
  get(key: string, field: string): string | null;
  set(key: string, field: string, text: string): void;
  remove(key: string, field: string): void;
}

export function createHashes(sql: Sql, entries: Entries): Hashes {
  return {
    get(key, field) {
      const entry = entries.find(key, "hash");
      if (entry === undefined) return null;
      const row = sql.get("SELECT text FROM field WHERE entry = ? AND field = ?", entry.id, field);
      return row === undefined ? null : String(row["text"]);
    },
    set(key, field, text) {
      const { id } = entries.findOrCreate(key, "hash");
      sql.run("INSERT OR REPLACE INTO field (entry, field, text) VALUES (?, ?, ?)", id, field, text);
    },
    remove(key, field) {
      const entry = entries.find(key, "hash");
      if (entry === undefined) return;
      sql.run("DELETE FROM field WHERE entry = ? AND field = ?", entry.id, field);
      const left = sql.get("SELECT 1 AS one FROM field WHERE entry = ? LIMIT 1", entry.id);
      if (left === undefined) entries.remove(key);
    },
  };
}
