import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { COMMENT_EDIT_FORM, COMMENT_FORM } from "../../../src/domain/comments/form.ts";
import { JOB_FORM, JOB_TEXT_FORM, JOB_WORDS } from "../../../src/domain/favours/job-form.ts";
import { OFFER_FORM, OFFER_TEXT_FORM } from "../../../src/domain/favours/offer-form.ts";
import { CONTACT_FORM } from "../../../src/domain/feedback/contact.ts";
import { VOTE_FORM } from "../../../src/domain/feedback/voting.ts";
import type { FieldFacts } from "../../../src/domain/kernel/fields.ts";
import { type Fields, type Form, fieldsThat, typedFields } from "../../../src/domain/kernel/form.ts";

/** The fields in which anything can be written: a length is all that their rows ask for. */
function freeTexts(form: Form<Fields>): string[] {
  const { properties = {} } = z.toJSONSchema(form, { io: "input" });
  return Object.entries(properties)
    .filter(([, schema]) => {
      if (typeof schema !== "object" || schema.maxLength === undefined) return false;
      return schema.format === undefined && schema.enum === undefined;
    })
    .map(([name]) => name);
}

const has = (form: Form<Fields>, fact: keyof FieldFacts) => fieldsThat(form, (facts) => facts[fact] === true);

describe("what somebody can write freely", () => {
  test.each([
    ["favour", JOB_TEXT_FORM, ["title", "description", "town", "rewardText"]],
    ["offer", OFFER_TEXT_FORM, ["message", "rewardText"]],
    ["comment", COMMENT_EDIT_FORM, ["text"]],
  ] as [string, Form<Fields>, string[]][])("in a %s is masked and looked at for spam", (_of, form, known) => {
    expect(freeTexts(form)).toEqual(expect.arrayContaining(known));
    expect(has(form, "isMasked")).toEqual(freeTexts(form));
    expect(has(form, "isSuspect")).toEqual(freeTexts(form));
  });

  test("to the owner is looked at for spam", () => {
    expect(has(CONTACT_FORM, "isSuspect")).toEqual(["message"]);
    expect(has(VOTE_FORM, "isSuspect")).toEqual(freeTexts(VOTE_FORM));
  });

  test("and everybody reads finds a favour", () => {
    expect(has(JOB_WORDS, "isSearched")).toEqual(expect.arrayContaining(freeTexts(JOB_WORDS)));
  });
});

test("a name is masked wherever somebody signs; an address is in no list of what may be shown or searched", () => {
  for (const form of [JOB_FORM, OFFER_FORM, COMMENT_FORM, CONTACT_FORM] as Form<Fields>[]) {
    expect(has(form, "isMasked")).toContain("name");
    const shown = fieldsThat(
      form,
      ({ isMasked, isSearched, isSuspect }) => isMasked || isSearched || isSuspect,
    );
    expect(shown.filter((name) => ["email", "phone", "consent"].includes(name))).toEqual([]);
  }
});

test("an error leads to the fields that the form shows, in its order", () => {
  expect(typedFields(COMMENT_FORM)).toEqual(["text", "name", "email", "notify", "remember"]);
  expect(typedFields(JOB_FORM).slice(0, 2)).toEqual(["title", "description"]);
  expect(typedFields(JOB_FORM).slice(-5)).toEqual(["name", "email", "phone", "standing", "consent"]);
});
