import type { Millis } from "../domain/time.ts";
import type { Sql } from "./embedded-database.ts";
import { createEntries, type Entries } from "./embedded-entries.ts";
import { createHashes, type Hashes } from "./embedded-hashes.ts";
import { createSortedSets, type SortedSets } from "./embedded-sets.ts";

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
