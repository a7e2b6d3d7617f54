import { describe, expect, it, test } from "vitest";
import { firstOfferAfter, outcomeOf, outcomeWhenErased } from "../../../src/domain/favours/outcome.ts";
import { HOUR } from "../../../src/domain/kernel/time.ts";
import { job, NOW } from "../../support/builders/records.ts";

describe("how a favour ended", () => {
  test.each([
    ["open", null, null],
    ["assigned", null, null],
    ["done", null, "done"],
    ["expired", null, "expired"],
    ["withdrawn", null, "withdrawn"],
    ["hidden", "done", null],
    ["held", "expired", null],
    ["erased", null, null],
    ["erased", "done", "done"],
    ["erased", "withdrawn", "withdrawn"],
  ] as const)("%s, %s before: %s", (state, stateBefore, outcome) => {
    expect(outcomeOf({ state, stateBefore })).toBe(outcome);
  });

  test.each([
    ["done", NOW, "done"],
    ["expired", NOW, "expired"],
    ["open", NOW, "withdrawn"],
    ["delivered", NOW, "withdrawn"],
    ["unconfirmed", null, null],
    ["held", NOW, null],
    ["hidden", NOW, null],
  ] as const)("%s, published at %s, is kept when it is erased as %s", (state, publishedAt, outcome) => {
    expect(outcomeWhenErased({ state, publishedAt })).toBe(outcome);
  });
});

describe("how long the first offer was waited for", () => {
  it("is counted from publishing, once", () => {
    const waiting = job({ publishedAt: NOW, firstOfferAfter: null });
    expect(firstOfferAfter(waiting, NOW + HOUR)).toBe(HOUR);
    expect(firstOfferAfter({ ...waiting, firstOfferAfter: 5 }, NOW + HOUR)).toBe(5);
    expect(firstOfferAfter(waiting, NOW - HOUR)).toBe(0);
  });
});
