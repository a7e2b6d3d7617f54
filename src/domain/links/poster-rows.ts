import { appealJob, isAgainstJob } from "../favours/appealing.ts";
import { askForReminder, canAskForReminder, parseAgreement } from "../favours/agreed-day.ts";
import { completeJob, disputeJob, dropOut } from "../favours/agreement.ts";
import { editJob, eraseJob, renewJob, withdrawJob } from "../favours/changing.ts";
import { acceptOffer, declineOffer } from "../favours/choosing.ts";
import { canRenew } from "../favours/expiry.ts";
import { undoDecline } from "../favours/undoing.ts";
import { JOB_TEXT_FORM, jobTextFields, parseJobEdit } from "../favours/job-form.ts";
import { isOpenNow } from "../favours/job-states.ts";
import { QUESTION_FORM } from "../favours/question-form.ts";
import { askQuestion, closeQuestions } from "../favours/questions.ts";
import { answerThanks, canAnswerThanks, canThank, writeThanks } from "../favours/thanks.ts";
import { THANKS_FORM } from "../favours/thanks-form.ts";
import { type FieldErrors, type Result, err, fail, ok } from "../kernel/errors.ts";
import { formIdOf, type FormValues, parseForm, suspectTexts } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";
import { appealRow, saidInOffer, saidWhenDone } from "./appeal-rows.ts";
import { REASON_FORM, WITHDRAW_FORM } from "./forms.ts";
import type { Linked } from "./linked.ts";
import { mapped, row, rowWith, type RowsOf } from "./row.ts";

/** What the poster's link can ask for. */
export const POSTER_ROWS: RowsOf<"poster", "job"> = {
  accept: rowWith({
    step: { of: "job", action: "accept" },
    when: isChoosing,
    button: { look: "primary", form: "agreement" },
    parse: (values, _, now) =>
      mapped(parseAgreement(values, now), (agreed) => ({ offerId: values["offer"] ?? "", agreed })),
    rule: (found, asked, context) => acceptOffer({ ...found, ...asked }, context),
  }),
  decline: rowWith({
    step: { of: "offer", action: "decline" },
    when: isChoosing,
    button: { look: "quiet" },
    parse: parseOfferId,
    rule: (found, asked, context) => declineOffer({ ...found, ...asked }, context),
  }),
  undo: rowWith({
    step: { of: "offer", action: "undo" },
    // The favour may have no live offer left: the declined one was the last.
    when: isTakingOffers,
    button: { look: "read" },
    parse: parseOfferId,
    rule: (found, asked, context) => undoDecline({ ...found, ...asked }, context),
  }),
  ask: rowWith({
    step: null,
    when: isChoosing,
    button: { look: "read", form: "question" },
    parse: (values) => mapped(parseForm(QUESTION_FORM, values), (asked) => ({ ...asked, ...sentAs(values) })),
    rule(found, { offerId, ...asked }, context) {
      const offer = found.offers.find(({ id }) => id === offerId);
      if (offer === undefined) return err(fail("offerNotFound"));
      const signals = context.assess(suspectTexts(QUESTION_FORM, asked), found.job.poster);
      return askQuestion({ ...asked, offer, job: found.job, by: "poster", signals }, context);
    },
  }),
  closeQuestions: rowWith({
    step: null,
    when: isChoosing,
    button: { look: "quiet" },
    parse: parseOfferId,
    rule({ offers }, { offerId }) {
      const offer = offers.find(({ id }) => id === offerId);
      return offer === undefined ? err(fail("offerNotFound")) : closeQuestions({ offer, by: "poster" });
    },
  }),
  remind: row({
    step: null,
    when: ({ job }, now) => canAskForReminder(job, "poster", now),
    button: { look: "read" },
    rule: ({ job }, _, context) => askForReminder({ job, by: "poster" }, context),
  }),
  edit: rowWith({
    step: { of: "job", action: "edit" },
    when: isTakingOffers,
    button: { look: "plain", form: "favour", folded: true },
    parse: (values, { job }, now) => mapped(parseJobEdit(values, job, now), (edit) => ({ edit })),
    rule(found, asked, context) {
      const signer = { name: asked.edit.name, email: found.job.poster.email };
      const signals = context.assess(suspectTexts(JOB_TEXT_FORM, jobTextFields(asked.edit)), signer);
      return editJob({ ...found, ...asked, signals }, context);
    },
  }),
  withdraw: rowWith({
    step: { of: "job", action: "withdraw" },
    needs: "address",
    button: { look: "danger", form: "withdrawReason", folded: true },
    parse: (values) => parseForm(WITHDRAW_FORM, values),
    rule: (found, { reason }, context) => withdrawJob({ ...found, reason }, context),
  }),
  dropOut: rowWith({
    step: { of: "job", action: "dropOut" },
    needs: "address",
    button: { look: "danger", form: "reason", folded: true },
    parse: (values) => parseForm(REASON_FORM, values),
    rule: (found, { reason }, context) => dropOut({ ...found, by: "poster", reason }, context),
  }),
  complete: row({
    step: { of: "job", action: "complete" },
    button: { look: "primary" },
    rule: (found, _, context) => completeJob(found, context),
  }),
  dispute: rowWith({
    step: { of: "job", action: "dispute" },
    button: { look: "read", form: "reason", folded: true },
    parse: (values) => parseForm(REASON_FORM, values),
    rule: (found, { reason }, context) => disputeJob({ ...found, reason }, context),
  }),
  renew: row({
    step: { of: "job", action: "renew" },
    when: ({ job }, now) => canRenew(job, now),
    button: { look: "plain" },
    rule: (found, _, context) => renewJob(found, context),
  }),
  thank: rowWith({
    step: null,
    when: ({ job }, now) => canThank(job, "poster", now),
    button: { look: "primary", form: "thanks" },
    parse: (values) => parseForm(THANKS_FORM, values),
    rule({ job }, { text }, context) {
      const signals = context.assess(suspectTexts(THANKS_FORM, { text }), job.poster);
      return writeThanks({ job, by: "poster", text, signals }, context);
    },
  }),
  agree: row({
    step: null,
    when: ({ job }) => canAnswerThanks(job, "poster"),
    button: { look: "primary" },
    rule: ({ job }, _, context) => answerThanks({ job, side: "poster", answer: "agree" }, context),
  }),
  withhold: row({
    step: null,
    when: ({ job }) => canAnswerThanks(job, "poster"),
    button: { look: "quiet" },
    rule: ({ job }, _, context) => answerThanks({ job, side: "poster", answer: "withhold" }, context),
  }),
  appeal: appealRow({
    isAgainst: ({ job }) => isAgainstJob(job),
    rule: (found, asked, context) => appealJob({ ...found, ...asked }, context),
    said: ({ job, offers }) => [
      ...saidWhenDone(job, "poster"),
      ...offers.flatMap((offer) => saidInOffer(offer, "poster")),
    ],
  }),
  erase: row({
    step: { of: "job", action: "erase" },
    needs: "address",
    button: { look: "danger", folded: true },
    rule: (found, _, context) => eraseJob(found, context),
  }),
};

function isChoosing(linked: Linked<"job">, now: Millis): boolean {
  return isTakingOffers(linked, now) && linked.job.hasOffers;
}

function isTakingOffers({ job }: Linked<"job">, now: Millis): boolean {
  return isOpenNow(job, now);
}

function sentAs(values: FormValues): { offerId: string; formId: string | null } {
  return { offerId: values["offer"] ?? "", formId: formIdOf(values) };
}

function parseOfferId(values: FormValues): Result<{ offerId: string }, FieldErrors> {
  return ok({ offerId: values["offer"] ?? "" });
}
