import { describe, expect, test } from "vitest";
import { ACTION_DONE, ACTION_LABELS, ALREADY_DONE } from "../../src/copy/actions.ts";
import { DOMAIN_MESSAGES } from "../../src/copy/domain-messages.ts";
import { FIELD_LABELS, FIELD_MESSAGES } from "../../src/copy/field-messages.ts";
import { formatDate, formatDateTime, formatDay, formatMoney, formatReward } from "../../src/copy/format.ts";
import { HTTP_MESSAGES } from "../../src/copy/http-messages.ts";
import {
  CATEGORY_NAMES,
  NOTIFY_NAMES,
  REWARD_KIND_NAMES,
  ROLE_NAMES,
  SUBJECT_NAMES,
  WITHDRAW_REASON_NAMES,
} from "../../src/copy/names.ts";
import { PLACE_NAMES } from "../../src/copy/places.ts";
import { SIGNAL_EXPLANATIONS } from "../../src/copy/signals.ts";
import { COMMENT_STATES_COPY, JOB_STATES_COPY, OFFER_STATES_COPY } from "../../src/copy/states.ts";
import { HTTP_CODES } from "../../src/copy/http-codes.ts";
import { CATEGORIES } from "../../src/domain/records/category.ts";
import { COMMENT_STATES } from "../../src/domain/records/comment.ts";
import { ERROR_KINDS } from "../../src/domain/kernel/errors.ts";
import { FIELD_CODES } from "../../src/domain/kernel/field-codes.ts";
import { JOB_STATES } from "../../src/domain/records/job.ts";
import { LINK_ACTIONS } from "../../src/domain/records/link.ts";
import * as limits from "../../src/domain/kernel/limits.ts";
import { OFFER_STATES } from "../../src/domain/records/offer.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import { SIGNAL_CODES } from "../../src/domain/suspicion/signals.ts";

const STATES = [JOB_STATES_COPY, OFFER_STATES_COPY, COMMENT_STATES_COPY];
const SENTENCES = [
  ...[DOMAIN_MESSAGES, FIELD_MESSAGES, HTTP_MESSAGES, ACTION_DONE, SIGNAL_EXPLANATIONS].flatMap((texts) =>
    Object.entries(texts),
  ),
  ...STATES.flatMap((states) =>
    Object.entries(states).map(([state, { sentence }]) => [state, sentence] as const),
  ),
  ["alreadyDone", ALREADY_DONE] as const,
];
const LABELS = [
  CATEGORY_NAMES,
  PLACE_NAMES,
  REWARD_KIND_NAMES,
  SUBJECT_NAMES,
  NOTIFY_NAMES,
  ROLE_NAMES,
  WITHDRAW_REASON_NAMES,
  ACTION_LABELS,
  FIELD_LABELS,
  ...STATES.map((states) =>
    Object.fromEntries(Object.entries(states).map(([key, { label }]) => [key, label])),
  ),
].flatMap((names) => Object.entries(names));

describe("every code has its words, and no words are left without a code", () => {
  const sorted = (keys: readonly string[]) => [...keys].sort();
  test.each([
    ["fields", FIELD_CODES, FIELD_MESSAGES],
    ["rules", Object.keys(ERROR_KINDS), DOMAIN_MESSAGES],
    ["requests", HTTP_CODES, HTTP_MESSAGES],
    ["categories", CATEGORIES, CATEGORY_NAMES],
    ["places", PLACES, PLACE_NAMES],
    ["favours", JOB_STATES, JOB_STATES_COPY],
    ["offers", OFFER_STATES, OFFER_STATES_COPY],
    ["comments", COMMENT_STATES, COMMENT_STATES_COPY],
    ["buttons", LINK_ACTIONS, ACTION_LABELS],
    ["done", LINK_ACTIONS, ACTION_DONE],
    ["signals", SIGNAL_CODES, SIGNAL_EXPLANATIONS],
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
    const errors = [...Object.values(DOMAIN_MESSAGES), ...Object.values(FIELD_MESSAGES)];
    for (const message of errors) expect(message.split(" ").length, message).toBeGreaterThanOrEqual(3);
  });

  test("nobody is addressed as usted", () => {
    for (const [, sentence] of SENTENCES)
      expect(sentence).not.toMatch(/\b(?:usted|su correo electr|introduzca)\b/i);
  });
});

test("the numbers in the messages are the limits in force", () => {
  const field = FIELD_MESSAGES;
  const domain = DOMAIN_MESSAGES;
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
    expect(formatMoney(cents)).toBe(text.replace(" ", "\u00a0"));
  });

  test.each([
    [{ kind: "money", amountCents: 1500, text: null }, "15\u00a0€"],
    [{ kind: "money", amountCents: 1500, text: "y la gasolina" }, "15\u00a0€ (y la gasolina)"],
    [{ kind: "favour", amountCents: null, text: "te corto el pelo" }, "Un favor a cambio: te corto el pelo"],
    [{ kind: "open", amountCents: null, text: null }, "Propón tú"],
  ] as const)("a reward", (reward, text) => {
    expect(formatReward(reward)).toBe(text);
  });

  test("a day is the day it says; an instant is the day and hour of Madrid", () => {
    const lateInUtc = Date.UTC(2026, 4, 31, 22, 30);
    expect(formatDay("2026-05-31")).toBe("31 de mayo de 2026");
    expect(formatDate(lateInUtc)).toBe("1 de junio de 2026");
    expect(formatDateTime(lateInUtc)).toBe("1 de junio de 2026, 0:30");
  });
});
