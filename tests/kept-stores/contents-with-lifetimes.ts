import { DatabaseSync } from "node:sqlite";
import type { KeptEntry } from "./kept-store.ts";

/** Everything in the file of an embedded store, read past the client, by key. */
export function contentsWithLifetimes(file: string): Record<string, KeptEntry> {
  const database = new DatabaseSync(file, { readOnly: true });
  const members = database.prepare("SELECT member, score FROM member WHERE entry = ?");
  const fields = database.prepare("SELECT field, text FROM field WHERE entry = ?");
  try {
    const contents: Record<string, KeptEntry> = {};
    const entries = database.prepare("SELECT id, key, kind, text, expires FROM entry ORDER BY key").all();
    for (const { id = 0, key, kind, text, expires = null } of entries) {
      const ttl = expires === null ? null : Number(expires) - Date.now();
      if (kind === "text") contents[String(key)] = { ttl, text: String(text) };
      else if (kind === "set") {
        const pairs = members.all(id).map(({ member, score }) => [String(member), Number(score)]);
        contents[String(key)] = { ttl, members: Object.fromEntries(pairs) as Record<string, number> };
      } else {
        const pairs = fields.all(id).map(({ field, text: value }) => [String(field), String(value)]);
        contents[String(key)] = { ttl, fields: Object.fromEntries(pairs) as Record<string, string> };
      }
    }
    return contents;
  } finally {
    database.close();
  }
}
