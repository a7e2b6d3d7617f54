import type { Millis } from "../kernel/time.ts";
import type { Job } from "../records/job.ts";
import { jobFormValues, parseJobEdit } from "./job-form.ts";

/** Whether a favour is over in a way that lets its poster ask for the same once more. What a moderator hid is not asked for again. */
export function canAskAgain({ state, expiresAt }: Job, now: Millis): boolean {
  return (
    state === "done" || state === "withdrawn" || state === "expired" || (state === "open" && now > expiresAt)
  );
}

/** Such a favour as the fields of the form for a new one: all but its consent, and a day that has passed. */
export function askAgainValues(job: Job, now: Millis): Record<string, string> {
  const values = { ...jobFormValues(job), email: job.poster.email };
  const read = parseJobEdit(values, job, now);
  const isDayOver = !read.ok && "deadline" in read.error;
  return isDayOver ? { ...values, deadline: "" } : values;
}
