import { approveComment, markSpam, rejectComment } from "../comments/moderating.ts";
import { approveReward, rejectReward } from "../favours/joined-moderating.ts";
import { isOpenNow } from "../favours/job-states.ts";
import { decideClaim, isClaimed } from "../favours/missing-reward.ts";
import { approveJob, hideJob } from "../favours/moderating.ts";
import { approveQuestion, rejectQuestion, takesQuestions } from "../favours/questions.ts";
import { approveThanks, rejectThanks } from "../favours/thanks-moderating.ts";
import { signIn } from "../moderation/sessions.ts";
import { parseForm } from "../kernel/form.ts";
import type { KindOf } from "../records/link.ts";
import { REASON_FORM } from "./forms.ts";
import { row, rowWith, type RowsOf } from "./row.ts";

/** What a moderator's link can ask for. */
export const MODERATOR_ROWS: { readonly [K in KindOf<"moderator">]: RowsOf<"moderator", K> } = {
  job: {
    approve: row({
      step: { of: "job", action: "approve" },
      button: { look: "primary" },
      rule: (found, shown, context) => approveJob({ ...found, ...shown }, context),
    }),
    reject: rowWith({
      step: { of: "job", action: "hide" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) => hideJob({ ...found, ...asked }, context),
    }),
  },
  offer: {
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
    approve: row({
      step: { of: "reward", action: "approve" },
      when: ({ job }, now) => isOpenNow(job, now),
      button: { look: "primary" },
      rule: (found, _, context) => approveReward(found, context),
    }),
    reject: rowWith({
      step: { of: "reward", action: "reject" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) => rejectReward({ ...found, ...asked }, context),
    }),
  },
  comment: {
    approve: row({
      step: { of: "comment", action: "approve" },
      button: { look: "primary" },
      rule: (found, shown, context) => approveComment({ ...found, ...shown }, context),
    }),
    reject: rowWith({
      step: { of: "comment", action: "reject" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) => rejectComment({ ...found, ...asked }, context),
    }),
    spam: row({
      step: { of: "comment", action: "spam" },
      button: { look: "danger", folded: true },
      rule: (found, shown, context) => markSpam({ ...found, ...shown }, context),
    }),
  },
  question: {
    approve: row({
      step: { of: "question", action: "approve" },
      when: ({ job, offer }, now) => takesQuestions({ job, offer }, now),
      button: { look: "primary" },
      rule: (found, shown, context) => approveQuestion({ ...found, ...shown }, context),
    }),
    reject: rowWith({
      step: { of: "question", action: "reject" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked) => rejectQuestion({ ...found, ...asked }),
    }),
  },
  thanks: {
    approve: row({
      step: { of: "thanks", action: "approve" },
      button: { look: "primary" },
      rule: (found, shown, context) => approveThanks({ ...found, ...shown }, context),
    }),
    reject: rowWith({
      step: { of: "thanks", action: "reject" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked) => rejectThanks({ ...found, ...asked }),
    }),
  },
  session: {
    signIn: row({
      step: null,
      button: { look: "primary" },
      rule: ({ link, fresh }, _, { now }) => signIn(link, fresh, now),
    }),
  },
};
