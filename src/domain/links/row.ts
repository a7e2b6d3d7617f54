import { type CommentAction, COMMENT_TRANSITIONS } from "../comments/states.ts";
import { type JobAction, JOB_TRANSITIONS } from "../favours/job-states.ts";
import { type JoinedRewardAction, JOINED_REWARD_TRANSITIONS } from "../favours/joined-states.ts";
import { type OfferAction, OFFER_TRANSITIONS } from "../favours/offer-states.ts";
import { type MentionAction, MENTION_TRANSITIONS } from "../comments/mentions.ts";
import { QUESTION_TRANSITIONS } from "../favours/questions.ts";
import type { LinkForm } from "./forms.ts";
import { type FieldErrors, type Result, err, invalid, ok } from "../kernel/errors.ts";
import type { FormValues } from "../kernel/form.ts";
import { parseForm } from "../kernel/form.ts";
import { SHOWN_FORM, type Shown } from "../kernel/shown.ts";
import type { Millis } from "../kernel/time.ts";
import { type Actor, allows } from "../kernel/transitions.ts";
import type { Desk } from "../moderation/desk.ts";
import { REPORT_TRANSITIONS } from "../moderation/transitions.ts";
import type { Context, Decided } from "../records/decision.ts";
import type { Found, Linked, RowKind } from "./linked.ts";
import type { ActionOf, LinkKind, LinkRole } from "../records/link.ts";

/** Who signs what was sent. */
export interface SignedBy {
  /** As it will be shown. */
  readonly name: string;
  /** Where a link proves it: what the form says when something is new, what the record says when it is changed. */
  readonly email: string;
}

/** What is decided about a form gets, beyond what every rule does, a way to tell what its texts and its sending give away. */
export interface FormContext extends Context {
  readonly assess: (texts: readonly (string | null)[], signer: SignedBy | null) => readonly string[];
  /** What a moderator decides with; null for everybody else. */
  readonly desk: Desk | null;
}

/** The form of an action on the page behind a link, as it was sent. */
export interface Asked {
  readonly values: FormValues;
  /** The versions of what the page showed. */
  readonly shown: Shown;
}

/** The step of a table of states that an action is, which tells when it is possible. */
export type Step =
  | { readonly of: "job"; readonly action: JobAction }
  | { readonly of: "offer"; readonly action: OfferAction }
  | { readonly of: "reward"; readonly action: JoinedRewardAction }
  | { readonly of: "comment"; readonly action: CommentAction }
  | { readonly of: "mention"; readonly action: MentionAction }
  | { readonly of: "question"; readonly action: "approve" | "reject" }
  | { readonly of: "report"; readonly action: "confirm" | "uphold" | "dismiss" };

/** How the page shows an action. */
export interface Button {
  readonly look: "primary" | "plain" | "read" | "quiet" | "danger";
  /** The fields that are filled in first; none: a button alone. */
  readonly form?: LinkForm;
  /** Whether it has to be unfolded first. */
  readonly folded?: true;
}

/** One action of one role's link to one kind of thing. `T`: what its own fields say. */
interface RowParts<K extends RowKind, T> {
  /** Null: whatever the state is, only `when` counts. */
  readonly step: Step | null;
  /** What must be true beyond the state. */
  readonly when?: (linked: Linked<K>, now: Millis) => boolean;
  /** What has to be read besides what the link names: the favour's other offers, or what is kept of the poster's address. */
  readonly needs?: K extends "offer" ? "offers" : K extends "job" ? "address" : never;
  readonly button: Button;
  readonly parse: (values: FormValues, found: Found<K>, now: Millis) => Result<T, FieldErrors>;
  readonly rule: (found: Found<K>, asked: T & Shown, context: FormContext) => Decided<string>;
}

/** A row of the table of actions, whatever its fields are. */
export interface ActionRow<K extends RowKind> extends Pick<
  RowParts<K, object>,
  "step" | "when" | "needs" | "button"
> {
  /** Asks the rule, once the action's own fields could be read. Errors: `invalid` with their codes, and the rule's. */
  readonly decide: (found: Found<K>, asked: Asked, context: FormContext) => Decided<string>;
}

/** The rows of one role's links to one kind of thing: each of its actions has one. */
export type RowsOf<R extends LinkRole, K extends LinkKind> = { readonly [A in ActionOf<R, K>]: ActionRow<K> };

/** A row whose action has no fields but the versions that every form may carry. */
export function row<K extends RowKind>(parts: Omit<RowParts<K, object>, "parse">): ActionRow<K> {
  return rowWith<K, object>({ ...parts, parse: () => ok({}) });
}

/** A row whose action has fields of its own. */
export function rowWith<K extends RowKind, T extends object>({
  parse,
  rule,
  ...parts
}: RowParts<K, T>): ActionRow<K> {
  return {
    ...parts,
    decide(found, { values, shown }, context) {
      const parsed = parse(values, found, context.now);
      return parsed.ok ? rule(found, { ...parsed.value, ...shown }, context) : err(invalid(parsed.error));
    },
  };
}

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
    case "report":
      return linked.kind === "report" && allows(REPORT_TRANSITIONS, linked.report.state, action, by);
  }
}

/** What `use` makes of a parsed value; the errors stay. */
export function mapped<T, U>(parsed: Result<T, FieldErrors>, use: (value: T) => U): Result<U, FieldErrors> {
  return parsed.ok ? ok(use(parsed.value)) : parsed;
}

/** Reads the versions and the action's own fields, and asks its rule. Errors: `invalid` with their codes, and the rule's. */
export function decideByRow<K extends RowKind>(
  row: ActionRow<K>,
  found: Found<K>,
  values: FormValues,
  context: FormContext,
): Decided<string> {
  const shown = parseForm(SHOWN_FORM, values);
  if (!shown.ok) return err(invalid(shown.error));
  return row.decide(found, { values, shown: shown.value }, context);
}
