import * as z from "zod/mini";
import { choice, line, optionalText, text } from "../kernel/fields.ts";
import { APPEAL_MAX_LENGTH, REASON_MAX_LENGTH } from "../kernel/limits.ts";
import { ADDRESS_FORM } from "../people/person.ts";
import { WITHDRAW_REASONS } from "../records/job.ts";
import { DESK_ACTIONS } from "../records/log-entry.ts";
import { LINK_ACTIONS } from "../records/link.ts";
import { COMMENT_EDIT_FORM } from "../comments/form.ts";
import { NOTICE_FORM } from "../comments/notices.ts";
import { AGREEMENT_FORM } from "../favours/agreed-day.ts";
import { FREQUENCY_FORM } from "../favours/digest-form.ts";
import { JOB_EDIT_FORM } from "../favours/job-form.ts";
import { OFFER_EDIT_FORM } from "../favours/offer-form.ts";
import { QUESTION_FORM } from "../favours/question-form.ts";
import { THANKS_FORM } from "../favours/thanks-form.ts";

/** The button that was pressed on the page behind a link. */
export const ACTION_FORM = z.object({ action: choice(LINK_ACTIONS, "actionMissing", "actionUnknown") });

/** What a moderator who signed in decides, and about what: `<id>:<version>`, one or several with blanks in between. */
export const DESK_FORM = z.object({
  ids: line({
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    missing: "idsMissing",
    tooShort: "idsMissing",
    tooLong: "idsTooMany",
  }),
  action: choice(DESK_ACTIONS, "actionMissing", "actionUnknown"),
});

/** Why a poster withdraws a favour. */
export const WITHDRAW_FORM = z.object({
  reason: choice(WITHDRAW_REASONS, "reasonMissing", "reasonUnknown"),
});

/** The reason of `dropOut`, `dispute` and `reject`, in the person's own words. */
export const REASON_FORM = z.object({
  reason: text({
    min: 1,
    max: REASON_MAX_LENGTH,
    missing: "reasonMissing",
    tooShort: "reasonMissing",
    tooLong: "reasonTooLong",
  }),
});

/** The same where the site has words of its own for who writes none. */
export const OPTIONAL_REASON_FORM = z.object({ reason: optionalText(REASON_MAX_LENGTH, "reasonTooLong") });

/** Why whoever something was decided against thinks that this was wrong. */
export const APPEAL_FORM = z.object({
  text: text({
    min: 1,
    max: APPEAL_MAX_LENGTH,
    missing: "appealMissing",
    tooShort: "appealMissing",
    tooLong: "appealTooLong",
  }),
});

/** The form of `/api/recover`. */
export const RECOVER_FORM = z.object({ email: ADDRESS_FORM.shape.email });

/** What an action asks for, by the name that its row gives it: pages, error summaries and the API's document derive from it. */
export const LINK_FORMS = {
  favour: JOB_EDIT_FORM,
  offer: OFFER_EDIT_FORM,
  question: QUESTION_FORM,
  thanks: THANKS_FORM,
  comment: COMMENT_EDIT_FORM,
  reason: REASON_FORM,
  optionalReason: OPTIONAL_REASON_FORM,
  appeal: APPEAL_FORM,
  withdrawReason: WITHDRAW_FORM,
  agreement: AGREEMENT_FORM,
  frequency: FREQUENCY_FORM,
  notify: NOTICE_FORM,
} as const;
export type LinkForm = keyof typeof LINK_FORMS;
