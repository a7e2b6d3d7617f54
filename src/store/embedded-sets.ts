import type { Sql } from "./embedded-database.ts";
import type { Entries } from "./embedded-entries.ts";

export interface ScoreBound {
  readonly at: number;
  readonly exclusive: boolean;
}

/** Sorted sets as Redis knows them: by score, then by the bytes of the member. */
export interface SortedSets {
  add(key: string, score: number, member: string): void;
  remove(key: string, member: string): void;
  /** The scores of those that are members. */
  scores(key: string, members: readonly string[]): ReadonlyMap<string, number>;
  size(key: string): number;
  /** Members by place from 0 to `stop` inclusive; negative places count from the end. */
  range(key: string, start: number, stop: number, backwards: boolean): string[];
  rangeByScore(key: string, min: ScoreBound, max: ScoreBound, offset: number, count: number): string[];
  count(key: string, min: ScoreBound, max: ScoreBound): number;
}

export function createSortedSets(sql: Sql, entries: Entries): SortedSets {
  function membersOf(text: string, ...values: number[]): string[] {
    return sql.all(text, ...values).map((row) => String(row["member"]));
  }

  return {
    add(key, score, member) {
      const { id } = entries.findOrCreate(key, "set");
      const update = "UPDATE member SET score = ? WHERE entry = ? AND member = ?";
      if (sql.run(update, score, id, member) > 0) return;
      sql.run("INSERT INTO member (entry, member, score) VALUES (?, ?, ?)", id, member, score);
      sql.run("UPDATE entry SET size = size + 1 WHERE id = ?", id);
    },
    remove(key, member) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return;
      if (sql.run("DELETE FROM member WHERE entry = ? AND member = ?", entry.id, member) === 0) return;
      if (entry.size === 1) entries.remove(key);
      else sql.run("UPDATE entry SET size = size - 1 WHERE id = ?", entry.id);
    },
    scores(key, members) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return new Map();
      const rows = sql.all(
        "SELECT member, score FROM member WHERE entry = ? AND member IN (SELECT value FROM json_each(?))",
        entry.id,
        JSON.stringify(members),
      );
      return new Map(rows.map((row) => [String(row["member"]), Number(row["score"])]));
    },
    size: (key) => entries.find(key, "set")?.size ?? 0,
    range(key, start, stop, backwards) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return [];
      const first = Math.max(0, start < 0 ? entry.size + start : start);
      const last = stop < 0 ? entry.size + stop : stop;
      if (last < first) return [];
      const way = backwards ? "DESC" : "ASC";
      return membersOf(
        `SELECT member FROM member WHERE entry = ? ORDER BY score ${way}, member ${way} LIMIT ? OFFSET ?`,
        entry.id,
        last - first + 1,
        first,
      );
    },
    rangeByScore(key, min, max, offset, count) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return [];
      return membersOf(
        `SELECT member FROM member WHERE entry = ? AND ${between(min, max)} ORDER BY score, member LIMIT ? OFFSET ?`,
        entry.id,
        min.at,
        max.at,
        count,
        offset,
      );
    },
    count(key, min, max) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return 0;
      const text = `SELECT count(*) AS found FROM member WHERE entry = ? AND ${between(min, max)}`;
      return Number(sql.get(text, entry.id, min.at, max.at)?.["found"]);
    },
  };
}

function between(min: ScoreBound, max: ScoreBound): string {
  return `score ${min.exclusive ? ">" : ">="} ? AND score ${max.exclusive ? "<" : "<="} ?`;
}
