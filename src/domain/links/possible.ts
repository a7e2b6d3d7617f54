import { COMMENT_TRANSITIONS } from "../comments/states.ts";
import { MENTION_TRANSITIONS } from "../comments/mentions.ts";
import { JOB_TRANSITIONS } from "../favours/job-states.ts";
import { JOINED_REWARD_TRANSITIONS } from "../favours/joined-states.ts";
import { OFFER_TRANSITIONS } from "../favours/offer-states.ts";
import { QUESTION_TRANSITIONS } from "../favours/questions.ts";
import { THANK_YOU_TRANSITIONS } from "../favours/thanks.ts";
import type { Millis } from "../kernel/time.ts";
import { type Actor, allows } from "../kernel/transitions.ts";
import { REPORT_TRANSITIONS } from "../moderation/transitions.ts";
import type { LinkRole } from "../records/link.ts";
import type { Linked, RowKind } from "./linked.ts";
import type { ActionRow, Step } from "./row.ts";

const ACTORS: Readonly<Record<Exclude<LinkRole, "confirm">, Actor>> = {
  poster: "poster",
  helper: "helper",
  joiner: "joiner",
  commenter: "writer",
  moderator: "moderator",
  owner: "writer",
};
const OWNERS: Readonly<Record<RowKind, Actor>> = {
  job: "poster",
  offer: "helper",
  reward: "joiner",
  comment: "writer",
  mention: "moderator",
  question: "moderator",
  thanks: "moderator",
  data: "writer",
  report: "reporter",
  session: "moderator",
};

/** Whether the state of what a link leads to, and the row's own condition, let its holder do this now. */
export function isPossible<K extends RowKind>(
  { step, when }: ActionRow<K>,
  role: LinkRole,
  linked: Linked<K>,
  now: Millis,
): boolean {
  const by = role === "confirm" ? OWNERS[linked.kind] : ACTORS[role];
  return (step === null || isStepOf(step, linked, by)) && (when === undefined || when(linked, now));
}

function isStepOf({ of, action }: Step, linked: Linked<RowKind>, by: Actor): boolean {
  switch (of) {
    case "job":
      return "job" in linked && allows(JOB_TRANSITIONS, linked.job.state, action, by);
    case "offer":
      // Which offer of a favour is meant is only known once its button is pressed.
      return (
        linked.kind === "job" ||
        (linked.kind === "offer" && allows(OFFER_TRANSITIONS, linked.offer.state, action, by))
      );
    case "reward":
      return linked.kind === "reward" && allows(JOINED_REWARD_TRANSITIONS, linked.reward.state, action, by);
    case "comment":
      return linked.kind === "comment" && allows(COMMENT_TRANSITIONS, linked.comment.state, action, by);
    case "mention":
      return linked.kind === "mention" && allows(MENTION_TRANSITIONS, linked.mention.state, action, by);
    case "question":
      return linked.kind === "question" && allows(QUESTION_TRANSITIONS, linked.question.state, action, by);
    case "thanks":
      return linked.kind === "thanks" && allows(THANK_YOU_TRANSITIONS, linked.thanks.state, action, by);
    case "report":
      return linked.kind === "report" && allows(REPORT_TRANSITIONS, linked.report.state, action, by);
  }
}
