import { DatabaseSync } from "node:sqlite";
import * as z from "zod";
import type { RestServer } from "../support/host/redis-server.ts";

/** Key → its text, or its members with their scores, or its fields with their texts. Lifetimes are left out. */
export type Contents = Record<string, string | Record<string, number | string>>;

export function contentsOfFile(file: string, now = Date.now()): Contents {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const contents: Contents = {};
    const entries = "SELECT id, key, kind, text FROM entry WHERE expires IS NULL OR expires >= ?";
    for (const { id = 0, key, kind, text } of database.prepare(entries).all(now)) {
      if (kind === "text") {
        contents[String(key)] = String(text);
        continue;
      }
      const members = "SELECT member AS name, score AS value FROM member WHERE entry = ?";
      const fields = "SELECT field AS name, text AS value FROM field WHERE entry = ?";
      const rows = database.prepare(kind === "set" ? members : fields).all(id);
      contents[String(key)] = Object.fromEntries(
        rows.map(({ name, value }) => [String(name), kind === "set" ? Number(value) : String(value)]),
      );
    }
    return contents;
  } finally {
    database.close();
  }
}

const Texts = z.array(z.string());

/** In three requests, however many keys there are. */
export async function contentsOfRedis(server: RestServer): Promise<Contents> {
  const keys = Texts.parse(await server.command("KEYS", "*"));
  const kinds = await server.commands(keys.map((key) => ["TYPE", key]));
  const read = keys.map((key, n) => {
    if (kinds[n] === "string") return ["GET", key];
    return kinds[n] === "zset" ? ["ZRANGE", key, 0, -1, "WITHSCORES"] : ["HGETALL", key];
  });
  const answers = await server.commands(read);
  return Object.fromEntries(keys.map((key, n) => [key, contentOf(kinds[n], answers[n])]));
}

function contentOf(kind: unknown, answer: unknown): Contents[string] {
  if (kind === "string") return z.string().parse(answer);
  return Object.fromEntries(
    pairsOf(answer).map(([name, value]) => [name, kind === "zset" ? Number(value) : value]),
  );
}

function pairsOf(answer: unknown): [string, string][] {
  const texts = Texts.parse(answer);
  return texts.flatMap((text, n) => (n % 2 === 0 ? [[text, texts[n + 1] ?? ""]] : []));
}
