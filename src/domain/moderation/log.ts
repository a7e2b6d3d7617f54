import { LOG_DAYS, UNDO_HOURS } from "../kernel/limits.ts";
import { DAY, HOUR, type Millis } from "../kernel/time.ts";
import type { Change, Decided, Decision } from "../records/decision.ts";
import { isNothing } from "../records/decision.ts";
import type { LogEntry } from "../records/log-entry.ts";
import type { NewId } from "../kernel/shapes.ts";
import type { Verdict } from "../records/verdict.ts";

/** What a decision of a moderator was about. */
export interface Moderated extends Pick<
  LogEntry,
  "kind" | "thing" | "action" | "by" | "reason" | "appeal" | "address"
> {
  /** Since when it waited; null: it did not. */
  readonly waitedSince: Millis | null;
}

/** Actions that can be taken back. What was masked is gone, and what was decided between two people was told to both. */
const UNDOABLE: readonly string[] = ["approve", "reject", "spam", "hide", "restore"];
/** What a decision is about, and what taking it back brings back: nothing that a visitor wrote. */
const DECIDED: readonly string[] = [
  "state",
  "stateBefore",
  "reason",
  "signals",
  "cleared",
  "publishedAt",
  "expiresAt",
];
/** Things that are a record of their own. */
const RECORDS: readonly Change["kind"][] = ["job", "comment", "mention"];

/**
 * The same decision with its entry in the log and, where it can be undone, with what it took the place of: one commit, so
 * that nothing is decided without being written down.
 */
export function logged<S extends string>(
  decided: Decided<S>,
  about: Moderated,
  { now, newId }: { readonly now: Millis; readonly newId: NewId },
): Decided<S> {
  if (!decided.ok || isNothing(decided.value.decision)) return decided;
  const { waitedSince, ...what } = about;
  const entry: LogEntry = {
    ...what,
    id: newId(),
    version: 1,
    at: now,
    waited: waitedSince === null ? null : Math.max(0, now - waitedSince),
  };
  const { decision } = decided.value;
  const changes: Change[] = [
    ...decision.changes,
    { kind: "logEntry", before: null, after: entry, forgetAt: now + LOG_DAYS * DAY },
    ...verdicts(decision, about, now),
  ];
  return { ok: true, value: { ...decided.value, decision: { ...decision, changes } } };
}

function verdicts({ changes }: Decision, { thing, kind, action, appeal }: Moderated, now: Millis): Change[] {
  if (!UNDOABLE.includes(action) || !RECORDS.some((record) => record === kind)) return [];
  const changed = changes.find(({ kind: of }) => of === kind);
  if (!changed?.before || !changed.after) return [];
  const after = new Map<string, unknown>(Object.entries(changed.after));
  const before = Object.entries(changed.before).filter(
    ([field, value]) => DECIDED.includes(field) && value !== after.get(field),
  );
  const expiresAt = now + UNDO_HOURS * HOUR;
  const verdict: Verdict = {
    id: verdictId(thing, changed.after.version),
    version: 1,
    kind,
    action,
    made: changed.after.version,
    before: Object.fromEntries(before),
    appealed: appeal !== undefined,
    expiresAt,
  };
  return [{ kind: "verdict", before: null, after: verdict, forgetAt: expiresAt }];
}

/** Under which id the decision is kept that made this version of a thing. */
export function verdictId(thing: string, made: number): string {
  return `${thing}-${String(made)}`;
}
