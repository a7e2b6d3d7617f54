import { CATEGORIES } from "../records/category.ts";
import type { FieldCode, FieldErrors } from "../kernel/errors.ts";
import { errorsOf, partErrors } from "../kernel/form.ts";
import type { FormValues } from "../kernel/form.ts";
import type { Job } from "../records/job.ts";
import * as limits from "../kernel/limits.ts";
import { addDays, isRealDay, madridDay } from "../kernel/time.ts";
import { parseReward, rewardValues } from "./reward-form.ts";
import { parseConsent, parseName, parsePerson, parsePhone } from "../people/person.ts";
import type { PersonDraft } from "../people/person.ts";
import { PLACES } from "../records/place.ts";
import { err, ok } from "../kernel/errors.ts";
import type { Result } from "../kernel/errors.ts";
import { checkLength, cleanLine, cleanText, oneOf, optionalLine } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";

/** What a favour says, without who says it. */
export type JobText = Pick<
  Job,
  "title" | "description" | "category" | "place" | "town" | "deadline" | "reward"
>;
/** A favour as the form gives it. */
export type JobDraft = JobText & { readonly poster: PersonDraft };
/** What a poster may change later; the address stays. */
export type JobEdit = JobText & Pick<PersonDraft, "name" | "phone">;

/** Reads the form of `/api/jobs`. */
export function parseJobForm(values: FormValues, now: Millis): Result<JobDraft, FieldErrors> {
  const text = parseJobText(values, now);
  const poster = parsePerson(values);
  const consent = parseConsent(values["consent"]);
  if (text.ok && poster.ok && consent.ok) return ok({ ...text.value, poster: poster.value });
  return err({ ...partErrors(text), ...partErrors(poster), ...errorsOf({ consent }) });
}

/** Reads the poster's `edit`. A field that was not sent keeps what the favour has. */
export function parseJobEdit(values: FormValues, job: Job, now: Millis): Result<JobEdit, FieldErrors> {
  const merged = { ...jobFormValues(job), ...values };
  const text = parseJobText(merged, now);
  const name = parseName(merged["name"]);
  const phone = parsePhone(merged["phone"]);
  if (text.ok && name.ok && phone.ok) return ok({ ...text.value, name: name.value, phone: phone.value });
  return err({ ...partErrors(text), ...errorsOf({ name, phone }) });
}

/** A stored favour as the fields of its form, to fill it in again. */
export function jobFormValues(job: Job): Record<string, string> {
  return {
    title: job.title,
    description: job.description,
    category: job.category,
    place: job.place,
    town: job.town ?? "",
    deadline: job.deadline ?? "",
    ...rewardValues(job.reward),
    name: job.poster.name,
    phone: job.poster.phone ?? "",
  };
}

function parseJobText(values: FormValues, now: Millis): Result<JobText, FieldErrors> {
  const title = checkLength(cleanLine(values["title"] ?? ""), {
    min: limits.TITLE_MIN_LENGTH,
    max: limits.TITLE_MAX_LENGTH,
    missing: "titleMissing",
    tooShort: "titleTooShort",
    tooLong: "titleTooLong",
  });
  const description = checkLength(cleanText(values["description"] ?? ""), {
    min: limits.DESCRIPTION_MIN_LENGTH,
    max: limits.DESCRIPTION_MAX_LENGTH,
    missing: "descriptionMissing",
    tooShort: "descriptionTooShort",
    tooLong: "descriptionTooLong",
  });
  const category = oneOf(values["category"], CATEGORIES, "categoryMissing", "categoryUnknown");
  const place = oneOf(values["place"], PLACES, "placeMissing", "placeUnknown");
  const town = optionalLine(values["town"], limits.TOWN_MAX_LENGTH, "townTooLong");
  const deadline = parseDeadline(values["deadline"], now);
  const reward = parseReward(values);
  if (title.ok && description.ok && category.ok && place.ok && town.ok && deadline.ok && reward.ok) {
    return ok({
      title: title.value,
      description: description.value,
      category: category.value,
      place: place.value,
      town: town.value,
      deadline: deadline.value,
      reward: reward.value,
    });
  }
  return err({
    ...errorsOf({ title, description, category, place, town, deadline }),
    ...partErrors(reward),
  });
}

/** A day from today to `DEADLINE_MAX_DAYS` on, as the calendar of Europe/Madrid has it; null for "when it can be". */
function parseDeadline(text: string | undefined, now: Millis): Result<string | null, FieldCode> {
  const day = cleanLine(text ?? "");
  if (day === "") return ok(null);
  if (!isRealDay(day)) return err("deadlineInvalid");
  const today = madridDay(now);
  if (day < today) return err("deadlinePast");
  return day > addDays(today, limits.DEADLINE_MAX_DAYS) ? err("deadlineTooFar") : ok(day);
}
