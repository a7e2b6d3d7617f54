import { grantCommentAppeal } from "../comments/appealing.ts";
import { grantJobAppeal } from "../favours/appealing.ts";
import { isAppealed } from "../records/appeal.ts";
import { granting } from "./appeal-rows.ts";
import { maskComment, rejectComment, restoreComment, undoComment } from "../comments/moderating.ts";
import { hideJob, restoreJob } from "../favours/moderating.ts";
import { maskJob, undoJob } from "../favours/taking-back.ts";
import { type FormValues, parseForm } from "../kernel/form.ts";
import type { Desk } from "../moderation/desk.ts";
import { err, fail } from "../kernel/errors.ts";
import { appealOf, idOf, recordOf, type WrittenKind, writerOf } from "./thing.ts";
import { withReports } from "../reports/deciding-reports.ts";
import { logged, type Moderated } from "../moderation/log.ts";
import {
  type Waiting,
  waitingOfComment,
  waitingOfJob,
  waitingOfMention,
  waitingOfOffer,
} from "../moderation/waiting.ts";
import type { Millis } from "../kernel/time.ts";
import { blockMailbox, trustAddress } from "../moderation/trust.ts";
import type { Context, Decided } from "../records/decision.ts";
import { DESK_ACTIONS, type DeskAction } from "../records/log-entry.ts";
import { REASON_FORM } from "./forms.ts";
import { MENTION_ROWS } from "./mention-rows.ts";
import { MODERATOR_ROWS } from "./moderator-rows.ts";
import type { Found, Linked, RowKind } from "./linked.ts";
import { isPossible } from "./possible.ts";
import { THANKS_ROWS } from "./thanks-rows.ts";
import { type ActionRow, decideByRow, deskOf, type FormContext, row, rowWith } from "./row.ts";

/** What can be moderated. */
export type DeskKind = WrittenKind | "mention";
type DeskRows<K extends RowKind> = { readonly [A in DeskAction]?: ActionRow<K> };

/** What concerns who wrote it, whatever it is. */
function aboutWriter<K extends WrittenKind>(): DeskRows<K> {
  const about = (
    rule: (thing: string, desk: Desk, said: { now: Context["now"]; email: string }) => Decided<string>,
  ) => ({
    step: null,
    button: { look: "quiet" } as const,
    rule: (found: Found<K>, _: object, context: FormContext) =>
      rule(idOf(found), deskOf(context), { now: context.now, email: writerOf(found).email }),
  });
  return { trust: row(about(trustAddress)), block: row(about(blockMailbox)) };
}

/** Every action of the moderators' page: those of a moderator's link, and what only somebody who signed in can do. */
export const DESK_ROWS: { readonly [K in DeskKind]: DeskRows<K> } = {
  job: {
    ...MODERATOR_ROWS.job,
    hide: rowWith({
      step: { of: "job", action: "hide" },
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) => hideJob({ ...found, ...asked }, context),
    }),
    restore: granting(
      row({
        step: { of: "job", action: "restore" },
        button: { look: "plain" },
        rule: (found, shown, context) =>
          isAppealed(found.job)
            ? grantJobAppeal({ ...found, ...shown }, context)
            : restoreJob({ ...found, ...shown }, context),
      }),
    ),
    undo: row({
      step: null,
      button: { look: "quiet" },
      rule: (found, shown, context) => undoJob({ ...found, ...shown }, deskOf(context).verdict, context),
    }),
    mask: row({
      step: null,
      when: ({ job }) => job.state !== "erased",
      button: { look: "plain" },
      rule: (found, shown, context) => maskJob({ ...found, ...shown }, deskOf(context).mask),
    }),
    ...aboutWriter(),
  },
  offer: { ...MODERATOR_ROWS.offer, ...aboutWriter() },
  reward: { ...MODERATOR_ROWS.reward, ...aboutWriter() },
  question: { ...MODERATOR_ROWS.question, ...aboutWriter() },
  thanks: { ...MODERATOR_ROWS.thanks, ...THANKS_ROWS, ...aboutWriter() },
  comment: {
    ...MODERATOR_ROWS.comment,
    hide: rowWith({
      step: { of: "comment", action: "reject" },
      when: ({ comment }) => comment.state === "approved",
      button: { look: "danger", form: "reason", folded: true },
      parse: (values) => parseForm(REASON_FORM, values),
      rule: (found, asked, context) => rejectComment({ ...found, ...asked }, context),
    }),
    restore: granting(
      row({
        step: { of: "comment", action: "restore" },
        button: { look: "plain" },
        rule: (found, shown, context) =>
          isAppealed(found.comment)
            ? grantCommentAppeal({ ...found, ...shown }, context)
            : restoreComment({ ...found, ...shown }, context),
      }),
    ),
    undo: row({
      step: null,
      button: { look: "quiet" },
      rule: (found, shown, context) => undoComment({ ...found, ...shown }, deskOf(context).verdict, context),
    }),
    mask: row({
      step: null,
      when: ({ comment }) => comment.state !== "deleted",
      button: { look: "plain" },
      rule: (found, shown, context) => maskComment({ ...found, ...shown }, deskOf(context).mask),
    }),
    ...aboutWriter(),
  },
  mention: MENTION_ROWS,
};

/** What a moderator can do with a thing now, in the order of its buttons; `undo` needs a verdict, which the caller knows of. */
export function deskActions<K extends DeskKind>(
  linked: Linked<K> & { readonly kind: K },
  now: Millis,
): DeskAction[] {
  const rows: DeskRows<K> = DESK_ROWS[linked.kind];
  // What waits is not published; what is public is hidden. The rule is the same. To grant an appeal is to show again.
  const appealed = isAppealed({ appeal: appealOf(linked) });
  const others: readonly DeskAction[] = appealed
    ? ["hide", "restore"]
    : recordOf(linked).state === "held"
      ? ["hide"]
      : ["reject"];
  return DESK_ACTIONS.filter((action) => {
    const row = rows[action];
    return row !== undefined && !others.includes(action) && isPossible(row, "moderator", linked, now);
  });
}

/**
 * Decides about a thing as a moderator who signed in, and writes it into the log. Errors: `actionNotAllowed` where the thing has no such
 * action, `invalid` for the action's fields, the rule's.
 */
export function decideAtDesk<K extends DeskKind>(
  action: DeskAction,
  found: Found<K> & { readonly kind: K },
  values: FormValues,
  context: FormContext,
): Decided<string> {
  const rows: DeskRows<K> = DESK_ROWS[found.kind];
  const row = rows[action];
  if (row === undefined) return err(fail("actionNotAllowed"));
  const decided = decideByRow(row, found, values, context);
  const desk = deskOf(context);
  const about = moderated(found, action, values, desk);
  const whole = withReports(decided, action, desk.open, context.now);
  return about ? logged(whole, about, context) : whole;
}

/** What an action makes of an appeal that waits. */
const APPEAL_OUTCOMES: Readonly<Record<string, "won" | "lost">> = {
  approve: "won",
  restore: "won",
  reject: "lost",
  hide: "lost",
  spam: "lost",
};
/** Actions that say why. */
const REASONED: readonly string[] = ["reject", "hide"];

const NEVER_MODERATED = ["session", "report", "data", "digest", "notice"] as const;

function isModerated(found: Found<RowKind>): found is Found<DeskKind> {
  return !NEVER_MODERATED.some((kind) => kind === found.kind);
}

/** What the log says of a decision about this thing; null: it is none that can be moderated. */
export function moderated(
  found: Found<RowKind>,
  action: string,
  values: FormValues,
  desk: Desk,
): Moderated | null {
  if (!isModerated(found)) return null;
  // Whatever else a form brought along is no reason, and was never measured.
  const reason = REASONED.includes(action) ? values["reason"] || null : null;
  const outcome = isAppealed({ appeal: appealOf(found) }) ? APPEAL_OUTCOMES[action] : undefined;
  const appeal = outcome === undefined ? {} : { appeal: outcome };
  const about = { action, by: desk.moderator, address: desk.writer.id, reason, ...appeal };
  const thing = idOf(found);
  return { ...about, kind: found.kind, thing, waitedSince: waitedSince(found) };
}

function waitedSince(found: Found<DeskKind>): Millis | null {
  if (found.kind === "question") return found.question.createdAt;
  return waitingOf(found).find(({ member }) => member.endsWith(` ${idOf(found)}`))?.since ?? null;
}

function waitingOf(found: Found<Exclude<DeskKind, "question">>): Waiting[] {
  if (found.kind === "mention") return waitingOfMention(found.mention);
  if (found.kind === "comment") return waitingOfComment(found.comment);
  return [...waitingOfJob(found.job), ...(found.kind === "offer" ? waitingOfOffer(found.offer) : [])];
}
