import { type DomainError, err, fail } from "../kernel/errors.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { allows } from "../kernel/transitions.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { appealDecidedMail } from "../records/appeal-mails.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { Report } from "../records/report.ts";
import type { ThankYou, ThankYouState } from "../records/thank-you.ts";
import { jobTags } from "./job-states.ts";
import { aboutThanks } from "./thanks-appealing.ts";
import { changedThanks, THANK_YOU_TRANSITIONS, type ThankYouAction, withThanks } from "./thanks.ts";
import { thanksPublishedMail, thanksRejectedMail, thanksWrittenMail } from "./thanks-mails.ts";

/** One thank-you, as a moderator decides about it. */
interface Thanked extends Pick<Shown, "version"> {
  readonly thanks: ThankYou;
  readonly job: Job;
}

/**
 * A moderator lets a held one through: to whom it thanks, or back to where everybody reads it. Errors: `thanksDecided`,
 * `thanksChanged`.
 */
export function approveThanks({ thanks, job, version }: Thanked, { now }: Context): Decided<ThankYouState> {
  if (thanks.state === "published" || (thanks.state === "written" && thanks.cleared))
    return alreadyDone(thanks.id, thanks.state);
  const refusal = refusalOf(thanks, "approve", version);
  if (refusal !== null) return err(refusal);
  const state = thanks.agreed ? "published" : "written";
  const approved = changedThanks(thanks, {
    state,
    signals: [],
    cleared: true,
    publishedAt: thanks.agreed ? (thanks.publishedAt ?? now) : null,
    appeal: wonAppeal(thanks),
  });
  return decided(thanks.id, state, {
    changes: [withThanks(job, approved)],
    mails: [
      ...(isAppealed(thanks) ? [appealDecidedMail(aboutThanks({ thanks: approved, job }), "won", null)] : []),
      ...(state === "published" && !isAppealed(thanks)
        ? [thanksPublishedMail({ thanks: approved, job })]
        : []),
      ...(state === "written" ? [thanksWrittenMail({ thanks: approved, job })] : []),
    ],
    purge: jobTags(job),
  });
}

/** A moderator does not let it through, or takes it away; who wrote it is told why. Errors: `thanksDecided`, `thanksChanged`. */
export function rejectThanks({
  thanks,
  job,
  version,
  reason,
}: Thanked & { readonly reason: string }): Decided<ThankYouState> {
  if (thanks.state === "hidden" || (thanks.state === "withheld" && thanks.reason !== null))
    return alreadyDone(thanks.id, thanks.state);
  const refusal = refusalOf(thanks, "reject", version);
  if (refusal !== null) return err(refusal);
  const state = thanks.state === "published" ? "hidden" : "withheld";
  const rejected = changedThanks(thanks, { state, reason, appeal: lostAppeal(thanks) });
  return decided(thanks.id, state, {
    changes: [withThanks(job, rejected)],
    mails: [thanksRejectedMail({ thanks: rejected, job }, reason)],
    purge: jobTags(job),
  });
}

/** It is public again where it stood. Errors: `thanksDecided`, `thanksChanged`. */
export function restoreThanks({ thanks, job, version }: Thanked): Decided<ThankYouState> {
  if (thanks.state === "published") return alreadyDone(thanks.id, thanks.state);
  const refusal = refusalOf(thanks, "restore", version);
  if (refusal !== null) return err(refusal);
  const restored = changedThanks(thanks, { state: "published", signals: [], cleared: true, reason: null });
  return decided(thanks.id, "published", {
    changes: [withThanks(job, restored)],
    mails: [thanksPublishedMail({ thanks: restored, job })],
    purge: jobTags(job),
  });
}

/** Contact data leave the stored text too. What is masked can't be brought back. Errors: `thanksChanged`. */
export function maskThanks(
  { thanks, job, version }: Thanked,
  mask: (text: string) => string,
): Decided<ThankYouState> {
  const another = readAnother(thanks, version, "thanksChanged");
  if (another !== null) return err(another);
  const text = mask(thanks.text);
  if (text === thanks.text) return alreadyDone(thanks.id, thanks.state);
  const masked = changedThanks(thanks, { text });
  return decided(thanks.id, thanks.state, { changes: [withThanks(job, masked)], purge: jobTags(job) });
}

function refusalOf(
  thanks: ThankYou,
  action: ThankYouAction,
  version: number | undefined,
): DomainError | null {
  if (!allows(THANK_YOU_TRANSITIONS, thanks.state, action, "moderator")) return fail("thanksDecided");
  return readAnother(thanks, version, "thanksChanged");
}

/** A reported one that was erased since, as the report still has it; null: the report is about something else. Never stored. */
export function quotedThanks({ about, quote, createdAt }: Report, job: Job) {
  if (quote === null) return null;
  const thanks: ThankYou = {
    id: about.id,
    version: 1,
    state: "withheld",
    ...quote,
    agreed: false,
    signals: [],
    createdAt,
    publishedAt: null,
    cleared: true,
    reason: null,
    appeal: null,
  };
  return { kind: "thanks", thanks, job } as const;
}
