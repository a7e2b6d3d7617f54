import { describe, expect, test } from "vitest";
import {
  FRAUDS_HELD_MIN,
  INNOCENTS_HELD_MAX,
  COMPARED_HAND,
  heldShare,
} from "../../../scripts/bench-spam.ts";
import { readHand } from "../../../scripts/spam-corpus.ts";
import { toSource, train } from "../../../scripts/spam-model.ts";
import { MODEL } from "../../../src/domain/suspicion/model.ts";
import { SIGNAL_WEIGHTS } from "../../../src/domain/suspicion/signals.ts";
import { HOLD_SCORE } from "../../../src/domain/suspicion/thresholds.ts";
import { stemsOf } from "../../../src/domain/suspicion/stems.ts";
import { wordingOf } from "../../../src/domain/suspicion/wording.ts";

describe("texts that nothing is learnt from", () => {
  test("honest ones pass, frauds and spam are held", async () => {
    const lines = await readHand(COMPARED_HAND);
    const share = (label: string) => heldShare(lines.filter((line) => line.label === label));
    expect(lines.length).toBeGreaterThanOrEqual(200);
    expect(share("innocent")).toBeLessThanOrEqual(INNOCENTS_HELD_MAX);
    expect(share("fraud")).toBeGreaterThanOrEqual(FRAUDS_HELD_MIN);
    expect(share("spam")).toBeGreaterThanOrEqual(FRAUDS_HELD_MIN);
  });
});

test("the committed model is the one that the hands make", async () => {
  const lines = [...(await readHand("a")), ...(await readHand("c")), ...(await readHand("d"))];
  const weights = MODEL.flatMap(([tenths, stems]) =>
    stems.split(" ").map((stem) => [stem, tenths / 10] as const),
  );
  expect(new Map(weights)).toEqual(train(lines));
  expect(
    toSource(
      new Map([
        ["b", 0.3],
        ["a_b", 0.3],
        ["c", -1],
      ]),
    ),
  ).toMatch(/\[-10, "c"\],\n\[3, "a_b b"\]/);
});

test("no phrase alone holds: only the way it was sent, or all the words together", () => {
  const alone = Object.entries(SIGNAL_WEIGHTS).filter(([, weight]) => weight >= HOLD_SCORE);
  expect(alone.map(([code]) => code)).toEqual([
    "honeypot",
    "mixedScripts",
    "officialName",
    "wordingSure",
    "manyDuplicates",
    "dropOuts",
    "reports",
  ]);
});

test("stems are words without their ends, pairs of them, and kinds of things", () => {
  expect([...stemsOf("te pagamos 300 euros en https://uno.test").keys()]).toEqual([
    "te",
    "pagam",
    "<9>",
    "€",
    "<l>",
    "te_pagam",
    "pagam_<9>",
    "<9>_€",
    "€_<l>",
  ]);
});

test("a moderator is told the words that weigh most, and unknown words say nothing", () => {
  expect(wordingOf("xyzzy plugh")).toMatchObject({ words: [] });
  expect(wordingOf("xyzzy plugh").score).toBeLessThan(0);
  expect(wordingOf("").score).toBeLessThan(0);
  const { score, words } = wordingOf("manda una foto del dni y tus claves antes de empezar");
  expect(score).toBeGreaterThan(0);
  expect(words.length).toBeGreaterThan(0);
});
