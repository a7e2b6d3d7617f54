import { expect, test } from "vitest";
import { heldShare, leftOut } from "../../../scripts/bench-spam.ts";
import { readHand } from "../../../scripts/spam-corpus.ts";
import { LEARNT_HANDS, toSource, train } from "../../../scripts/spam-model.ts";
import { assess } from "../../../src/domain/suspicion/assess.ts";
import { MODEL } from "../../../src/domain/suspicion/model.ts";
import { SIGNAL_WEIGHTS } from "../../../src/domain/suspicion/signals.ts";
import { HOLD_SCORE } from "../../../src/domain/suspicion/thresholds.ts";
import { stemsOf } from "../../../src/domain/suspicion/stems.ts";
import { turnsOf } from "../../../src/domain/suspicion/turns.ts";
import { wordingOf } from "../../../src/domain/suspicion/wording.ts";

/** What the settings were chosen by: about 3 % of honest texts held, and then as many frauds as can be (docs/rules.md). */
const LEFT_OUT_INNOCENTS_MAX = 0.035;
const LEFT_OUT_FRAUDS_MIN = 0.8;
const LEFT_OUT_SPAM_MIN = 0.75;

test("each writer left out in turn, few honest texts are held and most frauds and spam are", async () => {
  const judged = await leftOut();
  const share = (label: string) => heldShare(judged.filter(({ line }) => line.label === label));
  expect(judged.length).toBeGreaterThanOrEqual(2000);
  expect(share("innocent")).toBeLessThanOrEqual(LEFT_OUT_INNOCENTS_MAX);
  expect(share("fraud")).toBeGreaterThanOrEqual(LEFT_OUT_FRAUDS_MIN);
  expect(share("spam")).toBeGreaterThanOrEqual(LEFT_OUT_SPAM_MIN);
});

test("the committed model is the one that the hands make", async () => {
  const lines = (await Promise.all(LEARNT_HANDS.map((hand) => readHand(hand)))).flat();
  const weights = MODEL.flatMap(([fifths, stems]) =>
    stems.split(" ").map((stem) => [stem, fifths / 5] as const),
  );
  expect(new Map(weights)).toEqual(train(lines));
  expect(
    toSource(
      new Map([
        ["b", 0.6],
        ["a_b", 0.6],
        ["c", -1],
      ]),
    ),
  ).toMatch(/\[-5, "c"\],\n\[3, "a_b b"\]/);
});

test("turns of speech are told with their words, twice where they come twice, and in pairs", () => {
  expect([...turnsOf("ojo, es una estafa: me han pedido 300 euros")]).toEqual([
    ["<warns>", "ojo"],
    ["<told>", "me han"],
    ["<warns+>", "estafa"],
    ["<warns&told>", ""],
  ]);
  expect([...turnsOf("")]).toEqual([]);
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

test("a text of which few words are known says nothing, and is not cleared either", () => {
  const known = new Map([
    ["the", 3],
    ["you", 3],
    ["_", 0],
  ]);
  expect(wordingOf("the you the you", known)).toMatchObject({ unknown: false, words: ["the", "you"] });
  expect(wordingOf("the you mend my old bike", known)).toMatchObject({ unknown: true, words: [] });
  // Whoever fills a fraud with words that nobody knows is held by its phrases.
  const { hold, signals } = assess(
    {
      texts: [
        "xyzzy plugh fnord quux zork, recibes el dinero en tu cuenta y me reenvias en bitcoin qwer tyui asdf ghjk zxcv bnmp",
      ],
      honeypot: "",
      stampAge: 60_000,
    },
    (folded) => wordingOf(folded, known),
  );
  expect(signals).toContain("wordingUnknown");
  expect(hold).toBe(true);
});

test("the name of a site is one thing, and its parts are no words", () => {
  expect([...stemsOf("mira tienda-uno.com/r/8 o uno@dos.es, acaba.luego").keys()]).toEqual([
    "mira",
    "<l>",
    "<m>",
    "acaba",
    "luego",
    "mira_<l>",
    "<l>_<m>",
    "<m>_acaba",
    "acaba_luego",
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
