import { err, fail } from "../kernel/errors.ts";
import { isAppealed, lostAppeal, wonAppeal } from "../records/appeal.ts";
import { type AppealAbout, appealDecidedMail } from "../records/appeal-mails.ts";
import { alreadyDone, type Context, type Decided, decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";
import type { Appealing } from "./appealing.ts";
import { jobChange } from "./changes.ts";
import { withJoined, withoutJoiner } from "./joined-effects.ts";
import { rewardReceivedMail } from "./joined-mails.ts";
import { isAgainstReward, isAliveJoined, joinedRefusal } from "./joined-states.ts";
import { refusalOf } from "./joining.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";

interface InJob {
  readonly reward: JoinedReward;
  readonly job: Job;
}

/** Who joined asks for another look at a rejected reward, once. Errors: `appealUsed`, the reward's state. */
export function appealReward(
  { reward, job, text, isBlocked }: InJob & Appealing,
  context: Context,
): Decided<JoinedRewardState> {
  if (isAppealed(reward)) return alreadyDone(reward.id, reward.state);
  if (reward.appeal !== null) return err(fail("appealUsed"));
  if (!isAgainstReward(reward) && !(isBlocked && isAliveJoined(reward))) return err(joinedRefusal(reward));
  const appeal = { text, at: context.now, decided: null };
  const appealed: JoinedReward = { ...reward, version: reward.version + 1, appeal };
  return decided(reward.id, reward.state, {
    changes: [jobChange(job, { joined: withJoined(job, appealed) }).change],
  });
}

/**
 * The appeal is right: the reward joins, while the favour is open. One that was not rejected stays as it is. Errors: the reward's or the
 * favour's state, those of joining.
 */
export function grantRewardAppeal({ reward, job }: InJob, context: Context): Decided<JoinedRewardState> {
  if (!isAppealed(reward)) return err(joinedRefusal(reward));
  const isBack = reward.state === "rejected";
  if (isBack && !isOpenNow(job, context.now)) return err(jobRefusal(job, context.now));
  const refusal = isBack ? refusalOf(reward, job, context) : null;
  if (refusal !== null) return err(refusal);
  const granted: JoinedReward = {
    ...reward,
    version: reward.version + 1,
    appeal: wonAppeal(reward),
    ...(isBack && { state: "joined", signals: [], reason: null, closedAt: null }),
  };
  return decided(reward.id, granted.state, {
    changes: [jobChange(job, { joined: withJoined(job, granted) }).change],
    mails: [
      appealDecidedMail(about(granted, job), "won", null),
      ...(isBack ? [rewardReceivedMail(granted, job)] : []),
    ],
    purge: isBack ? jobTags(job) : [],
  });
}

/** The rejection stands; who joined is told why, and then their address is forgotten. Errors: the reward's state. */
export function refuseRewardAppeal({
  reward,
  job,
  reason,
}: InJob & { readonly reason: string }): Decided<JoinedRewardState> {
  if (reward.appeal?.decided === "lost") return alreadyDone(reward.id, reward.state);
  if (!isAppealed(reward)) return err(joinedRefusal(reward));
  const lost = { ...reward, appeal: lostAppeal(reward) };
  const refused: JoinedReward = isAgainstReward(reward)
    ? { ...withoutJoiner(lost), reason }
    : { ...lost, version: reward.version + 1 };
  const told = appealDecidedMail({ ...about(refused, job), to: reward.joiner.email }, "lost", reason);
  return decided(reward.id, reward.state, {
    changes: [jobChange(job, { joined: withJoined(job, refused) }).change],
    mails: [told],
  });
}

function about({ id, version, joiner }: JoinedReward, job: Job): AppealAbout {
  return { kind: "reward", id, version, title: job.title, to: joiner.email };
}
