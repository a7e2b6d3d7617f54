import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { type FieldErrors, type Result, err, ok } from "../kernel/errors.ts";
import type { FieldCode } from "../kernel/field-codes.ts";
import {
  FIELDS,
  choice,
  field,
  line,
  optional,
  optionalLine,
  refusal,
  text,
  ticked,
} from "../kernel/fields.ts";
import { type FieldsOf, type FormValues, fieldsOf, parseForm, typedValues } from "../kernel/form.ts";
import * as limits from "../kernel/limits.ts";
import { type Millis, addDays, isRealDay, madridDay } from "../kernel/time.ts";
import { CONSENT, PERSON_FORM, type Person, type PersonDraft } from "../people/person.ts";
import { CATEGORIES } from "../records/category.ts";
import type { Job } from "../records/job.ts";
import { PLACES } from "../records/place.ts";
import type { Reward } from "../records/reward.ts";
import { typedAmount } from "./amount.ts";
import { REWARD_FORM, rewardFields, rewardOf } from "./reward-form.ts";

/** What everybody reads of a favour, beside its reward and its poster's name. */
export const JOB_WORDS = z.object({
  title: line({
    min: limits.TITLE_MIN_LENGTH,
    max: limits.TITLE_MAX_LENGTH,
    missing: "titleMissing",
    tooShort: "titleTooShort",
    tooLong: "titleTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true, isSearched: true }),
  description: text({
    min: limits.DESCRIPTION_MIN_LENGTH,
    max: limits.DESCRIPTION_MAX_LENGTH,
    missing: "descriptionMissing",
    tooShort: "descriptionTooShort",
    tooLong: "descriptionTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true, isSearched: true }),
  category: choice(CATEGORIES, "categoryMissing", "categoryUnknown").register(FIELDS, { isSearched: true }),
  place: choice(PLACES, "placeMissing", "placeUnknown").register(FIELDS, { isSearched: true }),
  town: optionalLine(limits.TOWN_MAX_LENGTH, "townTooLong").register(FIELDS, {
    isMasked: true,
    isSuspect: true,
    isSearched: true,
  }),
  deadline: optional(field(parseDay, { format: "date" }), null),
});

/** What a favour says, without who says it. */
export const JOB_TEXT_FORM = z.object({ ...JOB_WORDS.shape, ...REWARD_FORM.shape });

/** The form of `/api/jobs`. */
export const JOB_FORM = z.object({
  ...JOB_TEXT_FORM.shape,
  ...PERSON_FORM.shape,
  standing: ticked(),
  consent: CONSENT,
});
/** What a poster may change later; the address stays. */
export const JOB_EDIT_FORM = z.omit(JOB_FORM, { email: true, consent: true });

/** What a favour says, as its record has it. */
export type JobText = FieldsOf<typeof JOB_WORDS.shape> & { readonly reward: Reward };
/** A favour as the form gives it. */
export type JobDraft = JobText & { readonly standing?: boolean; readonly poster: PersonDraft };
/** A favour as the poster's `edit` gives it. */
export type JobEdit = JobText & { readonly standing?: boolean } & Pick<PersonDraft, "name" | "phone">;

/** A favour that says nothing: what is left of an erased one. */
export const BLANK_JOB: JobText = {
  title: "",
  description: "",
  category: "otra",
  place: "remoto",
  town: null,
  deadline: null,
  reward: { kind: "open", amountCents: null, text: null },
};

/** Reads the form of `/api/jobs`. */
export function parseJobForm(values: FormValues, now: Millis): Result<JobDraft, FieldErrors> {
  const parsed = parseForm(z.extend(JOB_FORM, { deadline: deadlineAt(now) }), values);
  if (!parsed.ok) return parsed;
  const { name, email, phone, standing } = parsed.value;
  return ok({ ...textOf(parsed.value), standing, poster: { name, email, phone } });
}

/** Reads the poster's `edit`. A field that was not sent keeps what the favour has. */
export function parseJobEdit(values: FormValues, job: Job, now: Millis): Result<JobEdit, FieldErrors> {
  const form = z.extend(JOB_EDIT_FORM, { deadline: deadlineAt(now) });
  const parsed = parseForm(form, { ...jobFormValues(job), ...values });
  if (!parsed.ok) return parsed;
  const { name, phone, standing } = parsed.value;
  return ok({ ...textOf(parsed.value), standing, name, phone });
}

function textOf(fields: FieldsOf<typeof JOB_TEXT_FORM.shape>): JobText {
  return { ...fieldsOf(JOB_WORDS, fields), reward: rewardOf(fields) };
}

/** What a favour says, as its form has it. */
export function jobTextFields(job: JobText): FieldsOf<typeof JOB_TEXT_FORM.shape> {
  return fieldsOf(JOB_TEXT_FORM, { ...job, ...rewardFields(job.reward) });
}

/** A favour as the fields that its poster may change. */
export function jobFields(
  job: JobText & { readonly standing?: boolean; readonly poster: Pick<Person, "name" | "phone"> },
): FieldsOf<typeof JOB_EDIT_FORM.shape> {
  const { name, phone } = job.poster;
  return fieldsOf(JOB_EDIT_FORM, { ...jobTextFields(job), name, phone, standing: job.standing ?? false });
}

/** A stored favour as the fields of its form, to fill it in again. */
export function jobFormValues(job: Job): Record<string, string> {
  const fields = jobFields(job);
  return { ...typedValues(fields), rewardAmount: typedAmount(fields.rewardAmount) };
}

function parseDay(typed: string): Result<string | null, FieldCode> {
  const day = cleanLine(typed);
  if (day === "") return ok(null);
  return isRealDay(day) ? ok(day) : err("deadlineInvalid");
}

/** A day from today to `DEADLINE_MAX_DAYS` on, as the calendar of Europe/Madrid has it; null for "when it can be". */
export function deadlineAt(now: Millis) {
  const today = madridDay(now);
  const last = addDays(today, limits.DEADLINE_MAX_DAYS);
  return JOB_WORDS.shape.deadline.check(({ value: day, issues }) => {
    if (day !== null && day < today) issues.push(refusal("deadlinePast", day));
    if (day !== null && day > last) issues.push(refusal("deadlineTooFar", day));
  });
}
