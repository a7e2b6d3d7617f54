import * as z from "zod/mini";
import { choice, text } from "../kernel/fields.ts";
import { REASON_MAX_LENGTH } from "../kernel/limits.ts";
import { ADDRESS_FORM } from "../people/person.ts";
import { WITHDRAW_REASONS } from "../records/job.ts";
import { LINK_ACTIONS } from "../records/link.ts";

/** The button that was pressed on the page behind a link. */
export const ACTION_FORM = z.object({ action: choice(LINK_ACTIONS, "actionMissing", "actionUnknown") });

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

/** The form of `/api/recover`. */
export const RECOVER_FORM = z.object({ email: ADDRESS_FORM.shape.email });
