import { describe, expect, test } from "vitest";
import * as copy from "../../src/copy/es.ts";
import { HTTP_CODES } from "../../src/copy/http-codes.ts";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { COMMENT_STATES } from "../../src/domain/records/comment.ts";
import { ERROR_KINDS, FIELD_CODES } from "../../src/domain/kernel/errors.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { LINK_ACTIONS } from "../../src/domain/records/link.ts";
import * as limits from "../../src/domain/kernel/limits.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import { SIGNAL_CODES } from "../../src/domain/suspicion/signals.ts";

const STATES = [copy.JOB_STATES_COPY, copy.OFFER_STATES_COPY, copy.COMMENT_STATES_COPY];
const SENTENCES = [
  ...[
    copy.DOMAIN_MESSAGES,
    copy.FIELD_MESSAGES,
    copy.HTTP_MESSAGES,
    copy.ACTION_DONE,
    copy.SIGNAL_EXPLANATIONS,
  ].flatMap((texts) => Object.entries(texts)),
  ...STATES.flatMap((states) =>
    Object.entries(states).map(([state, { sentence }]) => [state, sentence] as const),
  ),
  ["alreadyDone", copy.ALREADY_DONE] as const,
];
const LABELS = [
  copy.CATEGORY_NAMES,
  copy.PLACE_NAMES,
  copy.REWARD_KIND_NAMES,
  copy.SUBJECT_NAMES,
  copy.NOTIFY_NAMES,
  copy.ROLE_NAMES,
  copy.WITHDRAW_REASON_NAMES,
  copy.ACTION_LABELS,
  copy.FIELD_LABELS,
  ...STATES.map((states) =>
    Object.fromEntries(Object.entries(states).map(([key, { label }]) => [key, label])),
  ),
].flatMap((names) => Object.entries(names));

describe("every code has its words, and no words are left without a code", () => {
  const sorted = (keys: readonly string[]) => [...keys].sort();
  test.each([
    ["fields", FIELD_CODES, copy.FIELD_MESSAGES],
    ["rules", Object.keys(ERROR_KINDS), copy.DOMAIN_MESSAGES],
    ["requests", HTTP_CODES, copy.HTTP_MESSAGES],
    ["categories", CATEGORIES, copy.CATEGORY_NAMES],
    ["places", PLACES, copy.PLACE_NAMES],
    ["favours", JOB_STATES, copy.JOB_STATES_COPY],
    ["offers", OFFER_STATES, copy.OFFER_STATES_COPY],
    ["comments", COMMENT_STATES, copy.COMMENT_STATES_COPY],
    ["buttons", LINK_ACTIONS, copy.ACTION_LABELS],
    ["done", LINK_ACTIONS, copy.ACTION_DONE],
    ["signals", SIGNAL_CODES, copy.SIGNAL_EXPLANATIONS],
  ] as const)("%s", (_what, codes, words) => {
    expect(sorted(Object.keys(words))).toEqual(sorted(codes));
  });
});

describe("good Spanish", () => {
  test.each(SENTENCES)("%s: %s", (_code, sentence) => {
    expect(sentence).toMatch(/^[«¡¿]?\p{Lu}/u);
    expect(sentence).toMatch(/[.!?…]$/u);
    expect(sentence).not.toMatch(/ {2}|\.\.|"|'/);
  });

  test.each(LABELS)("label of %s: %s", (_code, label) => {
    expect(label).toMatch(/^\p{Lu}/u);
    expect(label).not.toMatch(/[.:;,]$/u);
  });

  test("an error also says what to do: it is never one short word", () => {
    const errors = [...Object.values(copy.DOMAIN_MESSAGES), ...Object.values(copy.FIELD_MESSAGES)];
    for (const message of errors) expect(message.split(" ").length, message).toBeGreaterThanOrEqual(3);
  });

  test("nobody is addressed as usted", () => {
    for (const [, sentence] of SENTENCES)
      expect(sentence).not.toMatch(/\b(?:usted|su correo electr|introduzca)\b/i);
  });
});

test("the numbers in the messages are the limits in force", () => {
  const { FIELD_MESSAGES: field, DOMAIN_MESSAGES: domain } = copy;
  const numbers: [string, number][] = [
    [field.titleTooShort, limits.TITLE_MIN_LENGTH],
    [field.titleTooLong, limits.TITLE_MAX_LENGTH],
    [field.descriptionTooShort, limits.DESCRIPTION_MIN_LENGTH],
    [field.descriptionTooLong, limits.DESCRIPTION_MAX_LENGTH],
    [field.townTooLong, limits.TOWN_MAX_LENGTH],
    [field.deadlineTooFar, limits.DEADLINE_MAX_DAYS],
    [field.rewardTextTooLong, limits.REWARD_TEXT_MAX_LENGTH],
    [field.nameTooShort, limits.NAME_MIN_LENGTH],
    [field.nameTooLong, limits.NAME_MAX_LENGTH],
    [field.emailTooLong, limits.EMAIL_MAX_LENGTH],
    [field.phoneInvalid, limits.PHONE_MIN_LENGTH],
    [field.phoneInvalid, limits.PHONE_MAX_LENGTH],
    [field.offerMessageTooShort, limits.OFFER_MESSAGE_MIN_LENGTH],
    [field.offerMessageTooLong, limits.OFFER_MESSAGE_MAX_LENGTH],
    [field.commentTooLong, limits.COMMENT_MAX_LENGTH],
    [field.contactMessageTooShort, limits.CONTACT_MESSAGE_MIN_LENGTH],
    [field.contactMessageTooLong, limits.CONTACT_MESSAGE_MAX_LENGTH],
    [field.reasonTooLong, limits.REASON_MAX_LENGTH],
    [domain.renewTooLate, limits.RENEW_WITHIN_DAYS],
    [domain.renewalsUsedUp, limits.JOB_LIFE_WITH_RENEWALS_DAYS],
    [domain.tooManyJobs, limits.MAX_LIVE_JOBS],
    [domain.tooManyOffers, limits.MAX_OFFERS_A_DAY],
    [domain.tooManyMailboxes, limits.MAILBOXES_AN_HOUR],
    [domain.editWindowOver, limits.EDIT_WINDOW_MINUTES],
  ];
  for (const [message, limit] of numbers) expect(message).toMatch(new RegExp(`\\b${String(limit)}\\b`));
});

describe("money, days and hours as people here write them", () => {
  test.each([
    [1500, "15 €"],
    [1550, "15,50 €"],
    [1, "0,01 €"],
    [123_456, "1234,56 €"],
    [1_000_000, "10.000 €"],
  ])("%i cents", (cents, text) => {
    expect(copy.formatMoney(cents)).toBe(text.replace(" ", "\u00a0"));
  });

  test.each([
    [{ kind: "money", amountCents: 1500, text: null }, "15\u00a0€"],
    [{ kind: "money", amountCents: 1500, text: "y la gasolina" }, "15\u00a0€ (y la gasolina)"],
    [{ kind: "favour", amountCents: null, text: "te corto el pelo" }, "Un favor a cambio: te corto el pelo"],
    [{ kind: "open", amountCents: null, text: null }, "Lo que tú digas"],
  ] as const)("a reward", (reward, text) => {
    expect(copy.formatReward(reward)).toBe(text);
  });

  test("a day is the day it says; an instant is the day and hour of Madrid", () => {
    const lateInUtc = Date.UTC(2026, 4, 31, 22, 30);
    expect(copy.formatDay("2026-05-31")).toBe("31 de mayo de 2026");
    expect(copy.formatDate(lateInUtc)).toBe("1 de junio de 2026");
    expect(copy.formatDateTime(lateInUtc)).toBe("1 de junio de 2026, 0:30");
  });
});
