import type { Actor } from "../kernel/transitions.ts";
import { allows } from "../kernel/transitions.ts";
import type { Millis } from "../kernel/time.ts";
import { NOBODY } from "../people/person.ts";
import { isAppealed } from "../records/appeal.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";
import type { MailEvent } from "../records/mail-event.ts";
import { type JoinedEnd, rewardEndedMail } from "./joined-mails.ts";
import { isAgainstReward, JOINED_REWARD_TRANSITIONS } from "./joined-states.ts";

/** What something done to a favour does to the rewards that others joined with. */
interface JoinedEffects {
  readonly joined: JoinedReward[];
  readonly mails: readonly MailEvent[];
}

/** The favour's rewards with this one as it is now. */
export function withJoined({ joined }: Job, changed: JoinedReward): JoinedReward[] {
  return [...joined.filter(({ id }) => id !== changed.id), changed];
}

/** Ends one: its joiner's address is forgotten at once, since nobody needs it any more. */
export function endJoined(reward: JoinedReward, state: JoinedRewardState, now: Millis): JoinedReward {
  return { ...withoutJoiner(reward), state, closedAt: now, reason: null };
}

/** The same reward with nothing left of its joiner but the name, and the hash of the address for who wants it all erased. */
export function withoutJoiner(reward: JoinedReward): JoinedReward {
  const { name, address } = reward.joiner;
  return { ...reward, version: reward.version + 1, joiner: { ...NOBODY, name, address } };
}

/** The favour was done: what joined is used, and what still waited for a moderator lapses. */
export function useJoined(job: Job, by: Actor, now: Millis): JoinedEffects {
  const used = ended(job, { action: "use", to: "used", why: "used", by }, now);
  const rest = ended({ ...job, joined: used.joined }, { ...LAPSE, why: "heldTooLong", by }, now);
  return { joined: rest.joined, mails: [...used.mails, ...rest.mails] };
}

/** The favour ended otherwise. */
export function lapseJoined(job: Job, why: JoinedEnd, by: Actor, now: Millis): JoinedEffects {
  return ended(job, { ...LAPSE, why, by }, now);
}

const LAPSE = { action: "lapse", to: "lapsed" } as const;

function ended(
  job: Job,
  end: { action: "use" | "lapse"; to: JoinedRewardState; why: JoinedEnd; by: Actor },
  now: Millis,
): JoinedEffects {
  const mails: MailEvent[] = [];
  const joined = job.joined.map((reward) => {
    if (isAgainstReward(reward)) {
      // Nothing is left that an appeal could bring back.
      const forgotten = { ...withoutJoiner(reward), appeal: null };
      const why = end.why === "used" ? "heldTooLong" : end.why;
      const told = { joined: { ...forgotten, reason: null }, to: reward.joiner.email, why };
      if (isAppealed(reward)) mails.push(rewardEndedMail(told, job));
      return forgotten;
    }
    if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, end.action, end.by)) return reward;
    const after = endJoined(reward, end.to, now);
    mails.push(rewardEndedMail({ joined: after, to: reward.joiner.email, why: end.why }, job));
    return after;
  });
  return { joined, mails };
}
