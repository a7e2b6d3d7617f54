import { cleanLine } from "../kernel/clean.ts";
import { type Result, err, ok } from "../kernel/errors.ts";
import type { FieldCode } from "../kernel/field-codes.ts";
import { REWARD_MAX_CENTS, REWARD_MIN_CENTS } from "../kernel/limits.ts";

/** Euros with up to two decimals behind a comma or a point. `1.234,56` and `1.000` could be read two ways: neither matches. */
const AMOUNT = /^(\d+)(?:[.,](\d{1,2}))?$/;

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

/** Cents as euros are typed. */
export function typedAmount(cents: number | null): string {
  return cents === null ? "" : (cents / 100).toFixed(2).replace(".", ",");
}
