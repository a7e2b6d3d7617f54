import type { Millis } from "../kernel/time.ts";
import type { LogEntry } from "../records/log-entry.ts";

/** What moderation did in some time, as everybody may know it. */
export interface ModerationFigures {
  readonly reviewed: number;
  readonly published: number;
  readonly notPublished: number;
  readonly restored: number;
  /** Appeals that were decided, and how many of them were right. */
  readonly appeals: { readonly decided: number; readonly won: number };
  /** Half of what waited was decided faster; null: nothing had waited. */
  readonly medianWait: Millis | null;
}

const PUBLISHED: readonly string[] = ["approve"];
const NOT_PUBLISHED: readonly string[] = ["reject", "spam", "hide"];

/** Counts decisions about what was written; those about who wrote it are nobody's business. */
export function moderationFigures(entries: readonly LogEntry[]): ModerationFigures {
  const first = entries.filter(({ appeal }) => appeal === undefined);
  const count = (actions: readonly string[]): number =>
    first.filter(({ action }) => actions.includes(action)).length;
  const won = entries.filter(({ appeal }) => appeal === "won").length;
  const [published, notPublished] = [count(PUBLISHED), count(NOT_PUBLISHED)];
  const waits = entries.flatMap(({ waited }) => waited ?? []).toSorted((one, other) => one - other);
  return {
    reviewed: published + notPublished,
    published,
    notPublished,
    restored: count(["restore"]),
    appeals: { decided: entries.length - first.length, won },
    medianWait: waits[Math.floor((waits.length - 1) / 2)] ?? null,
  };
}
