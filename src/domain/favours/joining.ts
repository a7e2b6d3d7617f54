import { err, fail, type DomainError } from "../kernel/errors.ts";
import { MAX_JOINED_REWARDS, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { HOUR } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";
import { mailboxOf } from "../people/mailbox.ts";
import { alreadyDone, type Change, decided, type Context, type Decided } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { JoinedReward, JoinedRewardState } from "../records/joined-reward.ts";
import { mailId, type MailEvent } from "../records/mail-event.ts";
import {
  confirmLink,
  manageLink,
  newReceipt,
  type NewLink,
  ownerOf,
  toldBlock,
} from "../records/new-links.ts";
import { shouldHold } from "../suspicion/signals.ts";
import { jobChange } from "./changes.ts";
import { endJoined, withJoined } from "./joined-effects.ts";
import { joinerMail, rewardEndedMail, rewardReceivedMail } from "./joined-mails.ts";
import { isLiveJoined, joinedRefusal, JOINED_REWARD_TRANSITIONS } from "./joined-states.ts";
import type { JoinedDraft } from "./joining-form.ts";
import { isOpenNow, jobRefusal, jobTags } from "./job-states.ts";
import { closedTo } from "./offering.ts";

interface JoiningRequest {
  /** Null: no such favour. */
  readonly job: Job | null;
  readonly draft: JoinedDraft;
  /** Keyed hash of the joiner's address. */
  readonly address: string;
  readonly signals: readonly string[];
}

/**
 * "Sumo una recompensa": nobody sees it until the link in the mail confirms it. Errors: `jobNotFound` (also for what is not
 * public), `jobErased`, and the favour's state as `closed` when it is not open.
 */
export function joinReward(request: JoiningRequest, context: Context): Decided<JoinedRewardState> {
  const { newId, now } = context;
  const { job } = request;
  if (job === null || !isOpenNow(job, now)) return err(closedTo(job, now));
  const joined = newJoined(request, job, context);
  const object = {
    kind: "reward",
    id: joined.id,
    jobId: job.id,
    address: request.address,
    ...ownerOf(context.trust),
  } as const;
  const link = confirmLink(object, newId, now);
  const receipt = newReceipt(object, link, newId, now);
  return decided(joined.id, joined.state, {
    changes: [
      { kind: "reward", before: null, after: joined, forgetAt: now + UNCONFIRMED_TTL_HOURS * HOUR },
      link.change,
      receipt.change,
    ],
    mails: [confirmRewardMail(joined, link)],
    receipt: receipt.id,
  });
}

/** To who joins: the link that confirms it. */
export function confirmRewardMail(
  joined: JoinedReward,
  { ref, expiresAt }: Pick<NewLink, "ref" | "expiresAt">,
): MailEvent {
  const id = mailId("confirmReward", joined);
  return { id, name: "confirmReward", to: joined.joiner.email, data: { link: ref }, goodUntil: expiresAt };
}

/**
 * The joiner's confirming POST. Errors: the favour's state, if it is not open any more; `ownReward`, `rewardAlreadyJoined` and
 * `rewardsFull`, told to nobody but who proved the address.
 */
export function confirmReward(
  { reward, job }: { reward: JoinedReward; job: Job },
  context: Context,
): Decided<JoinedRewardState> {
  if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, "confirm", "joiner")) {
    return alreadyDone(reward.id, reward.state);
  }
  if (!isOpenNow(job, context.now)) return err(jobRefusal(job, context.now));
  return arrival(reward, job, [{ kind: "reward", before: reward, after: null }], context);
}

/** As `joinReward` and `confirmReward` in one, from a browser that remembers the address. */
export function publishReward(request: JoiningRequest, context: Context): Decided<JoinedRewardState> {
  const { now } = context;
  const { job } = request;
  if (job === null || !isOpenNow(job, now)) return err(closedTo(job, now));
  return arrival(newJoined(request, job, context), job, [], context);
}

/** The joiner takes it back, until a helper is accepted. Errors: `rewardAgreed`, the reward's state. */
export function revokeReward(
  { reward, job }: { reward: JoinedReward; job: Job },
  { now }: Context,
): Decided<JoinedRewardState> {
  if (reward.state === "revoked") return alreadyDone(reward.id, reward.state);
  if (!allows(JOINED_REWARD_TRANSITIONS, reward.state, "revoke", "joiner")) return err(joinedRefusal(reward));
  if (job.assignedOffer !== null) return err(fail("rewardAgreed"));
  const revoked = endJoined(reward, "revoked", now);
  return decided(reward.id, "revoked", {
    changes: [jobChange(job, { joined: withJoined(job, revoked) }).change],
    mails: [rewardEndedMail({ joined: revoked, to: reward.joiner.email, why: "revoked" }, job)],
    purge: jobTags(job),
  });
}

/**
 * The joiner has everything of it forgotten, the name of one that has ended too. Errors: `rewardAgreed` while a helper counts on it.
 */
export function eraseReward(
  { reward, job }: { reward: JoinedReward; job: Job },
  _context: Context,
): Decided<JoinedRewardState> {
  if (isLiveJoined(reward) && job.assignedOffer !== null) return err(fail("rewardAgreed"));
  const joined = job.joined.filter(({ id }) => id !== reward.id);
  return decided(reward.id, "revoked", { changes: [jobChange(job, { joined }).change], purge: jobTags(job) });
}

/** What comes with a joined reward that arrives: it moves into the favour's record, or waits there for a moderator. */
function arrival(
  draft: JoinedReward,
  job: Job,
  changes: readonly Change[],
  context: Context,
): Decided<JoinedRewardState> {
  const refusal = refusalOf(draft, job, context);
  if (refusal !== null) return err(refusal);
  const state = shouldHold(draft.signals, context.trust) ? "held" : "joined";
  const reward: JoinedReward = { ...draft, version: draft.version + 1, state };
  const link = manageLink(
    { kind: "reward", id: reward.id, jobId: job.id, ...ownerOf(context.trust) },
    context.now,
  );
  const news =
    state === "held"
      ? [joinerMail("rewardHeld", reward, job, toldBlock(context.trust))]
      : [joinerMail("rewardJoined", reward, job), rewardReceivedMail(reward, job)];
  return decided(reward.id, state, {
    changes: [...changes, jobChange(job, { joined: withJoined(job, reward) }).change, link.change],
    mails: news,
    purge: jobTags(job),
  });
}

/** Nobody adds to their own favour, nor twice; the same person is whoever reads the same mailbox. */
export function refusalOf({ joiner }: JoinedReward, job: Job, { limits }: Context): DomainError | null {
  const mailbox = mailboxOf(joiner.email);
  if (mailboxOf(job.poster.email) === mailbox) return fail("ownReward");
  const live = job.joined.filter(isLiveJoined);
  if (live.some((other) => mailboxOf(other.joiner.email) === mailbox)) return fail("rewardAlreadyJoined");
  return limits && live.length >= MAX_JOINED_REWARDS ? fail("rewardsFull") : null;
}

function newJoined(
  { draft, address, signals }: JoiningRequest,
  job: Job,
  { newId, now }: Context,
): JoinedReward {
  return {
    id: newId(),
    version: 1,
    jobId: job.id,
    state: "unconfirmed",
    reward: draft.reward,
    joiner: { ...draft.joiner, address },
    createdAt: now,
    closedAt: null,
    signals: [...signals],
    reason: null,
    appeal: null,
  };
}
