import { grantCommentAppeal, refuseCommentAppeal } from "../comments/appealing.ts";
import { COMMENT_TRANSITIONS } from "../comments/states.ts";
import { grantJobAppeal, refuseJobAppeal } from "../favours/appealing.ts";
import { grantRewardAppeal, refuseRewardAppeal } from "../favours/joined-appealing.ts";
import { allows } from "../kernel/transitions.ts";
import { type Appeal, isAppealed } from "../records/appeal.ts";
import { granting } from "./appeal-rows.ts";
import { approveComment, markSpam, rejectComment } from "../comments/moderating.ts";
import { approveReward, rejectReward } from "../favours/joined-moderating.ts";
import { isOpenNow, JOB_TRANSITIONS } from "../favours/job-states.ts";
import { decideClaim, isClaimed } from "../favours/missing-reward.ts";
import { approveJob, hideJob } from "../favours/moderating.ts";
import { grantOfferAppeal, refuseOfferAppeal } from "../favours/offer-appealing.ts";
import { isLiveOffer } from "../favours/offer-states.ts";
import {
  approveQuestion,
  QUESTION_TRANSITIONS,
  rejectQuestion,
  takesQuestions,
} from "../favours/questions.ts";
import { approveOffer, canReach, rejectOffer } from "../favours/offer-moderating.ts";
import { grantQuestionAppeal, refuseQuestionAppeal } from "../favours/question-appealing.ts";
import { THANK_YOU_TRANSITIONS } from "../favours/thanks.ts";
import { grantThanksAppeal, refuseThanksAppeal } from "../favours/thanks-appealing.ts";
import { approveThanks, rejectThanks } from "../favours/thanks-moderating.ts";
import { signIn } from "../moderation/sessions.ts";
import { parseForm } from "../kernel/form.ts";
import type { KindOf } from "../records/link.ts";
import { REASON_FORM } from "./forms.ts";
import { REPORT_ROWS } from "./report-rows.ts";
import { row, rowWith, type RowsOf } from "./row.ts";

/** Whether it is an appeal alone that waits. Where the thing itself waits, deciding about it decides about both. */
function isAppealOnly(record: { readonly state: string; readonly appeal: Appeal | null }): boolean {
  return isAppealed(record) && record.state !== "held";
}

/** What a moderator's link can ask for. */
export const MODERATOR_ROWS: { readonly [K in KindOf<"moderator">]: RowsOf<"moderator", K> } = {
  job: {
    approve: granting(
      row({
        step: null,
        when: ({ job }) => isAppealed(job) || allows(JOB_TRANSITIONS, job.state, "approve", "moderator"),
        button: { look: "primary" },
        rule: (found, shown, context) =>
          isAppealOnly(found.job)
            ? grantJobAppeal({ ...found, ...shown }, context)
            : approveJob({ ...found, ...shown }, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ job }) => isAppealed(job) || allows(JOB_TRANSITIONS, job.state, "hide", "moderator"),
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) =>
        isAppealOnly(found.job)
          ? refuseJobAppeal({ ...found, ...asked }, context)
          : hideJob({ ...found, ...asked }, context),
    }),
  },
  offer: {
    approve: granting(
      row({
        step: null,
        when: ({ offer, job }, now) =>
          (offer.state === "held" || isAppealed(offer)) && (canReach(job, now) || isLiveOffer(offer)),
        needs: "offers",
        button: { look: "primary" },
        rule: (found, shown, context) =>
          isAppealOnly(found.offer)
            ? grantOfferAppeal({ ...found, ...shown }, context)
            : approveOffer({ ...found, ...shown }, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ offer }) => isAppealed(offer) || offer.state === "held",
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) =>
        isAppealOnly(found.offer)
          ? refuseOfferAppeal({ ...found, ...asked }, context)
          : rejectOffer({ ...found, ...asked }, context),
    }),
    settle: row({
      step: null,
      when: isClaimed,
      button: { look: "plain" },
      rule: (found) => decideClaim(found, { action: "settle", by: "moderator" }),
    }),
    uphold: row({
      step: null,
      when: isClaimed,
      button: { look: "danger" },
      rule: (found) => decideClaim(found, { action: "uphold", by: "moderator" }),
    }),
  },
  reward: {
    approve: granting(
      row({
        step: null,
        when: ({ reward, job }, now) =>
          reward.state === "joined" || isOpenNow(job, now)
            ? isAppealed(reward) || reward.state === "held"
            : false,
        button: { look: "primary" },
        rule: (found, _, context) =>
          isAppealOnly(found.reward) ? grantRewardAppeal(found, context) : approveReward(found, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ reward }) => isAppealed(reward) || reward.state === "held",
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) =>
        isAppealOnly(found.reward)
          ? refuseRewardAppeal({ ...found, ...asked })
          : rejectReward({ ...found, ...asked }, context),
    }),
  },
  comment: {
    approve: granting(
      row({
        step: null,
        when: ({ comment }) => isAppealed(comment) || comment.state === "held",
        button: { look: "primary" },
        rule: (found, shown, context) =>
          isAppealOnly(found.comment)
            ? grantCommentAppeal({ ...found, ...shown }, context)
            : approveComment({ ...found, ...shown }, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ comment }) =>
        isAppealed(comment) || allows(COMMENT_TRANSITIONS, comment.state, "reject", "moderator"),
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) =>
        isAppealOnly(found.comment)
          ? refuseCommentAppeal({ ...found, ...asked })
          : rejectComment({ ...found, ...asked }, context),
    }),
    spam: row({
      step: { of: "comment", action: "spam" },
      button: { look: "danger", folded: true },
      rule: (found, shown, context) => markSpam({ ...found, ...shown }, context),
    }),
  },
  question: {
    approve: granting(
      row({
        step: null,
        // Who is right is told so, though the message may come too late.
        when: ({ question, job, offer }, now) =>
          isAppealed(question) ||
          (allows(QUESTION_TRANSITIONS, question.state, "approve", "moderator") &&
            takesQuestions({ job, offer }, now)),
        button: { look: "primary" },
        rule: (found, shown, context) =>
          isAppealOnly(found.question)
            ? grantQuestionAppeal({ ...found, ...shown }, context)
            : approveQuestion({ ...found, ...shown }, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ question }) =>
        isAppealed(question) || allows(QUESTION_TRANSITIONS, question.state, "reject", "moderator"),
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked) =>
        isAppealOnly(found.question)
          ? refuseQuestionAppeal({ ...found, ...asked })
          : rejectQuestion({ ...found, ...asked }),
    }),
  },
  thanks: {
    approve: granting(
      row({
        step: null,
        when: ({ thanks }) =>
          isAppealed(thanks) || allows(THANK_YOU_TRANSITIONS, thanks.state, "approve", "moderator"),
        button: { look: "primary" },
        rule: (found, shown, context) =>
          isAppealOnly(found.thanks)
            ? grantThanksAppeal({ ...found, ...shown }, context)
            : approveThanks({ ...found, ...shown }, context),
      }),
    ),
    reject: rowWith({
      step: null,
      when: ({ thanks }) =>
        isAppealed(thanks) || allows(THANK_YOU_TRANSITIONS, thanks.state, "reject", "moderator"),
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked) =>
        isAppealOnly(found.thanks)
          ? refuseThanksAppeal({ ...found, ...asked })
          : rejectThanks({ ...found, ...asked }),
    }),
  },
  report: REPORT_ROWS,
  session: {
    signIn: row({
      step: null,
      button: { look: "primary" },
      rule: ({ link, fresh }, _, { now }) => signIn(link, fresh, now),
    }),
  },
};
