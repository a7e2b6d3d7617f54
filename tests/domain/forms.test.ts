import { describe, expect, test } from "vitest";
import { parseCommentForm } from "../../src/domain/comments/form.ts";
import { CONTACT_FORM } from "../../src/domain/feedback/contact.ts";
import { parseJobEdit, parseJobForm } from "../../src/domain/favours/job-form.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { REASON_FORM, WITHDRAW_FORM } from "../../src/domain/links/forms.ts";
import { parseOfferEdit, parseOfferForm } from "../../src/domain/favours/offer-form.ts";
import { NOW, aJob, anOffer, freshId } from "../support/builders/fixtures.ts";
import { JOB, comment, errors, job, offer } from "../support/builders/form-fixtures.ts";

describe("every field that is wrong is named, with what is wrong", () => {
  test("an empty favour", () => {
    expect(errors(parseJobForm({}, NOW))).toEqual({
      title: "titleMissing",
      description: "descriptionMissing",
      category: "categoryMissing",
      place: "placeMissing",
      rewardKind: "rewardKindMissing",
      name: "nameMissing",
      email: "emailMissing",
      consent: "consentMissing",
    });
  });

  test("an empty offer, comment and message", () => {
    expect(errors(parseOfferForm({}))).toEqual({
      message: "offerMessageMissing",
      name: "nameMissing",
      email: "emailMissing",
      consent: "consentMissing",
    });
    expect(errors(parseCommentForm({}))).toEqual({
      article: "articleMissing",
      text: "commentMissing",
      name: "nameMissing",
      email: "emailMissing",
    });
    expect(errors(parseForm(CONTACT_FORM, {}))).toEqual({
      name: "nameMissing",
      email: "emailMissing",
      subject: "subjectMissing",
      message: "contactMessageMissing",
    });
  });

  test("values that are not in the list", () => {
    expect(errors(job({ category: "Mascotas", place: "constructor", rewardKind: "gold" }))).toEqual({
      category: "categoryUnknown",
      place: "placeUnknown",
      rewardKind: "rewardKindUnknown",
    });
    expect(errors(comment({ notify: "always", parent: "no" }))).toEqual({
      notify: "notifyUnknown",
      parent: "parentUnknown",
    });
    expect(errors(parseForm(WITHDRAW_FORM, { reason: "porque sí" }))).toEqual({ reason: "reasonUnknown" });
    expect(errors(parseForm(REASON_FORM, { reason: "a".repeat(501) }))).toEqual({ reason: "reasonTooLong" });
  });

  test("consent must be ticked, nothing else will do", () => {
    for (const consent of ["", "off", "true", "On"]) {
      expect(errors(offer({ consent }))).toEqual({ consent: "consentMissing" });
    }
  });
});

describe("deadlines, as the calendar of Madrid has it", () => {
  test.each([
    ["2026-06-10", {}],
    ["2026-09-08", {}],
    ["", {}],
    ["2026-06-09", { deadline: "deadlinePast" }],
    ["2026-09-09", { deadline: "deadlineTooFar" }],
    ["2026-06-31", { deadline: "deadlineInvalid" }],
    ["10/06/2026", { deadline: "deadlineInvalid" }],
    ["9999-12-31", { deadline: "deadlineTooFar" }],
  ])("%s", (deadline, expected) => {
    expect(errors(job({ deadline }))).toEqual(expected);
  });

  test("half past midnight in Madrid, yesterday has passed although UTC is still there", () => {
    const afterMidnight = Date.UTC(2026, 5, 10, 22, 30);
    expect(errors(parseJobForm({ ...JOB, deadline: "2026-06-10" }, afterMidnight))).toEqual({
      deadline: "deadlinePast",
    });
  });
});

describe("edits", () => {
  test("what was not sent stays as it is", () => {
    const stored = aJob({ town: "Utebo" });
    expect(parseJobEdit({ title: "Otro título cualquiera" }, stored, NOW)).toMatchObject({
      ok: true,
      value: { title: "Otro título cualquiera", town: "Utebo", reward: stored.reward, name: "Paula" },
    });
    expect(parseJobEdit({ town: "" }, stored, NOW)).toMatchObject({ ok: true, value: { town: null } });
    expect(errors(parseJobEdit({ title: "" }, stored, NOW))).toEqual({ title: "titleMissing" });
  });

  test("an offer's counter-proposal can be taken back", () => {
    const stored = anOffer(aJob(), { reward: { kind: "money", amountCents: 1999, text: null } });
    expect(parseOfferEdit({}, stored)).toMatchObject({ ok: true, value: { reward: { amountCents: 1999 } } });
    expect(parseOfferEdit({ rewardKind: "" }, stored)).toMatchObject({ ok: true, value: { reward: null } });
  });
});

test("a comment's optional fields", () => {
  const parent = freshId();
  expect(comment({ parent, notify: "none", remember: "on" })).toMatchObject({
    ok: true,
    value: { parent, notify: "none", remember: true },
  });
  expect(comment({})).toMatchObject({ ok: true, value: { parent: null, notify: "none", remember: false } });
});
