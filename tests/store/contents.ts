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

export async function contentsOfRedis(server: RestServer): Promise<Contents> {
  const contents: Contents = {};
  for (const key of Texts.parse(await server.command("KEYS", "*"))) {
    const kind = await server.command("TYPE", key);
    if (kind === "string") contents[key] = z.string().parse(await server.command("GET", key));
    else if (kind === "zset") {
      const pairs = pairsOf(await server.command("ZRANGE", key, 0, -1, "WITHSCORES"));
      contents[key] = Object.fromEntries(pairs.map(([member, score]) => [member, Number(score)]));
    } else contents[key] = Object.fromEntries(pairsOf(await server.command("HGETALL", key)));
  }
  return contents;
}

function pairsOf(answer: unknown): [string, string][] {
  const texts = Texts.parse(answer);
  return texts.flatMap((text, n) => (n % 2 === 0 ? [[text, texts[n + 1] ?? ""]] : []));
}
