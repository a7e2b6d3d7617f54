import type { Actor } from "../kernel/transitions.ts";
import { allows } from "../kernel/transitions.ts";
import type { Millis } from "../kernel/time.ts";
import { NOBODY } from "../people/person.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";
import type { MailEvent } from "../records/mail-event.ts";
import { type JoinedEnd, rewardEndedMail } from "./joined-mails.ts";
import { JOINED_REWARD_TRANSITIONS } from "./joined-states.ts";

/** What something done to a favour does to the rewards that others joined with. */
interface JoinedEffects {
  readonly joined: JoinedReward[];
  readonly mails: readonly MailEvent[];
}

/** The favour's rewards with this one as it is now. */
export function withJoined({ joined }: Job, changed: JoinedReward): JoinedReward[] {
  return [...joined.filter(({ id }) => id !== changed.id), changed];
}

/** Ends one: its joiner's address is forgotten at once, since nobody needs it any more; its hash stays for who wants it all erased. */
export function endJoined(
  reward: JoinedReward,
  state: JoinedRewardState,
  now: Millis,
  reason: string | null = null,
): JoinedReward {
  const { name, address } = reward.joiner;
  const joiner = { ...NOBODY, name, address };
  return { ...reward, version: reward.version + 1, state, joiner, closedAt: now, reason };
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
    if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, end.action, end.by)) return reward;
    const after = endJoined(reward, end.to, now);
    mails.push(rewardEndedMail({ joined: after, to: reward.joiner.email, why: end.why }, job));
    return after;
  });
  return { joined, mails };
}
