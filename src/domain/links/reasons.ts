import { type FieldErrors, err, ok, type Result } from "../kernel/errors.ts";
import { checkLength, cleanText, errorsOf, type FormValues, oneOf } from "../kernel/form.ts";
import { REASON_MAX_LENGTH } from "../kernel/limits.ts";
import { WITHDRAW_REASONS, type WithdrawReason } from "../records/job.ts";

/** Reads the `reason` of the poster's `withdraw`. */
export function parseWithdrawReason(values: FormValues): Result<{ reason: WithdrawReason }, FieldErrors> {
  const reason = oneOf(values["reason"], WITHDRAW_REASONS, "reasonMissing", "reasonUnknown");
  return reason.ok ? ok({ reason: reason.value }) : err(errorsOf({ reason }));
}

/** Reads the `reason` of `dropOut`, `dispute` and `reject`, in the person's own words. */
export function parseReason(values: FormValues): Result<{ reason: string }, FieldErrors> {
  const reason = checkLength(cleanText(values["reason"] ?? ""), {
    min: 1,
    max: REASON_MAX_LENGTH,
    missing: "reasonMissing",
    tooShort: "reasonMissing",
    tooLong: "reasonTooLong",
  });
  return reason.ok ? ok({ reason: reason.value }) : err(errorsOf({ reason }));
}
