import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ADVANCE_MONEY, FAKE_ESCROW, MULE, PAID_LIKES } from "../../../src/domain/suspicion/fraud-words.ts";
import { SPAM_WORDS, STRONG_SPAM_WORDS } from "../../../src/domain/suspicion/words.ts";

const RULES = [...SPAM_WORDS, ...STRONG_SPAM_WORDS, ...MULE, ...PAID_LIKES, ...ADVANCE_MONEY, ...FAKE_ESCROW];

/** The generator writes what a pattern matches, but knows no assertions: without them a pattern matches the same and more. */
function withoutAssertions({ source }: RegExp): RegExp {
  return new RegExp(source.replaceAll(String.raw`\b`, "").replace(/\(\?=.*?\)\)/, ""));
}

describe("a pattern that is not tried could not have matched", () => {
  test.each(RULES.map(([pattern, ...oneOf]) => ({ pattern, oneOf })))("$pattern", ({ pattern, oneOf }) => {
    fc.assert(
      fc.property(fc.stringMatching(withoutAssertions(pattern)), (text) => {
        expect(oneOf.some((piece) => text.includes(piece))).toBe(true);
      }),
    );
  });
});

test("what is said of a pattern is written as texts are when it is tried: lower case, no accents", () => {
  for (const [, ...oneOf] of RULES)
    for (const piece of oneOf) expect(piece).toMatch(/^[a-z0-9]+(?: [a-z]+)*$/);
});
