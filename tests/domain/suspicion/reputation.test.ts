import { describe, expect, test } from "vitest";
import { shouldHold, reputationSignals } from "../../../src/domain/suspicion/signals.ts";
import { reputationCounts } from "../../../src/domain/moderation/reputation.ts";
import { APPROVED_BEFORE, REJECTED_OFTEN } from "../../../src/domain/suspicion/thresholds.ts";
import { REJECTIONS_KEPT_DAYS } from "../../../src/domain/kernel/suspicion-limits.ts";
import { DAY } from "../../../src/domain/kernel/time.ts";

describe("what moderators made of what an address wrote before", () => {
  test.each([
    [0, 0, []],
    [APPROVED_BEFORE - 1, 0, []],
    [APPROVED_BEFORE, 0, ["approvedBefore"]],
    [APPROVED_BEFORE, 1, ["rejectedBefore"]],
    [0, REJECTED_OFTEN - 1, ["rejectedBefore"]],
    [0, REJECTED_OFTEN, ["rejectedOften"]],
  ])("%d approved, %d rejected: %o", (approved, rejected, signals) => {
    expect(reputationSignals({ approved, rejected })).toEqual(signals);
  });

  test("weighs with the text, and holds nothing alone", () => {
    const said = (approved: number, rejected: number) => ({
      trusted: false,
      blockedUntil: null,
      reputation: { approved, rejected },
    });
    expect(shouldHold([], said(0, 99))).toBe(false);
    expect(shouldHold(["mule"], said(0, 0))).toBe(false);
    expect(shouldHold(["mule"], said(0, 1))).toBe(true);
    expect(shouldHold(["hurry"], said(0, REJECTED_OFTEN))).toBe(true);
    expect(shouldHold(["wordingSure"], said(APPROVED_BEFORE, 0))).toBe(false);
    expect(shouldHold(["wordingSure", "hurry"], said(APPROVED_BEFORE, 0))).toBe(true);
    expect(shouldHold(["mule"], { ...said(0, 99), trusted: true })).toBe(false);
  });
});

describe("what a decision changes of it", () => {
  const counts = (action: string, before: string, after: string, address = "hash") =>
    reputationCounts({ action, address }, before, after, 5);

  test.each([
    ["reject", "held", "rejected", [1]],
    ["spam", "held", "spam", [1]],
    ["hide", "open", "hidden", [1]],
    ["reject", "rejected", "rejected", []],
    ["restore", "hidden", "open", [-1]],
    ["approve", "rejected", "sent", [-1]],
    ["undo", "rejected", "held", [-1]],
    ["undo", "approved", "held", []],
    ["approve", "held", "open", []],
    ["trust", "rejected", "trusted", []],
  ])("%s: %s → %s", (action, before, after, by) => {
    expect(counts(action, before, after).map((count) => count.by)).toEqual(by);
  });

  test("it is counted under the hash of the address, for some days; what nobody signed counts for nobody", () => {
    expect(counts("reject", "held", "rejected")).toEqual([
      { counter: "rejections:hash", by: 1, forgetAt: 5 + REJECTIONS_KEPT_DAYS * DAY },
    ]);
    expect(counts("reject", "held", "rejected", "")).toEqual([]);
  });
});
