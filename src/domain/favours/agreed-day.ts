import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { type FieldErrors, type Result, err, fail, ok } from "../kernel/errors.ts";
import { field, optional, ticked } from "../kernel/fields.ts";
import { type FormValues, parseForm } from "../kernel/form.ts";
import { DAY_REMINDER_TIME } from "../kernel/limits.ts";
import { type Millis, addDays, endOfMadridDay, madridInstant } from "../kernel/time.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import type { AgreedDay, Job, JobState } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
import type { Side } from "../records/asked-question.ts";
import { jobChange } from "./changes.ts";
import { deadlineAt, JOB_WORDS } from "./job-form.ts";
import { jobRefusal } from "./job-states.ts";
import { mailJob } from "./mails.ts";
import { offersGuard, type JobOffers } from "./offer-effects.ts";
import { assignedOffer } from "./offer-states.ts";

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

const timeOfDay = field(
  (typed) => {
    const time = cleanLine(typed);
    if (time === "") return ok(null);
    return TIME.test(time) ? ok(time) : err("agreedTimeInvalid");
  },
  { pattern: TIME.source },
);

/** What the poster may say of the day itself when accepting an offer; all of it may be left out. */
export const AGREEMENT_FORM = z.object({
  agreedDate: JOB_WORDS.shape.deadline,
  agreedTime: optional(timeOfDay, null),
  /** The poster wants to be reminded the day before. */
  remind: ticked(),
});

/** Reads the form of `accept`. Null: no day was agreed on. */
export function parseAgreement(values: FormValues, now: Millis): Result<AgreedDay | null, FieldErrors> {
  const parsed = parseForm(z.extend(AGREEMENT_FORM, { agreedDate: deadlineAt(now) }), values);
  if (!parsed.ok) return parsed;
  const { agreedDate: date, agreedTime: time, remind } = parsed.value;
  if (date === null) return time === null && !remind ? ok(null) : err({ agreedDate: "agreedDateMissing" });
  if (isOver({ date, time }, now)) return err({ agreedTime: "agreedTimePast" });
  const day: AgreedDay = { date, time, remind: [], remindedAt: null };
  return ok(remind && now < remindedFrom(day) ? { ...day, remind: ["poster"] } : day);
}

/** Whether the agreed day, or its hour, has passed. */
function isOver({ date, time }: Pick<AgreedDay, "date" | "time">, now: Millis): boolean {
  return now > (time === null ? endOfMadridDay(date) : madridInstant(date, time));
}

/** When the letter of the day before leaves; who asks for it later would get it too late. */
function remindedFrom({ date }: AgreedDay): Millis {
  return madridInstant(addDays(date, -1), DAY_REMINDER_TIME);
}

/** Whether one side can still ask to be reminded of the agreed day. */
export function canAskForReminder({ agreed, state }: Job, by: Side, now: Millis): boolean {
  if (state !== "assigned" || agreed === null || agreed.remind.includes(by)) return false;
  return now < remindedFrom(agreed);
}

/**
 * One side of an agreement asks to be reminded the day before. Errors: the favour's state, `dayNotAgreed`, `reminderTooLate`.
 */
export function askForReminder(
  { job, by }: { readonly job: Job; readonly by: Side },
  { now }: Context,
): Decided<JobState> {
  const { agreed } = job;
  if (job.state !== "assigned") return err(jobRefusal(job, now));
  if (agreed === null) return err(fail("dayNotAgreed"));
  if (agreed.remind.includes(by)) return alreadyDone(job.id, job.state);
  if (!canAskForReminder(job, by, now)) return err(fail("reminderTooLate"));
  const { change } = jobChange(job, { agreed: { ...agreed, remind: [...agreed.remind, by] } });
  return decided(job.id, job.state, { changes: [change] });
}

/** When the calendar next has to remind of the agreed day; null: never (again). */
export function dayReminderAt({ agreed, state }: Job): Millis | null {
  if (state !== "assigned" || agreed === null) return null;
  return agreed.remind.length === 0 || agreed.remindedAt !== null ? null : remindedFrom(agreed);
}

/**
 * Those who asked for it are reminded the day before, once; when that comes too late, nobody is. Errors: the favour's state
 * when nothing is due.
 */
export function remindOfDay(input: JobOffers, { now }: Context): Decided<JobState> {
  const { job, offers } = input;
  const { agreed } = job;
  const at = dayReminderAt(job);
  if (agreed === null || at === null || at > now) return err(jobRefusal(job, now));
  const { job: reminded, change } = jobChange(job, { agreed: { ...agreed, remindedAt: now } });
  const helper = assignedOffer(job, offers);
  const { date, time } = agreed;
  const letter = (role: Side, to: string, objectId: string): MailEvent => ({
    id: mailId("dayReminder", reminded, role === "poster" ? 1 : 2),
    name: "dayReminder",
    to,
    data: { link: manageRef(objectId), job: mailJob(job), role, day: { date, time } },
    goodUntil: endOfMadridDay(date),
  });
  const mails = agreed.remind.flatMap((role) => {
    if (role === "poster") return [letter(role, job.poster.email, job.id)];
    return helper === undefined ? [] : [letter(role, helper.helper.email, helper.id)];
  });
  return decided(job.id, job.state, {
    guards: [offersGuard(input)],
    changes: [change],
    mails: isOver(agreed, now) ? [] : mails,
  });
}
