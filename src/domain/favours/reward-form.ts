import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { type Result, err } from "../kernel/errors.ts";
import type { FieldCode } from "../kernel/field-codes.ts";
import { FIELDS, checkLength, choice, field, lengths, oneOf, optional } from "../kernel/fields.ts";
import { type FieldsOf, type FormValues } from "../kernel/form.ts";
import { REWARD_TEXT_MAX_LENGTH } from "../kernel/limits.ts";
import { REWARD_KINDS, WORDED_KINDS, type Reward, type RewardKind } from "../records/reward.ts";
import { parseAmount } from "./amount.ts";

const kind = choice(REWARD_KINDS, "rewardKindMissing", "rewardKindUnknown");
const amount = optional(field(parseAmount), null).register(FIELDS, {
  isAsked: (values) => kindOf(values) === "money",
});
/** Where the kind alone says nothing, the text has to; elsewhere it may be left empty. */
const words = () => optional(field(parseWords, lengths(0, REWARD_TEXT_MAX_LENGTH)), null);
/** "Propón tú" asks for a proposal: it is no answer to one. */
const counterKind = field(parseCounterKind, { enum: REWARD_KINDS.filter((one) => one !== "open") });

/** The reward that a favour must have. */
export const REWARD_FORM = z.object({
  rewardKind: kind,
  rewardAmount: amount,
  rewardText: words().register(FIELDS, {
    isMasked: true,
    isSuspect: true,
    isSearched: true,
    isAsked: isSaid,
  }),
});

/** A counter-proposal; without a `rewardKind` there is none, and null takes the reward as it stands. */
export const COUNTER_FORM = z.object({
  rewardKind: optional(counterKind, null).register(FIELDS, { isAsked: isProposed }),
  rewardAmount: amount,
  rewardText: words().register(FIELDS, {
    isMasked: true,
    isSuspect: true,
    isAsked: (values) => isProposed(values) && isSaid(values),
  }),
});
type CounterFields = FieldsOf<typeof COUNTER_FORM.shape>;

function kindOf({ rewardKind = "" }: FormValues): string {
  return cleanLine(rewardKind);
}

function isProposed(values: FormValues): boolean {
  return kindOf(values) !== "";
}

/** Whether a text was typed, or is needed. */
function isSaid(values: FormValues): boolean {
  return WORDED_KINDS.includes(kindOf(values)) || cleanLine(values["rewardText"] ?? "") !== "";
}

function parseWords(typed: string): Result<string, FieldCode> {
  return checkLength(cleanLine(typed), {
    min: 1,
    max: REWARD_TEXT_MAX_LENGTH,
    missing: "rewardTextMissing",
    tooShort: "rewardTextMissing",
    tooLong: "rewardTextTooLong",
  });
}

function parseCounterKind(typed: string): Result<RewardKind, FieldCode> {
  if (cleanLine(typed) === "open") return err("rewardKindOpen");
  return oneOf(typed, REWARD_KINDS, "rewardKindMissing", "rewardKindUnknown");
}

/** The reward that a form's fields stand for. */
export function rewardOf(fields: FieldsOf<typeof REWARD_FORM.shape>): Reward;
export function rewardOf(fields: CounterFields): Reward | null;
export function rewardOf({ rewardKind, rewardAmount, rewardText }: CounterFields): Reward | null {
  return rewardKind === null ? null : { kind: rewardKind, amountCents: rewardAmount, text: rewardText };
}

/** A reward as the fields of its form. */
export function rewardFields(reward: Reward): FieldsOf<typeof REWARD_FORM.shape>;
export function rewardFields(reward: Reward | null): CounterFields;
export function rewardFields(reward: Reward | null): CounterFields {
  return {
    rewardKind: reward?.kind ?? null,
    rewardAmount: reward?.amountCents ?? null,
    rewardText: reward?.text ?? null,
  };
}
