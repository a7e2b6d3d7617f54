import { err, fail } from "../kernel/errors.ts";
import type { Millis } from "../kernel/time.ts";
import { alreadyDone, type Decided, decided, isNothing } from "../records/decision.ts";
import type { OpenReports, Report, Reported, ReportState } from "../records/report.ts";
import { closeReports } from "./reporting.ts";

/** What a decision about the thing says of the reports about it. */
const MEANING: Readonly<Record<string, "upheld" | "dismissed">> = {
  approve: "dismissed",
  restore: "dismissed",
  hide: "upheld",
  reject: "upheld",
  spam: "upheld",
};

/** The same decision with the reports about the thing decided too: approving it dismisses them, taking it away upholds them. */
export function withReports<S extends string>(
  outcome: Decided<S>,
  action: string,
  open: OpenReports | null,
  now: Millis,
): Decided<S> {
  const state = MEANING[action];
  if (state === undefined || open === null || !outcome.ok || isNothing(outcome.value.decision))
    return outcome;
  const { decision } = outcome.value;
  const closed = closeReports(open.reports, open.reported, { state, cleared: state === "dismissed" }, now);
  const changes = [...decision.changes, ...closed.changes];
  // Whoever had everything of theirs erased is told of nothing.
  const mails = [...decision.mails, ...closed.mails.filter(({ to }) => to !== "")];
  return { ok: true, value: { ...outcome.value, decision: { ...decision, changes, mails } } };
}

/** What a moderator's decision about a report is answered with where it can't be made; null: it can. Errors: `reportChanged`. */
export function reportRefusal(
  report: Report,
  state: "upheld" | "dismissed",
  version: number | undefined,
): Decided<ReportState> | null {
  if (report.state === state) return alreadyDone(report.id, state);
  const isSame = version === undefined || version === report.version;
  return report.state === "received" && isSame ? null : err(fail("reportChanged"));
}

/** One report alone is decided; what it is about stays as it is. Errors: `reportChanged`. */
export function decideReport(
  { report, reported, version }: { report: Report; reported: Reported | null; version?: number | undefined },
  action: "uphold" | "dismiss",
  now: Millis,
): Decided<ReportState> {
  const state = action === "uphold" ? "upheld" : "dismissed";
  const refusal = reportRefusal(report, state, version);
  if (refusal !== null) return refusal;
  if (reported === null) return err(fail("reportChanged"));
  return decided(report.id, state, closeReports([report], reported, { state, cleared: false }, now));
}
