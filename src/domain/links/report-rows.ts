import { rejectMention } from "../comments/mentions.ts";
import { isPublicComment } from "../comments/states.ts";
import { rejectComment } from "../comments/moderating.ts";
import { visibility } from "../favours/job-states.ts";
import { rejectThanks } from "../favours/thanks-moderating.ts";
import { hideJob } from "../favours/moderating.ts";
import { parseForm } from "../kernel/form.ts";
import type { Decided } from "../records/decision.ts";
import { decideReport, reportRefusal } from "../reports/deciding-reports.ts";
import type { Target } from "../reports/target.ts";
import { withConsequences } from "./deciding.ts";
import { OPTIONAL_REASON_FORM } from "./forms.ts";
import { type FormContext, row, rowWith, type RowsOf } from "./row.ts";

/** What a moderator makes of a report. */
export const REPORT_ROWS: RowsOf<"moderator", "report"> = {
  // Taking away what it is about upholds every report about it.
  uphold: rowWith({
    step: { of: "report", action: "uphold" },
    button: { look: "danger", form: "optionalReason", folded: true },
    parse: (values) => parseForm(OPTIONAL_REASON_FORM, values),
    rule(found, { reason, version }, context) {
      const refusal = reportRefusal(found.report, "upheld", version);
      if (refusal !== null) return refusal;
      const words = reason ?? context.desk?.wordsOf(found.report.reason) ?? "";
      const removed = found.target && removal(found.target, words, context);
      return removed ?? decideReport({ ...found, version }, "uphold", context.now);
    },
  }),
  dismiss: row({
    step: { of: "report", action: "dismiss" },
    button: { look: "plain" },
    rule: (found, { version }, { now }) => decideReport({ ...found, version }, "dismiss", now),
  }),
};

/** What is reported is taken away, as it is now: what changed since the report is the moderator's to see. Null: it is not to be seen, or has reached its reader. */
function removal(target: Target, reason: string, context: FormContext): Decided<string> | null {
  const values = { reason };
  if (target.kind === "job") {
    if (visibility(target.job) !== "public" && target.job.state !== "held") return null;
    const hidden = hideJob({ ...target, reason }, context);
    return withConsequences(hidden, { linked: target, action: "hide", values }, context);
  }
  if (target.kind === "mention") {
    if (target.mention.state !== "approved" && target.mention.state !== "held") return null;
    const taken = rejectMention({ ...target, reason });
    return withConsequences(taken, { linked: target, action: "reject", values }, context);
  }
  if (target.kind === "thanks") {
    if (target.thanks.state !== "published" && target.thanks.state !== "held") return null;
    const rejected = rejectThanks({ ...target, reason });
    return withConsequences(rejected, { linked: target, action: "reject", values }, context);
  }
  if (target.kind !== "comment") return null;
  if (!isPublicComment(target.comment) && target.comment.state !== "held") return null;
  const rejected = rejectComment({ ...target, reason }, context);
  return withConsequences(rejected, { linked: target, action: "reject", values }, context);
}
