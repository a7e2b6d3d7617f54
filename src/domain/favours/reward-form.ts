import type { FieldCode, FieldErrors } from "../kernel/errors.ts";
import { errorsOf } from "../kernel/form.ts";
import type { FormValues } from "../kernel/form.ts";
import { REWARD_MAX_CENTS, REWARD_MIN_CENTS, REWARD_TEXT_MAX_LENGTH } from "../kernel/limits.ts";
import { err, ok } from "../kernel/errors.ts";
import type { Result } from "../kernel/errors.ts";
import { REWARD_KINDS } from "../records/reward.ts";
import type { Reward } from "../records/reward.ts";
import { cleanLine, oneOf, optionalLine } from "../kernel/form.ts";

/** Euros with up to two decimals behind a comma or a point. `1.234,56` and `1.000` could be read two ways: neither matches. */
const AMOUNT = /^(\d+)(?:[.,](\d{1,2}))?$/;

/** Reads the reward that a favour must have. */
export function parseReward(values: FormValues): Result<Reward, FieldErrors> {
  const rewardKind = oneOf(values["rewardKind"], REWARD_KINDS, "rewardKindMissing", "rewardKindUnknown");
  const isMoney = rewardKind.ok && rewardKind.value === "money";
  const rewardAmount = isMoney ? parseAmount(values["rewardAmount"] ?? "") : ok(null);
  const rewardText = optionalLine(values["rewardText"], REWARD_TEXT_MAX_LENGTH, "rewardTextTooLong");
  if (rewardKind.ok && rewardAmount.ok && rewardText.ok) {
    return ok({ kind: rewardKind.value, amountCents: rewardAmount.value, text: rewardText.value });
  }
  return err(errorsOf({ rewardKind, rewardAmount, rewardText }));
}

/** Reads a counter-proposal; without a `rewardKind` there is none, and null takes the reward as it stands. */
export function parseCounterReward(values: FormValues): Result<Reward | null, FieldErrors> {
  return cleanLine(values["rewardKind"] ?? "") === "" ? ok(null) : parseReward(values);
}

/** Euros as people type them (`15`, `15,5`, `15.50 €`) to cents. */
export function parseAmount(text: string): Result<number, FieldCode> {
  const typed = cleanLine(text).replace(/\s?(?:€|euros?)$/i, "");
  if (typed === "") return err("rewardAmountMissing");
  const [, euros, decimals = ""] = AMOUNT.exec(typed) ?? [];
  if (euros === undefined) return err("rewardAmountInvalid");
  const cents = Number(euros) * 100 + Number(decimals.padEnd(2, "0"));
  if (cents < REWARD_MIN_CENTS) return err("rewardAmountTooSmall");
  if (cents > REWARD_MAX_CENTS) return err("rewardAmountTooLarge");
  return ok(cents);
}

/** The reward as the fields of a form, to fill it in again. */
export function rewardValues(reward: Reward | null): Record<string, string> {
  if (reward === null) return {};
  const { amountCents } = reward;
  return {
    rewardKind: reward.kind,
    rewardAmount: amountCents === null ? "" : (amountCents / 100).toFixed(2).replace(".", ","),
    rewardText: reward.text ?? "",
  };
}
