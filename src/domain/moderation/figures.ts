import type { Millis } from "../kernel/time.ts";
import type { LogEntry } from "../records/log-entry.ts";

/** What moderation did in some time, as everybody may know it. */
export interface ModerationFigures {
  readonly reviewed: number;
  readonly published: number;
  readonly notPublished: number;
  readonly restored: number;
  /** Half of what waited was decided faster; null: nothing had waited. */
  readonly medianWait: Millis | null;
}

const PUBLISHED: readonly string[] = ["approve"];
const NOT_PUBLISHED: readonly string[] = ["reject", "spam", "hide"];

/** Counts decisions about what was written; those about who wrote it are nobody's business. */
export function moderationFigures(entries: readonly LogEntry[]): ModerationFigures {
  const count = (actions: readonly string[]): number =>
    entries.filter(({ action }) => actions.includes(action)).length;
  const [published, notPublished] = [count(PUBLISHED), count(NOT_PUBLISHED)];
  const waits = entries.flatMap(({ waited }) => waited ?? []).toSorted((one, other) => one - other);
  return {
    reviewed: published + notPublished,
    published,
    notPublished,
    restored: count(["restore"]),
    medianWait: waits[Math.floor((waits.length - 1) / 2)] ?? null,
  };
}
