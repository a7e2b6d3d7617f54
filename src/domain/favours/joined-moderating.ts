import { err } from "../kernel/errors.ts";
import { allows } from "../kernel/transitions.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { lostAppeal, wonAppeal } from "../records/appeal.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";
import { jobChange } from "./changes.ts";
import { withJoined } from "./joined-effects.ts";
import { joinerMail, rewardEndedMail, rewardReceivedMail } from "./joined-mails.ts";
import { joinedRefusal, JOINED_REWARD_TRANSITIONS } from "./joined-states.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";

/**
 * A moderator lets a held reward through, while the favour is open: a helper who was accepted agreed to what they saw. Nothing
 * of it can be edited, so there is no version to compare. Errors: the reward's or the favour's state.
 */
export function approveReward(
  { reward, job }: { reward: JoinedReward; job: Job },
  { now }: Context,
): Decided<JoinedRewardState> {
  if (reward.state === "joined" || reward.state === "used") return alreadyDone(reward.id, reward.state);
  if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, "approve", "moderator")) {
    return err(joinedRefusal(reward));
  }
  if (!isOpenNow(job, now)) return err(jobRefusal(job, now));
  const joined: JoinedReward = {
    ...reward,
    version: reward.version + 1,
    state: "joined",
    signals: [],
    appeal: wonAppeal(reward),
  };
  return decided(reward.id, "joined", {
    changes: [jobChange(job, { joined: withJoined(job, joined) }).change],
    mails: [joinerMail("rewardJoined", joined, job), rewardReceivedMail(joined, job)],
    purge: jobTags(job),
  });
}

/**
 * A moderator refuses a held reward; who joined is told why. Their address stays while they can appeal (`isAgainstReward`). Errors: the
 * reward's state.
 */
export function rejectReward(
  { reward, job, reason }: { reward: JoinedReward; job: Job; reason: string },
  { now }: Context,
): Decided<JoinedRewardState> {
  if (reward.state === "rejected") return alreadyDone(reward.id, reward.state);
  if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, "reject", "moderator")) {
    return err(joinedRefusal(reward));
  }
  const rejected: JoinedReward = {
    ...reward,
    version: reward.version + 1,
    state: "rejected",
    closedAt: now,
    reason,
    appeal: lostAppeal(reward),
  };
  return decided(reward.id, "rejected", {
    changes: [jobChange(job, { joined: withJoined(job, rejected) }).change],
    mails: [rewardEndedMail({ joined: rejected, to: reward.joiner.email, why: "rejected" }, job)],
    purge: jobTags(job),
  });
}
