import { API, THANKS } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { REPORT_RATE } from "../../src/domain/kernel/request-limits.ts";
import { REPORT_FORM, type ReportDraft } from "../../src/domain/reports/report-form.ts";
import { sendReport } from "../../src/domain/reports/reporting.ts";
import type { Target } from "../../src/domain/reports/target.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import { reportPath } from "../../src/urls.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { readTarget } from "./reported.ts";
import { resource } from "./resource.ts";

interface Found {
  readonly target: Target | null;
  readonly address: string;
  readonly mailbox: string;
}

const report: FormEndpoint<ReportDraft, Found> = {
  name: () => API.reports,
  rate: REPORT_RATE,
  once: true,
  formPage: ({ fields }) => reportPath(fields["kind"] ?? "", fields["id"] ?? ""),

  parse: ({ fields }) => orInvalid(parseForm(REPORT_FORM, fields)),

  letterTo: ({ email }) => email,

  read: async ({ kind, id, email }, { deps }) => ({
    target: await readTarget(kind, id, deps),
    address: deps.signer.addressId(email),
    mailbox: deps.signer.addressId(mailboxOf(email)),
  }),

  decide: (draft, found, context) => sendReport({ draft, ...found }, context),

  accepted: ({ id }) => ({ status: 202, body: { id }, location: THANKS.report }),
};

/** `/api/reports`: "avisar de un problema". */
export const reports = resource({ POST: receive(report) });
