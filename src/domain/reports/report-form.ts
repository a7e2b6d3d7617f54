import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { err, ok } from "../kernel/errors.ts";
import { choice, field, FIELDS, optionalText } from "../kernel/fields.ts";
import type { FieldsOf } from "../kernel/form.ts";
import { REASON_MAX_LENGTH } from "../kernel/limits.ts";
import { ADDRESS_FORM } from "../people/person.ts";
import { REPORT_KINDS, REPORT_REASONS } from "../records/report.ts";

/** The form of `/api/reports`. */
export const REPORT_FORM = z.object({
  kind: choice(REPORT_KINDS, "reportedMissing", "reportedMissing").register(FIELDS, { isCarried: true }),
  /** Whether there is such a thing is looked up outside. */
  id: field((typed) => {
    const id = cleanLine(typed);
    return id === "" ? err("reportedMissing") : ok(id);
  }).register(FIELDS, { isCarried: true }),
  reason: choice(REPORT_REASONS, "reportReasonMissing", "reportReasonMissing"),
  text: optionalText(REASON_MAX_LENGTH, "reasonTooLong"),
  email: ADDRESS_FORM.shape.email,
});
export type ReportDraft = FieldsOf<typeof REPORT_FORM.shape>;
