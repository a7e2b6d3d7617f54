import { askForReminder, canAskForReminder } from "../favours/agreed-day.ts";
import { deliverJob, dropOut } from "../favours/agreement.ts";
import { editOffer, eraseOffer, reconfirmOffer, withdrawOffer } from "../favours/changing-offers.ts";
import { isOpenNow } from "../favours/job-states.ts";
import { canClaim, claimReward, decideClaim, isClaimed } from "../favours/missing-reward.ts";
import { appealOffer, isAgainstOffer } from "../favours/offer-appealing.ts";
import { offerRefusal } from "../favours/offer-states.ts";
import { OFFER_TEXT_FORM, offerTextFields, parseOfferEdit } from "../favours/offer-form.ts";
import { QUESTION_FORM } from "../favours/question-form.ts";
import { askQuestion, canAsk, canCloseQuestions, closeQuestions } from "../favours/questions.ts";
import { answerThanks, canAnswerThanks, canThank, writeThanks } from "../favours/thanks.ts";
import { THANKS_FORM } from "../favours/thanks-form.ts";
import { isDeclineUntold } from "../favours/undoing.ts";
import { err } from "../kernel/errors.ts";
import { formIdOf, parseForm, suspectTexts } from "../kernel/form.ts";
import { appealRow, saidInOffer, saidWhenDone } from "./appeal-rows.ts";
import { REASON_FORM } from "./forms.ts";
import type { Linked } from "./linked.ts";
import { mapped, row, rowWith, type RowsOf } from "./row.ts";

/** What who offers can do with their link. */
export const HELPER_ROWS: RowsOf<"helper", "offer"> = {
  edit: rowWith({
    step: { of: "offer", action: "edit" },
    when: ({ job }, now) => isOpenNow(job, now),
    needs: "offers",
    button: { look: "plain", form: "offer", folded: true },
    parse: (values, { offer }) => mapped(parseOfferEdit(values, offer), (edit) => ({ edit })),
    rule(found, asked, context) {
      const signer = { name: asked.edit.name, email: found.offer.helper.email };
      const signals = context.assess(suspectTexts(OFFER_TEXT_FORM, offerTextFields(asked.edit)), signer);
      return editOffer({ ...found, ...asked, signals }, context);
    },
  }),
  reconfirm: row({
    step: { of: "offer", action: "reconfirm" },
    when: ({ job }, now) => isOpenNow(job, now),
    needs: "offers",
    button: { look: "primary" },
    rule: (found, shown, context) => reconfirmOffer({ ...found, ...shown }, context),
  }),
  ask: rowWith({
    step: null,
    when: ({ job, offer }, now) => canAsk({ job, offer }, "helper", now),
    button: { look: "read", form: "question" },
    parse: (values) =>
      mapped(parseForm(QUESTION_FORM, values), (asked) => ({ ...asked, formId: formIdOf(values) })),
    rule({ job, offer }, { text, formId }, context) {
      const signals = context.assess(suspectTexts(QUESTION_FORM, { text }), offer.helper);
      return askQuestion({ job, offer, by: "helper", text, formId, signals }, context);
    },
  }),
  closeQuestions: row({
    step: null,
    when: ({ offer }) => canCloseQuestions(offer),
    button: { look: "quiet" },
    rule: ({ offer }) => closeQuestions({ offer, by: "helper" }),
  }),
  withdraw: row({
    step: { of: "offer", action: "withdraw" },
    when: ({ offer }, now) => offer.state !== "declined" || isDeclineUntold(offer, now),
    needs: "offers",
    button: { look: "danger", folded: true },
    rule: (found, _, context) => withdrawOffer(found, context),
  }),
  dropOut: rowWith({
    step: { of: "job", action: "dropOut" },
    when: isAgreedWith,
    needs: "offers",
    button: { look: "danger", form: "reason", folded: true },
    parse: (values) => parseForm(REASON_FORM, values),
    rule: (found, { reason }, context) =>
      dropOut({ ...found, by: "helper", offerId: found.offer.id, reason }, context),
  }),
  remind: row({
    step: null,
    when: (linked, now) => isAgreedWith(linked) && canAskForReminder(linked.job, "helper", now),
    button: { look: "read" },
    rule: ({ offer, job }, _, context) =>
      job.assignedOffer === offer.id
        ? askForReminder({ job, by: "helper" }, context)
        : err(offerRefusal(offer)),
  }),
  deliver: row({
    step: { of: "job", action: "deliver" },
    when: isAgreedWith,
    button: { look: "primary" },
    rule: (found, _, context) => deliverJob(found, context),
  }),
  settle: row({
    step: null,
    when: isClaimed,
    button: { look: "primary" },
    rule: (found) => decideClaim(found, { action: "settle", by: "helper" }),
  }),
  rewardMissing: rowWith({
    step: null,
    when: canClaim,
    button: { look: "danger", form: "reason", folded: true },
    parse: (values) => parseForm(REASON_FORM, values),
    rule: (found, asked, context) => claimReward({ ...found, ...asked }, context),
  }),
  thank: rowWith({
    step: null,
    when: (linked, now) => isAgreedWith(linked) && canThank(linked.job, "helper", now),
    button: { look: "primary", form: "thanks" },
    parse: (values) => parseForm(THANKS_FORM, values),
    rule({ job, offer }, { text }, context) {
      if (job.assignedOffer !== offer.id) return err(offerRefusal(offer));
      const signals = context.assess(suspectTexts(THANKS_FORM, { text }), offer.helper);
      return writeThanks({ job, by: "helper", text, signals }, context);
    },
  }),
  agree: row(answering("agree")),
  withhold: row(answering("withhold")),
  appeal: appealRow({
    isAgainst: ({ offer }) => isAgainstOffer(offer),
    rule: (found, asked, context) => appealOffer({ ...found, ...asked }, context),
    said: (found) => [
      ...saidInOffer(found.offer, "helper"),
      ...(isAgreedWith(found) ? saidWhenDone(found.job, "helper") : []),
    ],
  }),
  erase: row({
    step: null,
    // While the poster counts on this helper, they drop out first.
    when: (linked) => !(isAgreedWith(linked) && linked.job.state === "assigned"),
    needs: "offers",
    button: { look: "danger", folded: true },
    rule: (found, _, context) => eraseOffer(found, context),
  }),
};

/** The helper says whether what the poster wrote may be public. */
function answering(answer: "agree" | "withhold"): Parameters<typeof row<"offer">>[0] {
  return {
    step: null,
    when: (linked) => isAgreedWith(linked) && canAnswerThanks(linked.job, "helper"),
    button: { look: answer === "agree" ? "primary" : "quiet" },
    rule: ({ job, offer }, _, context) =>
      job.assignedOffer === offer.id
        ? answerThanks({ job, side: "helper", answer }, context)
        : err(offerRefusal(offer)),
  };
}

function isAgreedWith({ offer, job }: Linked<"offer">): boolean {
  return job.assignedOffer === offer.id;
}
