import { isPublicComment } from "../comments/states.ts";
import { visibility } from "../favours/job-states.ts";
import type { Desk } from "../moderation/desk.ts";
import { decideReport } from "../reports/deciding-reports.ts";
import { logged } from "../moderation/log.ts";
import type { FoundReport } from "../reports/reporting.ts";
import { err, fail } from "../kernel/errors.ts";
import { alreadyDone, type Decided } from "../records/decision.ts";
import type { DeskAction } from "../records/log-entry.ts";
import { decideAtDesk, type DeskKind } from "./desk-rows.ts";
import type { Found } from "./linked.ts";
import type { FormContext } from "./row.ts";

interface Asked {
  readonly action: "uphold" | "dismiss";
  /** Of the report. */
  readonly version: number;
  /** To who wrote it. */
  readonly reason: string;
  /** Keyed hash of the moderator's address. */
  readonly moderator: string;
}

/**
 * A moderator decides about a report, and it is written into the log. Who upholds it takes a favour, a comment or a mention away, which upholds every
 * report about it. Errors: `reportChanged`, those of hiding.
 */
export function decideReportAtDesk(
  found: FoundReport,
  about: { readonly found: Found<DeskKind>; readonly desk: Desk } | null,
  { action, version, reason, moderator }: Asked,
  context: FormContext,
): Decided<string> {
  const { report } = found;
  if (report.state === (action === "uphold" ? "upheld" : "dismissed"))
    return alreadyDone(report.id, report.state);
  if (report.state !== "received" || version !== report.version) return err(fail("reportChanged"));
  const removal = about && action === "uphold" ? removalOf(about.found) : null;
  const outcome =
    about === null || removal === null
      ? decideReport({ ...found, version }, action, context.now)
      : decideAtDesk(removal, about.found, { reason }, { ...context, desk: about.desk });
  const address = about?.desk.writer.id ?? report.address;
  const waitedSince = report.receivedAt;
  const entry = { kind: "report", thing: report.id, action, by: moderator, reason: null, address } as const;
  return logged(outcome, { ...entry, waitedSince }, context);
}

/** How what a report is about is taken away; null: it is not to be seen, or never was. */
function removalOf(found: Found<DeskKind>): DeskAction | null {
  if (found.kind === "job")
    return visibility(found.job) === "public" || found.job.state === "held" ? "hide" : null;
  if (found.kind === "mention")
    return found.mention.state === "approved" || found.mention.state === "held" ? "reject" : null;
  // A message has reached its reader.
  if (found.kind !== "comment") return null;
  return isPublicComment(found.comment) || found.comment.state === "held" ? "reject" : null;
}
