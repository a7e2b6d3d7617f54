import { REPORT_REASON_NAMES } from "../../src/copy/names.ts";
import { err, fail, invalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { decideReportAtDesk } from "../../src/domain/links/report-rows.ts";
import { OPTIONAL_REASON_FORM } from "../../src/domain/links/forms.ts";
import type { FormContext } from "../../src/domain/links/row.ts";
import type { FoundReport } from "../../src/domain/reports/reporting.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import type { DeskAction } from "../../src/domain/records/log-entry.ts";
import type { Session } from "../../src/domain/records/session.ts";
import type { TypedFields } from "../http/body.ts";
import type { Deps } from "./deps.ts";
import { type AtDesk, readAtDesk } from "./desk.ts";
import { readReport } from "./reported.ts";

/** A report as a moderator decides about it, with what it is about. */
export interface ReportAtDesk {
  readonly found: FoundReport;
  /** Null: what it is about is gone. */
  readonly about: AtDesk | null;
}

/** Null: no report has this id. */
export async function readReportAtDesk(
  id: string,
  session: Session,
  deps: Deps,
): Promise<ReportAtDesk | null> {
  const found = await readReport(id, deps);
  if (found === null) return null;
  const { target, report } = found;
  // Upholding decides about the thing as it is now; what changed since the report is the moderator's to see.
  return { found, about: target && (await readAtDesk(report.about.id, 1, session, deps)) };
}

export function decideReportForm(
  { found, about }: ReportAtDesk,
  { action, version, fields }: { action: DeskAction; version: number; fields: TypedFields },
  moderator: string,
  context: FormContext,
): Decided<string> {
  if (action !== "uphold" && action !== "dismiss") return err(fail("actionNotAllowed"));
  const asked = parseForm(OPTIONAL_REASON_FORM, fields);
  if (!asked.ok) return err(invalid(asked.error));
  const reason = asked.value.reason ?? `Nos han avisado: ${REPORT_REASON_NAMES[found.report.reason]}.`;
  return decideReportAtDesk(found, about, { action, version, reason, moderator }, context);
}
