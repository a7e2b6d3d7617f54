import * as z from "zod/mini";
import type { Millis } from "../../domain/kernel/time.ts";
import { openDatabase } from "../../files/database.ts";
import { createGroup } from "../../files/group.ts";
import type { Mailer } from "./mailer.ts";

const Attachments = z.array(z.object({ filename: z.string(), content: z.string(), contentType: z.string() }));
const Row = z.object({
  id: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => JSON.parse(text) as unknown),
    ),
    z.record(z.string(), z.string()),
  ),
  attachments: z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => JSON.parse(text) as unknown),
    ),
    Attachments,
  ),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
});

/** A mail as the local mailbox keeps it. */
export type StoredMail = z.infer<typeof Row>;

export interface Mailbox extends Mailer {
  /** Newest first. */
  list(): StoredMail[];
  close(): void;
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS mail (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE, recipient TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL,
    headers TEXT NOT NULL, attachments TEXT NOT NULL, created_at TEXT NOT NULL
  ) STRICT`;

const INSERT = "INSERT OR IGNORE INTO mail VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)";
const SELECT = `SELECT id, recipient AS "to", subject, text, html, headers, attachments, created_at AS createdAt
  FROM mail ORDER BY position DESC`;

/**
 * Where mails go when no mail service is configured: a file on this machine, that the local host shows at `/buzon/`.
 * Like the mail service it takes a mail once for each id, and what it took survives a crash. Mails that come at the same moment wait
 * for the disk together.
 */
export function createMailbox(file: string, now: () => Millis = Date.now): Mailbox {
  const sql = openDatabase(file, (database) => {
    database.exec(SCHEMA);
  });
  const inGroup = createGroup(sql);
  return {
    async send({ id, to, subject, text, html, headers, replyTo, attachments = [] }) {
      const all = replyTo === undefined ? headers : { ...headers, "Reply-To": replyTo };
      const createdAt = new Date(now()).toISOString();
      try {
        const [allHeaders, allAttachments] = [JSON.stringify(all), JSON.stringify(attachments)];
        await inGroup(() =>
          sql.run(INSERT, id, to, subject, text, html, allHeaders, allAttachments, createdAt),
        );
        return { ok: true };
      } catch (cause) {
        const error = cause instanceof Error ? cause.message : "unknown failure";
        return { ok: false, retry: true, error: `the local mailbox: ${error}` };
      }
    },
    list: () => z.parse(z.array(Row), sql.all(SELECT)),
    close() {
      sql.close();
    },
  };
}
