import { completeJob, disputeJob, dropOut } from "../../src/domain/favours/agreement.ts";
import { editJob, eraseJob, renewJob, withdrawJob } from "../../src/domain/favours/changing.ts";
import { acceptOffer, declineOffer } from "../../src/domain/favours/choosing.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { JOB_TEXT_FORM, jobTextFields, parseJobEdit } from "../../src/domain/favours/job-form.ts";
import { REASON_FORM, WITHDRAW_FORM } from "../../src/domain/links/actions.ts";
import { ruleContext } from "../forms/deps.ts";
import { signalsOf } from "../forms/form-endpoint.ts";
import { withFields, type ActionTable } from "./action-table.ts";
import type { FoundJob } from "./linked.ts";

/** What the poster's link can ask for. */
export const POSTER_ACTIONS: ActionTable<FoundJob> = {
  accept: (found, { fields, deps, shown }) =>
    acceptOffer({ ...found, ...shown, offerId: fields["offer"] ?? "" }, ruleContext(deps)),
  decline: (found, { fields, deps, shown }) =>
    declineOffer({ ...found, ...shown, offerId: fields["offer"] ?? "" }, ruleContext(deps)),
  edit: (found, form) =>
    withFields(parseJobEdit(form.fields, found.job, form.deps.now()), (edit) => {
      const signer = { name: edit.name, email: found.job.poster.email };
      const signals = signalsOf(form, suspectTexts(JOB_TEXT_FORM, jobTextFields(edit)), signer);
      return editJob({ ...found, ...form.shown, edit, signals }, ruleContext(form.deps));
    }),
  withdraw: (found, { fields, deps }) =>
    withFields(parseForm(WITHDRAW_FORM, fields), ({ reason }) =>
      withdrawJob({ ...found, reason }, ruleContext(deps)),
    ),
  dropOut: (found, { fields, deps }) =>
    withFields(parseForm(REASON_FORM, fields), ({ reason }) =>
      dropOut({ ...found, by: "poster", reason }, ruleContext(deps)),
    ),
  complete: (found, { deps }) => completeJob(found, ruleContext(deps)),
  dispute: (found, { fields, deps }) =>
    withFields(parseForm(REASON_FORM, fields), ({ reason }) =>
      disputeJob({ ...found, reason }, ruleContext(deps)),
    ),
  renew: (found, { deps }) => renewJob(found, ruleContext(deps)),
  erase: (found, { deps }) => eraseJob(found, ruleContext(deps)),
};
