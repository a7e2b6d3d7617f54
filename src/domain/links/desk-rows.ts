import { grantCommentAppeal } from "../comments/appealing.ts";
import { grantJobAppeal } from "../favours/appealing.ts";
import { type Appeal, isAppealed } from "../records/appeal.ts";
import { granting } from "./appeal-rows.ts";
import { maskComment, rejectComment, restoreComment, undoComment } from "../comments/moderating.ts";
import { hideJob, restoreJob } from "../favours/moderating.ts";
import { maskJob, undoJob } from "../favours/taking-back.ts";
import { type FormValues, parseForm } from "../kernel/form.ts";
import type { Desk } from "../moderation/desk.ts";
import { err, fail } from "../kernel/errors.ts";
import type { WrittenKind } from "../records/link.ts";
import { appealOf, idOf, recordOf, writerOf } from "./thing.ts";
import type { Millis } from "../kernel/time.ts";
import { blockMailbox, trustAddress } from "../moderation/trust.ts";
import type { Context, Decided } from "../records/decision.ts";
import { DESK_ACTIONS, type DeskAction } from "../records/log-entry.ts";
import { type DeskKind, withConsequences } from "./deciding.ts";
import { REASON_FORM } from "./forms.ts";
import { MENTION_ROWS } from "./mention-rows.ts";
import { MODERATOR_ROWS } from "./moderator-rows.ts";
import type { Found, Linked, RowKind } from "./linked.ts";
import { isPossible } from "./possible.ts";
import { THANKS_ROWS } from "./thanks-rows.ts";
import { type ActionRow, decideByRow, deskOf, type FormContext, row, rowWith } from "./row.ts";

/** What is decided about at the desk. */
export type DecidedKind = DeskKind | "report";
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
export const DESK_ROWS: { readonly [K in DecidedKind]: DeskRows<K> } = {
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
  report: MODERATOR_ROWS.report,
};

/** What a moderator can do with a thing now, in the order of its buttons; `undo` needs a verdict, which the caller knows of. */
export function deskActions<K extends DecidedKind>(
  linked: Linked<K> & { readonly kind: K },
  now: Millis,
): DeskAction[] {
  const rows: DeskRows<K> = DESK_ROWS[linked.kind];
  // What waits is not published; what is public is hidden. The rule is the same. To grant an appeal is to show again.
  const appealed = isAppealed({ appeal: appealAt(linked) });
  const others: readonly DeskAction[] = appealed
    ? ["hide", "restore"]
    : isHeld(linked)
      ? ["hide"]
      : ["reject"];
  return DESK_ACTIONS.filter((action) => {
    const row = rows[action];
    return row !== undefined && !others.includes(action) && isPossible(row, "moderator", linked, now);
  });
}

function appealAt(linked: Linked<DecidedKind>): Appeal | null {
  return linked.kind === "report" ? null : appealOf(linked);
}

function isHeld(linked: Linked<DecidedKind>): boolean {
  return linked.kind !== "report" && recordOf(linked).state === "held";
}

/**
 * Decides about a thing as a moderator who signed in, and writes it into the log. Errors: `actionNotAllowed` where the thing has no such
 * action, `invalid` for the action's fields, the rule's.
 */
export function decideAtDesk<K extends DecidedKind>(
  action: DeskAction,
  found: Found<K> & { readonly kind: K },
  values: FormValues,
  context: FormContext,
): Decided<string> {
  const rows: DeskRows<K> = DESK_ROWS[found.kind];
  const row = rows[action];
  if (row === undefined) return err(fail("actionNotAllowed"));
  return withConsequences(
    decideByRow(row, found, values, context),
    { linked: found, action, values },
    context,
  );
}
