import type { Millis } from "../../domain/kernel/time.ts";
import type { Sql } from "../../files/database.ts";
import { createEntries, type Entries } from "./entries.ts";

/** Everything that is kept, by key. */
export interface Keyspace {
  readonly entries: Entries;
  readonly sets: SortedSets;
  readonly hashes: Hashes;
}

export function createKeyspace(sql: Sql, clock: () => Millis): Keyspace {
  const entries = createEntries(sql, clock);
  return { entries, sets: createSortedSets(sql, entries), hashes: createHashes(sql, entries) };
}

/** What a command answers, as Redis does over REST. */
export type Reply = string | number | null | readonly Reply[];

export interface Hashes {
  get(key: string, field: string): string | null;
  set(key: string, field: string, text: string): void;
  remove(key: string, field: string): void;
  /** Of all its fields, in no order. */
  texts(key: string): string[];
  /** Each field and, behind it, its text. */
  pairs(key: string): string[];
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
    texts(key) {
      const entry = entries.find(key, "hash");
      if (entry === undefined) return [];
      const rows = sql.all("SELECT text FROM field WHERE entry = ?", entry.id);
      return rows.map((row) => String(row["text"]));
    },
    pairs(key) {
      const entry = entries.find(key, "hash");
      if (entry === undefined) return [];
      const rows = sql.all("SELECT field, text FROM field WHERE entry = ?", entry.id);
      return rows.flatMap((row) => [String(row["field"]), String(row["text"])]);
    },
  };
}

export interface ScoreBound {
  readonly at: number;
  readonly exclusive: boolean;
}

export interface Listing {
  readonly boards: readonly string[];
  readonly endings: readonly string[];
  readonly now: number;
  readonly backwards: boolean;
  readonly offset: number;
  readonly count: number;
}

/** Sorted sets as Redis knows them: by score, then by the bytes of the member. */
export interface SortedSets {
  add(key: string, score: number, member: string): void;
  remove(key: string, member: string): void;
  /** The scores of those that are members. */
  scores(key: string, members: readonly string[]): ReadonlyMap<string, number>;
  /**
   * Of these members those that one of `boards` has and one of `endings` with a score from `now` on: how many, and a page of them by
   * their score on their board. Of several that have a member the last one counts.
   */
  listed(members: readonly string[], where: Listing): { total: number; page: string[] };
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
      const insert =
        "INSERT INTO member (entry, member, score) VALUES (?, ?, ?) ON CONFLICT (entry, member) DO NOTHING";
      const isNew = sql.run(insert, id, member, score) > 0;
      if (isNew) sql.run("UPDATE entry SET size = size + 1 WHERE id = ?", id);
      else sql.run("UPDATE member SET score = ? WHERE entry = ? AND member = ?", score, id, member);
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
    listed(members, { boards, endings, now, backwards, offset, count }) {
      const idsOf = (keys: readonly string[]): number[] =>
        keys.flatMap((key) => entries.find(key, "set")?.id ?? []).reverse();
      const scoreIn = (ids: readonly number[]): string =>
        // With a second NULL there are two at least, as it asks for.
        `coalesce(${ids.map(() => "(SELECT score FROM member WHERE entry = ? AND member = value)").join(", ")}${ids.length > 0 ? ", " : ""}NULL, NULL)`;
      const [places, ends] = [idsOf(boards), idsOf(endings)];
      const way = backwards ? "DESC" : "ASC";
      const rows = sql.all(
        `SELECT value
          FROM (SELECT value, ${scoreIn(places)} AS place, ${scoreIn(ends)} AS ending FROM json_each(?))
          WHERE place IS NOT NULL AND ending >= ? ORDER BY place ${way}, value ${way}`,
        ...places,
        ...ends,
        JSON.stringify(members),
        now,
      );
      return {
        total: rows.length,
        page: rows.slice(offset, offset + count).map((row) => String(row["value"])),
      };
    },
    size: (key) => entries.find(key, "set")?.size ?? 0,
    range(key, start, stop, backwards) {
      const entry = entries.find(key, "set");
      if (entry === undefined) return [];
      const first = Math.max(0, start < 0 ? entry.size + start : start);
      const last = stop < 0 ? entry.size + stop : stop;
      if (last < first || first >= entry.size) return [];
      // SQLite walks to a place: to one in the second half from the end.
      const isFar = first > entry.size / 2;
      const end = Math.min(last, entry.size - 1);
      const way = backwards === isFar ? "ASC" : "DESC";
      const members = membersOf(
        `SELECT member FROM member WHERE entry = ? ORDER BY score ${way}, member ${way} LIMIT ? OFFSET ?`,
        entry.id,
        end - first + 1,
        isFar ? entry.size - 1 - end : first,
      );
      return isFar ? members.reverse() : members;
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
