import { err, fail } from "../kernel/errors.ts";
import { REWARD_MISSING_DAYS } from "../kernel/limits.ts";
import { DAY, type Millis } from "../kernel/time.ts";
import { type Actor, allows, type Transition } from "../kernel/transitions.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job, MissingRewardState } from "../records/job.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import { manageRef } from "../records/new-links.ts";
import type { Offer } from "../records/offer.ts";
import { jobChange } from "./changes.ts";
import { jobRefusal } from "./job-states.ts";
import { mailJob } from "./mails.ts";

type MissingRewardAction = "claim" | "settle" | "uphold";

/** "No me han dado la recompensa", of a favour that is done. */
export const MISSING_REWARD_TRANSITIONS: readonly Transition<MissingRewardState, MissingRewardAction>[] = [
  { from: null, to: "claimed", action: "claim", by: "helper" },
  { from: "claimed", to: "settled", action: "settle", by: "helper" },
  { from: "claimed", to: "settled", action: "settle", by: "moderator" },
  { from: "claimed", to: "upheld", action: "uphold", by: "moderator" },
];

interface Claim {
  readonly job: Job;
  readonly offer: Offer;
}

/** Whether the helper who did the favour may still say that the reward is missing. */
export function canClaim({ job, offer }: Claim, now: Millis): boolean {
  return isOfHelper({ job, offer }) && job.missingReward === null && now <= claimableUntil(job);
}

/** Whether somebody can say how it ended. */
export function isClaimed({ job, offer }: Claim): boolean {
  return isOfHelper({ job, offer }) && job.missingReward?.state === "claimed";
}

/**
 * The helper says that the reward is missing: the poster is asked for it and a moderator decides. Errors: the favour's state,
 * `rewardMissingTooLate`.
 */
export function claimReward(
  { job, offer, reason }: Claim & { readonly reason: string },
  { now }: Pick<Context, "now">,
): Decided<MissingRewardState> {
  if (job.missingReward !== null) return alreadyDone(job.id, job.missingReward.state);
  if (!isOfHelper({ job, offer })) return err(jobRefusal(job, now));
  if (now > claimableUntil(job)) return err(fail("rewardMissingTooLate"));
  const claimed = jobChange(job, { missingReward: { state: "claimed", reason, at: now } });
  const about = { job: mailJob(job), helper: offer.helper.name, reason };
  const asked: MailEvent = {
    id: mailId("rewardMissing", claimed.job),
    name: "rewardMissing",
    to: job.poster.email,
    data: { ...about, link: manageRef(job.id) },
  };
  return decided(job.id, "claimed", {
    guards: [{ type: "unchanged", kind: "offer", id: offer.id, jobId: job.id, version: offer.version }],
    changes: [claimed.change],
    mails: [asked],
  });
}

/** It has been handed over, or a moderator found that it was; or it was not. Both are told. Errors: `rewardNotMissing`. */
export function decideClaim(
  { job, offer }: Claim,
  { action, by }: { readonly action: "settle" | "uphold"; readonly by: Actor },
): Decided<MissingRewardState> {
  const claim = job.missingReward;
  if (claim === null) return err(fail("rewardNotMissing"));
  if (!allows(MISSING_REWARD_TRANSITIONS, claim.state, action, by)) return alreadyDone(job.id, claim.state);
  const state = action === "settle" ? "settled" : "upheld";
  const after = jobChange(job, { missingReward: { ...claim, state } });
  const mail = (role: "poster" | "helper", to: string, n: number): MailEvent => ({
    id: mailId("missingDecided", after.job, n),
    name: "missingDecided",
    to,
    data: { job: mailJob(job), role, state },
  });
  return decided(job.id, state, {
    guards: [{ type: "unchanged", kind: "offer", id: offer.id, jobId: job.id, version: offer.version }],
    changes: [after.change],
    mails: [mail("poster", job.poster.email, 1), mail("helper", offer.helper.email, 2)],
  });
}

function isOfHelper({ job, offer }: Claim): boolean {
  return job.state === "done" && job.assignedOffer === offer.id;
}

function claimableUntil({ closedAt }: Job): Millis {
  return (closedAt ?? 0) + REWARD_MISSING_DAYS * DAY;
}
