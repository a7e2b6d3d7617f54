import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as z from "zod/mini";
import { SECOND, type Millis } from "../../domain/kernel/time.ts";
import { whenFree } from "../../files/busy.ts";
import { ownFile, ownFolder } from "../../files/own-files.ts";
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

/** How long we wait, thread and all, for another process that makes the same file at the same time. */
const MAKING_TIMEOUT: Millis = 2 * SECOND;

/**
 * Where mails go when no mail service is configured: a file on this machine, that the local host shows at `/buzon/`.
 * Like the mail service it takes a mail once for each id, and what it took survives a crash.
 */
export function createMailbox(file: string, now: () => Millis = Date.now): Mailbox {
  ownFolder(dirname(file));
  ownFile(file);
  const database = new DatabaseSync(file);
  database.exec(
    `PRAGMA busy_timeout = ${String(MAKING_TIMEOUT)}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`,
  );
  database.exec(SCHEMA);
  // From here on who sends waits without the thread.
  database.exec("PRAGMA busy_timeout = 0");
  const insert = database.prepare("INSERT OR IGNORE INTO mail VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)");
  const select = database.prepare(
    `SELECT id, recipient AS "to", subject, text, html, headers, attachments, created_at AS createdAt
     FROM mail ORDER BY position DESC`,
  );
  return {
    async send({ id, to, subject, text, html, headers, replyTo, attachments = [] }) {
      const all = replyTo === undefined ? headers : { ...headers, "Reply-To": replyTo };
      const createdAt = new Date(now()).toISOString();
      try {
        const [allHeaders, allAttachments] = [JSON.stringify(all), JSON.stringify(attachments)];
        await whenFree(() => insert.run(id, to, subject, text, html, allHeaders, allAttachments, createdAt));
        return { ok: true };
      } catch (cause) {
        const error = cause instanceof Error ? cause.message : "unknown failure";
        return { ok: false, retry: true, error: `the local mailbox: ${error}` };
      }
    },
    list: () => z.parse(z.array(Row), select.all()),
    close() {
      database.close();
    },
  };
}
