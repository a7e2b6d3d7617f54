import { FAILURES_TO_TELL } from "../kernel/limits.ts";
import type { Millis } from "../kernel/time.ts";
import type { FailingRun, Run } from "../records/failing-run.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";

interface Failure {
  readonly run: Run;
  readonly what: string;
  /** Who is told. */
  readonly owner: string;
}

/** A run failed once more: the owner is told when it is `FAILURES_TO_TELL` times in a row, and then not again until it has worked. */
export function afterFailure(
  before: FailingRun | null,
  { run, what, owner }: Failure,
  now: Millis,
): { readonly after: FailingRun; readonly mails: readonly MailEvent[] } {
  const { version = 0, times = 0, since = now } = before ?? {};
  const after: FailingRun = { version: version + 1, times: times + 1, since, what };
  if (after.times !== FAILURES_TO_TELL) return { after, mails: [] };
  const id = mailId("runFailing", { id: run, version: since });
  const data = { run, times: after.times, since, what };
  return { after, mails: [{ id, name: "runFailing", to: owner, data }] };
}
