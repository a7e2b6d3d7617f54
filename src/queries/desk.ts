import { DEAD_MAILS_SHOWN, QUEUE_PAGE_SIZE, UNDO_HOURS, UNDO_SHOWN } from "../domain/kernel/limits.ts";
import { HOUR } from "../domain/kernel/time.ts";
import { verdictId } from "../domain/moderation/log.ts";
import { isSessionAlive } from "../domain/moderation/sessions.ts";
import type { LogEntry } from "../domain/records/log-entry.ts";
import { getServices, type Services } from "../services.ts";
import { type DeskItem, deskItems } from "./desk-items.ts";
import { searchDesk } from "./desk-search.ts";

/** A decision that can still be taken back. */
export interface Undoable {
  readonly entry: LogEntry;
  /** What it was about, as it is now. */
  readonly item: DeskItem;
}

/** A letter that never left. */
interface DeadLetter {
  readonly name: string;
  readonly deadAt: number;
}

/** What a moderator who signed in sees. Never cached. */
export interface DeskView {
  /** What waits on this page, or what was found. */
  readonly items: readonly DeskItem[];
  /** How much waits in all. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** What was looked for; null: it is the queue. */
  readonly query: string | null;
  readonly undoable: readonly Undoable[];
  readonly deadLetters: readonly DeadLetter[];
  readonly now: number;
}

/** `closed`: nobody signed in, or no longer. */
export type DeskAnswer =
  { readonly status: "ok"; readonly view: DeskView } | { readonly status: "closed" | "down" };

/** @param cookie what the cookie of a session says; null: it was not sent. */
export async function deskPage(
  cookie: string | null,
  query: string | null,
  page: number,
): Promise<DeskAnswer> {
  if (cookie === null || cookie === "") return { status: "closed" };
  try {
    const services = await getServices();
    const { store, signer, config, now } = services;
    const session = await store.read("session", signer.sessionId(cookie));
    if (session === null || !isSessionAlive(session, now(), config.moderators)) return { status: "closed" };
    return { status: "ok", view: await look(services, query, page) };
  } catch {
    return { status: "down" };
  }
}

async function look(services: Services, query: string | null, page: number): Promise<DeskView> {
  const { store, now } = services;
  const time = now();
  const from = (page - 1) * QUEUE_PAGE_SIZE;
  const [{ things, total }, dead, undoable] = await Promise.all([
    store.waiting(from, QUEUE_PAGE_SIZE, time),
    store.deadMails(DEAD_MAILS_SHOWN),
    decisionsToUndo(services),
  ]);
  const shown = query === null ? things : await searchDesk(services, query);
  return {
    items: await deskItems(services, shown),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / QUEUE_PAGE_SIZE)),
    query,
    undoable,
    deadLetters: dead.map(({ name, deadAt }) => ({ name, deadAt })),
    now: time,
  };
}

/** The newest decisions whose thing is still as they left it. */
async function decisionsToUndo(services: Services): Promise<Undoable[]> {
  const { store, now } = services;
  const entries = (await store.newestDecisions(UNDO_SHOWN)).filter(
    ({ at }) => at > now() - UNDO_HOURS * HOUR,
  );
  const idsOf = (kind: LogEntry["kind"]): string[] =>
    entries.filter((entry) => entry.kind === kind).map(({ thing }) => thing);
  const [jobs, comments, mentions] = await Promise.all([
    store.readMany("job", idsOf("job")),
    store.readMany("comment", idsOf("comment")),
    store.readMany("mention", idsOf("mention")),
  ]);
  const things = [
    ...jobs.map((job) => job && ({ why: "job", linked: { kind: "job", job } } as const)),
    ...comments.map(
      (comment) => comment && ({ why: "comment", linked: { kind: "comment", comment } } as const),
    ),
    ...mentions.map(
      (mention) => mention && ({ why: "mention", linked: { kind: "mention", mention } } as const),
    ),
  ].filter((thing) => thing !== null);
  const items = await deskItems(services, things);
  const verdicts = await store.readMany(
    "verdict",
    items.map(({ id, version }) => verdictId(id, version)),
  );
  const open = new Map(items.flatMap((item, at) => (verdicts[at] ? [[item.id, item] as const] : [])));
  return entries.flatMap((entry) => {
    const item = open.get(entry.thing);
    // The newest decision about a thing is the one that its verdict undoes.
    open.delete(entry.thing);
    return item === undefined ? [] : [{ entry, item }];
  });
}
