import { appealComment, isAgainstComment } from "../comments/appealing.ts";
import { deleteComment, editComment } from "../comments/changing.ts";
import { COMMENT_EDIT_FORM } from "../comments/form.ts";
import { askForReminder, canAskForReminder } from "../favours/agreed-day.ts";
import { deliverJob, dropOut } from "../favours/agreement.ts";
import { editOffer, eraseOffer, reconfirmOffer, withdrawOffer } from "../favours/changing-offers.ts";
import { isOpenNow } from "../favours/job-states.ts";
import { appealReward } from "../favours/joined-appealing.ts";
import { isAgainstReward } from "../favours/joined-states.ts";
import { revokeReward } from "../favours/joining.ts";
import { canClaim, claimReward, decideClaim, isClaimed } from "../favours/missing-reward.ts";
import { appealOffer, isAgainstOffer } from "../favours/offer-appealing.ts";
import { offerRefusal } from "../favours/offer-states.ts";
import { OFFER_TEXT_FORM, offerTextFields, parseOfferEdit } from "../favours/offer-form.ts";
import { QUESTION_FORM } from "../favours/question-form.ts";
import { askQuestion, canAsk, canCloseQuestions, closeQuestions } from "../favours/questions.ts";
import { isDeclineUntold } from "../favours/undoing.ts";
import { err } from "../kernel/errors.ts";
import { formIdOf, parseForm, suspectTexts } from "../kernel/form.ts";
import { alreadyDone } from "../records/decision.ts";
import type { KindOf, LinkRole } from "../records/link.ts";
import { appealRow } from "./appeal-rows.ts";
import { CONFIRM_ROWS } from "./confirm-rows.ts";
import { askToErase } from "./erasing.ts";
import { forgetBrowsers } from "./forgetting-browsers.ts";
import { MODERATOR_ROWS } from "./moderator-rows.ts";
import { POSTER_ROWS } from "./poster-rows.ts";
import { REASON_FORM } from "./forms.ts";
import type { Linked } from "./linked.ts";
import { mapped, row, rowWith, type RowsOf } from "./row.ts";

/** A row for each action of each role's link. */
type ActionTable = {
  readonly [R in LinkRole]: {
    readonly [K in KindOf<R>]: RowsOf<R, K>;
  };
};

/** A link may change a comment at any time, so whether it was answered (the browser's window asks that) is not looked up. */
const BY_LINK = { by: "link" } as const;

/** Every action by link: when it is possible, what it reads, the rule it asks and how its page shows it. */
export const ACTIONS: ActionTable = {
  confirm: CONFIRM_ROWS,
  poster: { job: POSTER_ROWS },
  helper: {
    offer: {
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
      appeal: appealRow({
        isAgainst: ({ offer }) => isAgainstOffer(offer),
        rule: (found, asked, context) => appealOffer({ ...found, ...asked }, context),
      }),
      erase: row({
        step: null,
        // While the poster counts on this helper, they drop out first.
        when: (linked) => !(isAgreedWith(linked) && linked.job.state === "assigned"),
        needs: "offers",
        button: { look: "danger", folded: true },
        rule: (found, _, context) => eraseOffer(found, context),
      }),
    },
  },
  joiner: {
    reward: {
      revoke: row({
        step: { of: "reward", action: "revoke" },
        when: ({ job }) => job.assignedOffer === null,
        button: { look: "danger", folded: true },
        rule: (found, _, context) => revokeReward(found, context),
      }),
      appeal: appealRow({
        isAgainst: ({ reward }) => isAgainstReward(reward),
        rule: (found, asked, context) => appealReward({ ...found, ...asked }, context),
      }),
    },
  },
  commenter: {
    comment: {
      edit: rowWith({
        step: { of: "comment", action: "edit" },
        button: { look: "plain", form: "comment", folded: true },
        parse: (values) => parseForm(COMMENT_EDIT_FORM, values),
        rule(found, asked, context) {
          const signals = context.assess(suspectTexts(COMMENT_EDIT_FORM, asked), found.comment.writer);
          return editComment({ ...found, ...BY_LINK, ...asked, signals }, context);
        },
      }),
      appeal: appealRow({
        isAgainst: ({ comment }) => isAgainstComment(comment),
        rule: (found, asked, context) => appealComment({ ...found, ...asked }, context),
      }),
      delete: row({
        step: { of: "comment", action: "delete" },
        button: { look: "danger", folded: true },
        rule: (found, _, context) => deleteComment({ ...found, ...BY_LINK }, context),
      }),
    },
  },
  moderator: MODERATOR_ROWS,
  owner: {
    data: {
      // Nothing changes: the answer is what was read.
      export: row({
        step: null,
        button: { look: "read" },
        rule: ({ data }) => alreadyDone(data.id, "exported"),
      }),
      forgetBrowsers: row({
        step: null,
        when: ({ data }) => data.erasedAt === null,
        button: { look: "quiet" },
        rule: ({ data, address }, _, context) => forgetBrowsers({ id: data.address, address }, context),
      }),
      erase: row({
        step: null,
        when: ({ data }) => data.erasedAt === null,
        button: { look: "danger", folded: true },
        rule: ({ data }, _, context) => askToErase(data, context),
      }),
    },
  },
};

function isAgreedWith({ offer, job }: Linked<"offer">): boolean {
  return job.assignedOffer === offer.id;
}
