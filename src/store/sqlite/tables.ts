import type { DatabaseSync } from "node:sqlite";
import { isBusy, isFull } from "../../files/busy.ts";

/** Of one file: whether it has tables, and whether its members lie as they did until November 2026. */
const HAS_TABLES = "SELECT 1 FROM sqlite_schema WHERE name = 'field'";
const HAS_OLDER_MEMBERS = "SELECT 1 FROM sqlite_schema WHERE name = 'member_score'";

/**
 * Members of sorted sets, twice: by set and score, which is what pages are read from, and by member, so that the rows of one favour, which
 * stands in some sixty sets, share a page of the file or two ([0032](../../../docs/decisions/0032-members-lie-by-score-and-by-member.md)).
 */
function members(name: string): string {
  return `CREATE TABLE ${name} (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, member TEXT NOT NULL, score REAL NOT NULL,
    PRIMARY KEY (entry, score, member)
  ) STRICT, WITHOUT ROWID;`;
}
const BY_MEMBER = "CREATE UNIQUE INDEX member_of ON member (member, entry);";

const TABLES = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
    text TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0, expires INTEGER
  ) STRICT;
  CREATE INDEX entry_expires ON entry (expires) WHERE expires IS NOT NULL;
  ${members("member")}
  ${BY_MEMBER}
  CREATE TABLE field (
    entry INTEGER NOT NULL REFERENCES entry ON DELETE CASCADE, field TEXT NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (entry, field)
  ) STRICT, WITHOUT ROWID;
`;

const MOVE_MEMBERS = `
  ${members("moved_member")}
  INSERT INTO moved_member (entry, member, score) SELECT entry, member, score FROM member ORDER BY entry, score, member;
  DROP TABLE member;
  ALTER TABLE moved_member RENAME TO member;
  ${BY_MEMBER}
`;

/** Makes a file's tables, or brings those of an older file into today's order; one that is as it should be is not locked. */
export function makeTables(database: DatabaseSync): void {
  if (!has(database, HAS_TABLES)) once(database, () => !has(database, HAS_TABLES), TABLES);
  else if (has(database, HAS_OLDER_MEMBERS)) moveMembers(database);
}

/** Every question is answered alike from both orders, so that where there is no way now there is one when the file is next opened. */
function moveMembers(database: DatabaseSync): void {
  try {
    once(database, () => has(database, HAS_OLDER_MEMBERS), MOVE_MEMBERS);
  } catch (error) {
    if (!isBusy(error) && !isFull(error)) throw error;
  }
}

/** All of it or nothing; another process may have done it while we waited for the lock. */
function once(database: DatabaseSync, isNeeded: () => boolean, work: string): void {
  database.exec("BEGIN IMMEDIATE");
  try {
    if (isNeeded()) database.exec(work);
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  }
}

function has(database: DatabaseSync, question: string): boolean {
  return database.prepare(question).get() !== undefined;
}
