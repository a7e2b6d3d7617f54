import { type CommentAction, COMMENT_TRANSITIONS } from "../comments/states.ts";
import { type MentionAction, MENTION_TRANSITIONS } from "../comments/mentions.ts";
import { type NoticeAction, NOTICE_TRANSITIONS } from "../comments/notices.ts";
import { type DigestAction, DIGEST_TRANSITIONS } from "../favours/digests.ts";
import { type JobAction, JOB_TRANSITIONS } from "../favours/job-states.ts";
import { type JoinedRewardAction, JOINED_REWARD_TRANSITIONS } from "../favours/joined-states.ts";
import { type OfferAction, OFFER_TRANSITIONS } from "../favours/offer-states.ts";
import { type ThankYouAction, THANK_YOU_TRANSITIONS } from "../favours/thanks.ts";
import { type Actor, allows, type Transition } from "../kernel/transitions.ts";
import { REPORT_TRANSITIONS } from "../moderation/transitions.ts";

/** The step of a table of states that an action is, which tells when it is possible. */
export type Step =
  | { readonly of: "job"; readonly action: JobAction }
  | { readonly of: "offer"; readonly action: OfferAction }
  | { readonly of: "reward"; readonly action: JoinedRewardAction }
  | { readonly of: "comment"; readonly action: CommentAction }
  | { readonly of: "mention"; readonly action: MentionAction }
  | { readonly of: "thanks"; readonly action: ThankYouAction }
  | { readonly of: "report"; readonly action: "confirm" | "uphold" | "dismiss" }
  | { readonly of: "digest"; readonly action: DigestAction }
  | { readonly of: "notice"; readonly action: NoticeAction };

const TABLES: Readonly<Record<Step["of"], readonly Transition<string, string>[]>> = {
  job: JOB_TRANSITIONS,
  offer: OFFER_TRANSITIONS,
  reward: JOINED_REWARD_TRANSITIONS,
  comment: COMMENT_TRANSITIONS,
  mention: MENTION_TRANSITIONS,
  thanks: THANK_YOU_TRANSITIONS,
  report: REPORT_TRANSITIONS,
  digest: DIGEST_TRANSITIONS,
  notice: NOTICE_TRANSITIONS,
};

/** Whether what is in the state `from` can take the step. */
export function isAllowed({ of, action }: Step, from: string, by: Actor): boolean {
  return allows(TABLES[of], from, action, by);
}
