import { correctComment } from "../comments/changing.ts";
import { COMMENT_EDIT_FORM } from "../comments/form.ts";
import { confirmComment } from "../comments/writing.ts";
import { confirmDigest, isAsked } from "../favours/digests.ts";
import { confirmJob } from "../favours/asking.ts";
import { correctJob, correctOffer } from "../favours/correcting.ts";
import { JOB_TEXT_FORM, jobTextFields, parseJobEdit } from "../favours/job-form.ts";
import { OFFER_TEXT_FORM, offerTextFields, parseOfferEdit } from "../favours/offer-form.ts";
import { confirmReward } from "../favours/joining.ts";
import { confirmOffer } from "../favours/offering.ts";
import { parseForm, suspectTexts } from "../kernel/form.ts";
import { confirmReport } from "../reports/reporting.ts";
import type { KindOf } from "../records/link.ts";
import { mapped, row, rowWith, type RowsOf } from "./row.ts";

/** What the link of the first mail can ask for: to make it count, or to correct it before. */
export const CONFIRM_ROWS: { readonly [K in KindOf<"confirm">]: RowsOf<"confirm", K> } = {
  job: {
    confirm: row({
      step: { of: "job", action: "confirm" },
      button: { look: "primary" },
      rule: (found, shown, context) => confirmJob({ ...found, ...shown }, context),
    }),
    edit: rowWith({
      step: { of: "job", action: "correct" },
      button: { look: "read", form: "favour", folded: true },
      parse: (values, { job }, now) => mapped(parseJobEdit(values, job, now), (edit) => ({ edit })),
      rule(found, asked, context) {
        const signer = { name: asked.edit.name, email: found.job.poster.email };
        const signals = context.assess(suspectTexts(JOB_TEXT_FORM, jobTextFields(asked.edit)), signer);
        return correctJob({ ...found, ...asked, signals }, context);
      },
    }),
  },
  offer: {
    confirm: row({
      step: { of: "offer", action: "confirm" },
      needs: "offers",
      button: { look: "primary" },
      rule: (found, shown, context) => confirmOffer({ ...found, ...shown }, context),
    }),
    edit: rowWith({
      step: { of: "offer", action: "correct" },
      button: { look: "read", form: "offer", folded: true },
      parse: (values, { offer }) => mapped(parseOfferEdit(values, offer), (edit) => ({ edit })),
      rule(found, asked, context) {
        const signer = { name: asked.edit.name, email: found.offer.helper.email };
        const signals = context.assess(suspectTexts(OFFER_TEXT_FORM, offerTextFields(asked.edit)), signer);
        return correctOffer({ ...found, ...asked, signals }, context);
      },
    }),
  },
  reward: {
    confirm: row({
      step: { of: "reward", action: "confirm" },
      button: { look: "primary" },
      rule: (found, _, context) => confirmReward(found, context),
    }),
  },
  report: {
    confirm: row({
      step: { of: "report", action: "confirm" },
      button: { look: "primary" },
      rule: (found, _, context) => confirmReport(found, context),
    }),
  },
  digest: {
    confirm: row({
      step: { of: "digest", action: "confirm" },
      when: isAsked,
      button: { look: "primary" },
      rule: (found, _, context) => confirmDigest(found, context),
    }),
  },
  comment: {
    confirm: row({
      step: { of: "comment", action: "confirm" },
      button: { look: "primary" },
      rule: (found, shown, context) => confirmComment({ ...found, ...shown }, context),
    }),
    edit: rowWith({
      step: { of: "comment", action: "correct" },
      button: { look: "read", form: "comment", folded: true },
      parse: (values) => parseForm(COMMENT_EDIT_FORM, values),
      rule(found, asked, context) {
        const signals = context.assess(suspectTexts(COMMENT_EDIT_FORM, asked), found.comment.writer);
        return correctComment({ ...found, ...asked, signals }, context);
      },
    }),
  },
};
