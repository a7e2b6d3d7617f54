import { type DomainErrorCode, fail, type DomainError } from "../kernel/errors.ts";
import type { Transition } from "../kernel/transitions.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";

export type JoinedRewardAction =
  "join" | "publish" | "confirm" | "approve" | "reject" | "restore" | "revoke" | "use" | "lapse";

/** Joined rewards that something can still come of. */
const LIVE_JOINED_STATES = ["held", "joined"] as const satisfies readonly JoinedRewardState[];

/** The life of a reward that somebody adds to another person's favour (`docs/rules.md`). */
export const JOINED_REWARD_TRANSITIONS: readonly Transition<JoinedRewardState, JoinedRewardAction>[] = [
  { from: null, to: "unconfirmed", action: "join", by: "joiner" },
  // From a browser that is remembered.
  { from: null, to: "joined", action: "publish", by: "joiner" },
  { from: null, to: "held", action: "publish", by: "joiner" },
  { from: "unconfirmed", to: "joined", action: "confirm", by: "joiner" },
  { from: "unconfirmed", to: "held", action: "confirm", by: "joiner" },
  { from: "held", to: "joined", action: "approve", by: "moderator" },
  { from: "held", to: "rejected", action: "reject", by: "moderator" },
  // An appeal that was won.
  { from: "rejected", to: "joined", action: "restore", by: "moderator" },
  // Only until a helper is accepted.
  ...LIVE_JOINED_STATES.map((from) => ({ from, to: "revoked", action: "revoke", by: "joiner" }) as const),
  // The favour was done.
  { from: "joined", to: "used", action: "use", by: "poster" },
  { from: "joined", to: "used", action: "use", by: "sweeper" },
  // The favour ended without being done, or before a moderator had looked.
  ...LIVE_JOINED_STATES.flatMap((from) =>
    (["poster", "sweeper", "moderator"] as const).map(
      (by) => ({ from, to: "lapsed", action: "lapse", by }) as const,
    ),
  ),
];

export function isLiveJoined({ state }: JoinedReward): boolean {
  return LIVE_JOINED_STATES.some((live) => live === state);
}

/** Whether it was rejected and who joined can still be told that this was wrong: until the favour has ended, or an appeal was lost. */
export function isAgainstReward({ state, joiner }: JoinedReward): boolean {
  return state === "rejected" && joiner.email !== "";
}

/** Whether its link still leads to something to be done or waited for. */
export function isAliveJoined(joined: JoinedReward): boolean {
  return isLiveJoined(joined) || isAgainstReward(joined);
}

/** What everybody sees beside the poster's own reward: what counts, and what a favour that is done was done for. */
export function shownJoined({ joined }: Job): readonly JoinedReward[] {
  return joined.filter(({ state }) => state === "joined" || state === "used");
}

/** "It is in that state, so this can't be done." */
const JOINED_STATE_CODES: Readonly<Record<JoinedRewardState, DomainErrorCode>> = {
  unconfirmed: "rewardUnconfirmed",
  held: "rewardHeld",
  joined: "rewardJoined",
  revoked: "rewardRevoked",
  rejected: "rewardRejected",
  used: "rewardUsed",
  lapsed: "rewardLapsed",
};

/** Why something can't be done with a joined reward as it is now. */
export function joinedRefusal({ state }: JoinedReward): DomainError {
  return fail(JOINED_STATE_CODES[state]);
}
