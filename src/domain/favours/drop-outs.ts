import type { Address } from "../records/address.ts";
import { newAddress } from "../records/changes.ts";
import { jobChange } from "./changes.ts";
import { type Change, alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job, JobState } from "../records/job.ts";
import { posterMail } from "./mails.ts";
import { JOB_TRANSITIONS, jobRefusal, jobTags } from "./job-states.ts";
import { DROP_OUTS_COUNT_DAYS, DROP_OUTS_TO_HOLD } from "../kernel/limits.ts";
import type { MailEvent } from "../records/mail-event.ts";
import { err } from "../kernel/errors.ts";
import type { SignalCode } from "../suspicion/signals.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";

const SIGNAL = "dropOuts" satisfies SignalCode;

/** The agreements that this address broke as the poster and that still count. */
export function recentDropOuts(address: Address | null, now: Millis): NonNullable<Address["dropOuts"]> {
  return (address?.dropOuts ?? []).filter(({ at }) => now - at < DROP_OUTS_COUNT_DAYS * DAY);
}

/** Whether one more broken agreement makes a person look first: accepting and dropping out in turn gathers contacts. */
export function isOneTooMany(address: Address | null, now: Millis): boolean {
  return recentDropOuts(address, now).length + 1 >= DROP_OUTS_TO_HOLD;
}

/** Remembers a broken agreement under the keyed hash of the address, so that erasing the favour forgets nothing of it. */
export function addressDroppedOut(job: Job, address: Address | null, now: Millis): Change {
  const dropOuts = [...recentDropOuts(address, now), { at: now, job: job.id }];
  const after: Address =
    address === null
      ? { ...newAddress(job.poster.address, now), dropOuts }
      : { ...address, version: address.version + 1, dropOuts };
  // Approved comments and the number that makes cookies worthless have to outlive this.
  const isMore = after.approvedComments > 0 || after.cookieNumber > 0;
  const ending = isMore ? {} : { forgetAt: now + DROP_OUTS_COUNT_DAYS * DAY };
  return { kind: "address", before: address, after, ...ending };
}

/** Signals of a favour whose poster broke too many agreements. */
export function withDropOuts(signals: readonly string[]): string[] {
  return [...new Set([...signals, SIGNAL])];
}

/** Takes an open favour of such a poster off the board until a moderator has looked. Errors: the favour's state. */
export function holdJob({ job }: { readonly job: Job }, context: Context): Decided<JobState> {
  if (job.state === "held") return alreadyDone(job.id, job.state);
  if (!allows(JOB_TRANSITIONS, job.state, "dropOutAgain", "poster") || job.state !== "open") {
    return err(jobRefusal(job, context.now));
  }
  const held = jobChange(job, { state: "held", signals: withDropOuts(job.signals) });
  return decided(job.id, "held", {
    changes: [held.change],
    mails: [heldMail(held.job)],
    purge: jobTags(job),
  });
}

/** Whether the poster has the contact of somebody who has not been paid back by a favour done: leaving then breaks an agreement. */
export function isAgreedUpon({ state }: Job): boolean {
  return state === "assigned" || state === "delivered";
}

/** The poster is told why. `job` is as it is after the change. */
export function heldMail(job: Job): MailEvent {
  return posterMail("jobHeld", job, { why: SIGNAL });
}
