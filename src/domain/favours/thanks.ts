import { type DomainError, err, fail } from "../kernel/errors.ts";
import type { Millis } from "../kernel/time.ts";
import { allows, type Transition } from "../kernel/transitions.ts";
import type { Side } from "../records/asked-question.ts";
import { alreadyDone, type Change, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import { type ThankYou, thankYouId, type ThankYouState } from "../records/thank-you.ts";
import { shouldHold } from "../suspicion/signals.ts";
import { jobChange } from "./changes.ts";
import { jobRefusal, jobTags } from "./job-states.ts";
import { otherSide } from "./question-mails.ts";
import { thanksPublishedMail, thanksWrittenMail } from "./thanks-mails.ts";

export type ThankYouAction =
  "thank" | "agree" | "withhold" | "approve" | "reject" | "restore" | "grant" | "report";

/** What both sides may say of each other once a favour is done: public only with the consent of both. */
export const THANK_YOU_TRANSITIONS: readonly Transition<ThankYouState, ThankYouAction>[] = [
  ...(["poster", "helper"] as const).flatMap(
    (by) =>
      [
        { from: null, to: "written", action: "thank", by },
        { from: null, to: "held", action: "thank", by },
        { from: "written", to: "published", action: "agree", by },
        { from: "written", to: "withheld", action: "withhold", by },
      ] as const,
  ),
  { from: "held", to: "written", action: "approve", by: "moderator" },
  // Reports held it, and both had agreed.
  { from: "held", to: "published", action: "approve", by: "moderator" },
  { from: "held", to: "withheld", action: "reject", by: "moderator" },
  { from: "published", to: "held", action: "report", by: "reporters" },
  { from: "published", to: "hidden", action: "reject", by: "moderator" },
  { from: "hidden", to: "published", action: "restore", by: "moderator" },
  // Who wrote it appealed, and was right. Both had agreed already, or whom it thanks has still to be asked.
  { from: "withheld", to: "published", action: "grant", by: "moderator" },
  { from: "withheld", to: "written", action: "grant", by: "moderator" },
];

/** What this side wrote; undefined: nothing. */
export function thanksBy({ thanks }: Job, side: Side): ThankYou | undefined {
  return thanks.find(({ by }) => by === side);
}

/** Whether this side can still thank the other: while both can be reached. */
export function canThank(job: Job, by: Side, now: Millis): boolean {
  return thanksBy(job, by) === undefined && thankRefusal(job, now) === null;
}

function thankRefusal(job: Job, now: Millis): DomainError | null {
  if (job.state !== "done") return jobRefusal(job, now);
  const canReach = job.poster.email !== "" && job.doneBy !== null && job.doneBy.email !== "";
  return canReach ? null : fail("thankTooLate");
}

/** Whether this side can say if what the other wrote may be public. */
export function canAnswerThanks(job: Job, side: Side): boolean {
  return job.state === "done" && thanksBy(job, otherSide(side))?.state === "written";
}

interface Thanking {
  readonly job: Job;
  readonly by: Side;
  readonly text: string;
  readonly signals: readonly string[];
}

/**
 * One side thanks the other, once: told at once, or held for a moderator before anybody reads it. Errors: the favour's state,
 * `thankTooLate`.
 */
export function writeThanks({ job, by, text, signals }: Thanking, context: Context): Decided<ThankYouState> {
  const before = thanksBy(job, by);
  if (before !== undefined) return alreadyDone(before.id, before.state);
  const refusal = thankRefusal(job, context.now);
  if (refusal !== null) return err(refusal);
  const thanks: ThankYou = {
    id: thankYouId(job.id, by),
    version: 1,
    state: shouldHold(signals) ? "held" : "written",
    by,
    text,
    agreed: false,
    signals: [...signals],
    createdAt: context.now,
    publishedAt: null,
    cleared: false,
    reason: null,
    appeal: null,
  };
  const written = jobChange(job, { thanks: [...job.thanks, thanks] });
  return decided(thanks.id, thanks.state, {
    changes: [written.change],
    mails: thanks.state === "held" ? [] : [thanksWrittenMail({ thanks, job })],
  });
}

/**
 * Whom a thank-you thanks says whether it may be public; whichever is said first counts. Errors: the favour's state, `thanksNotFound`,
 * `thanksDecided`.
 */
export function answerThanks(
  { job, side, answer }: { readonly job: Job; readonly side: Side; readonly answer: "agree" | "withhold" },
  { now }: Context,
): Decided<ThankYouState> {
  const to = answer === "agree" ? "published" : "withheld";
  const thanks = thanksBy(job, otherSide(side));
  // What is held does not exist for anybody else yet.
  if (thanks === undefined || (thanks.state === "held" && !thanks.agreed)) return err(fail("thanksNotFound"));
  if (job.state !== "done") return err(jobRefusal(job, now));
  if (thanks.state === to) return alreadyDone(thanks.id, thanks.state);
  if (!allows(THANK_YOU_TRANSITIONS, thanks.state, answer, side)) return err(fail("thanksDecided"));
  const isPublic = to === "published";
  const answered = changedThanks(thanks, {
    state: to,
    agreed: isPublic,
    publishedAt: isPublic ? now : null,
  });
  return decided(thanks.id, to, {
    changes: [withThanks(job, answered)],
    mails: isPublic ? [thanksPublishedMail({ thanks: answered, job })] : [],
    purge: isPublic ? jobTags(job) : [],
  });
}

/** The next version of a thank-you. */
export function changedThanks(thanks: ThankYou, patch: Partial<ThankYou>): ThankYou {
  return { ...thanks, ...patch, version: thanks.version + 1 };
}

/** The favour with this version of one of its thank-yous. */
export function withThanks(job: Job, changed: ThankYou): Change {
  const thanks = job.thanks.map((one) => (one.id === changed.id ? changed : one));
  return jobChange(job, { thanks }).change;
}
