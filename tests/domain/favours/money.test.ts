import { describe, expect, test } from "vitest";
import { parseAmount } from "../../../src/domain/favours/amount.ts";
import { errors, job, offer } from "../../support/builders/form-fixtures.ts";

describe("money", () => {
  test.each([
    ["0,01", 1],
    ["10000,00", 1_000_000],
    ["10000", 1_000_000],
    ["15", 1500],
    ["15,5", 1550],
    ["15.50", 1550],
    [" 15,50 € ", 1550],
    ["20 euros", 2000],
    ["007", 700],
  ])("%s is %i cents", (typed, cents) => {
    expect(parseAmount(typed)).toEqual({ ok: true, value: cents });
  });

  test.each([
    ["", "rewardAmountMissing"],
    ["0", "rewardAmountTooSmall"],
    ["0,00", "rewardAmountTooSmall"],
    ["10000,01", "rewardAmountTooLarge"],
    ["99999999999999999999", "rewardAmountTooLarge"],
    ["1.234,56", "rewardAmountInvalid"],
    ["1,234.56", "rewardAmountInvalid"],
    ["1.000", "rewardAmountInvalid"],
    ["15,505", "rewardAmountInvalid"],
    ["-5", "rewardAmountInvalid"],
    ["1e3", "rewardAmountInvalid"],
    ["0x10", "rewardAmountInvalid"],
    ["quince", "rewardAmountInvalid"],
    ["15 $", "rewardAmountInvalid"],
    [",5", "rewardAmountInvalid"],
  ])("%s is refused", (typed, code) => {
    expect(parseAmount(typed)).toEqual({ ok: false, error: code });
  });

  test("the amount counts for money only", () => {
    expect(job({ rewardKind: "hours", rewardAmount: "nada", rewardText: "una hora" })).toMatchObject({
      ok: true,
      value: { reward: { kind: "hours", amountCents: null, text: "una hora" } },
    });
    expect(errors(job({ rewardAmount: "" }))).toEqual({ rewardAmount: "rewardAmountMissing" });
  });

  test("an offer without a reward takes it as it stands", () => {
    expect(offer({ rewardAmount: "20" })).toMatchObject({ ok: true, value: { reward: null } });
    expect(offer({ rewardKind: "money", rewardAmount: "20" })).toMatchObject({
      ok: true,
      value: { reward: { kind: "money", amountCents: 2000, text: null } },
    });
  });
});
