import { WITHDRAW_REASONS, type WithdrawReason } from "./job.ts";
import type { FieldErrors } from "./errors.ts";
import { errorsOf } from "./form.ts";
import type { FormValues } from "./form.ts";
import { LINK_ACTIONS } from "./link.ts";
import type { LinkAction } from "./link.ts";
import { REASON_MAX_LENGTH } from "./limits.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { checkLength, cleanText, oneOf } from "./text-field.ts";

/** Reads `action`, the button that was pressed on the page behind a link. */
export function parseLinkAction(values: FormValues): Result<LinkAction, FieldErrors> {
  const action = oneOf(values["action"], LINK_ACTIONS, "actionMissing", "actionUnknown");
  return action.ok ? ok(action.value) : err(errorsOf({ action }));
}

/** Reads the `reason` of the poster's `withdraw`. */
export function parseWithdrawReason(values: FormValues): Result<WithdrawReason, FieldErrors> {
  const reason = oneOf(values["reason"], WITHDRAW_REASONS, "reasonMissing", "reasonUnknown");
  return reason.ok ? ok(reason.value) : err(errorsOf({ reason }));
}

/** Reads the `reason` of `dropOut`, `dispute` and `reject`, in the person's own words. */
export function parseReason(values: FormValues): Result<string, FieldErrors> {
  const reason = checkLength(cleanText(values["reason"] ?? ""), {
    min: 1,
    max: REASON_MAX_LENGTH,
    missing: "reasonMissing",
    tooShort: "reasonMissing",
    tooLong: "reasonTooLong",
  });
  return reason.ok ? ok(reason.value) : err(errorsOf({ reason }));
}
