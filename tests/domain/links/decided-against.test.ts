import { describe, expect, test } from "vitest";
import { isAgainstComment } from "../../../src/domain/comments/appealing.ts";
import { isAgainstJob } from "../../../src/domain/favours/appealing.ts";
import { isAgainstReward } from "../../../src/domain/favours/joined-states.ts";
import { isAgainstOffer } from "../../../src/domain/favours/offer-appealing.ts";
import { isAgainstQuestion } from "../../../src/domain/favours/question-appealing.ts";
import { isAgainstThanks } from "../../../src/domain/favours/thanks-appealing.ts";
import { canAppealBlock } from "../../../src/domain/moderation/trust.ts";
import { DESK_ROWS } from "../../../src/domain/links/desk-rows.ts";

/** What whoever a decision is against can do about it: who says so, or why there is nothing to be said. */
type Answer = { readonly appeal: (...args: never[]) => boolean } | { readonly none: string };

const FOR_THEM = { none: "it is for who wrote it" };
const BLOCK = { appeal: canAppealBlock };
const WRITER = { trust: FOR_THEM, block: BLOCK };
const MASK = { none: "nobody but moderators and its writer ever read the contact data that it covers" };
/** What a decision took the place of comes back, and can be appealed against as before. */
const UNDO = { none: "it leaves what stood before, with the appeal that this had" };
const CLAIM = {
  none: "the letter names the address to write to: it is between two people, and nothing of it is shown",
};

const ANSWERS: { readonly [K in keyof typeof DESK_ROWS]: Readonly<Record<string, Answer>> } = {
  job: {
    ...{ approve: FOR_THEM, restore: FOR_THEM },
    ...{ reject: { appeal: isAgainstJob }, hide: { appeal: isAgainstJob } },
    ...{ undo: UNDO, mask: MASK, ...WRITER },
  },
  offer: { approve: FOR_THEM, reject: { appeal: isAgainstOffer }, settle: CLAIM, uphold: CLAIM, ...WRITER },
  reward: { approve: FOR_THEM, reject: { appeal: isAgainstReward }, ...WRITER },
  question: { approve: FOR_THEM, reject: { appeal: isAgainstQuestion }, ...WRITER },
  thanks: {
    ...{ approve: FOR_THEM, restore: FOR_THEM },
    ...{ reject: { appeal: isAgainstThanks }, hide: { appeal: isAgainstThanks } },
    ...{ mask: MASK, ...WRITER },
  },
  comment: {
    ...{ approve: FOR_THEM, restore: FOR_THEM },
    reject: { appeal: isAgainstComment },
    spam: { appeal: isAgainstComment },
    hide: { appeal: isAgainstComment },
    ...{ undo: UNDO, mask: MASK, ...WRITER },
  },
  mention: {
    ...{ approve: FOR_THEM, restore: FOR_THEM, undo: UNDO },
    reject: { none: "another site signed it: nobody has a link to it" },
    hide: { none: "another site signed it: nobody has a link to it" },
  },
  report: {
    uphold: { none: "whom it is against has the appeal of what is taken away" },
    dismiss: { none: "the letter to who reported it names the address that looks at it again" },
  },
};

describe("whoever something is decided against can appeal, or there is a reason why not", () => {
  test.each(Object.entries(DESK_ROWS))("%s: each action of moderators is answered", (kind, rows) => {
    const answers: Readonly<Record<string, unknown>> = ANSWERS[kind as keyof typeof DESK_ROWS];
    expect(Object.keys(answers).toSorted()).toEqual(Object.keys(rows).toSorted());
  });
});
