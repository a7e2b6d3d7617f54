import type { Appealing } from "../favours/appealing.ts";
import { parseForm } from "../kernel/form.ts";
import { blockAppealed, canAppealBlock, liftBlock } from "../moderation/trust.ts";
import { isAppealed } from "../records/appeal.ts";
import { type Change, type Decided, isNothing } from "../records/decision.ts";
import type { ThingKind } from "../records/link.ts";
import { APPEAL_FORM } from "./forms.ts";
import type { Found, Linked } from "./linked.ts";
import { type ActionRow, type FormContext, rowWith } from "./row.ts";
import { appealOf } from "./thing.ts";

interface AppealParts<K extends ThingKind> {
  /** Whether something was decided against the thing itself. */
  readonly isAgainst: (linked: Linked<K>) => boolean;
  readonly rule: (found: Found<K>, asked: Appealing, context: FormContext) => Decided<string>;
}

/** What whoever something was decided against says by their own link: against that, and against a block of their mailbox. */
export function appealRow<K extends ThingKind>({ isAgainst, rule }: AppealParts<K>): ActionRow<K> {
  return rowWith({
    step: null,
    when: (linked, now) =>
      appealOf(linked) === null && (isAgainst(linked) || canAppealBlock(linked.mailbox ?? null, now)),
    button: { look: "plain", form: "appeal", folded: true },
    parse: (values) => parseForm(APPEAL_FORM, values),
    rule(found, asked, context) {
      const mailbox = found.mailbox ?? null;
      const isBlocked = canAppealBlock(mailbox, context.now);
      const noted = isBlocked && mailbox !== null ? [blockAppealed(mailbox, context.now)] : [];
      return also(rule(found, { ...asked, isBlocked }, context), noted);
    },
  });
}

/** The same decision of a moderator; where it grants an appeal, a block of the mailbox ends too. */
export function granting<K extends ThingKind>(row: ActionRow<K>): ActionRow<K> {
  return {
    ...row,
    decide(found, asked, context) {
      const decided = row.decide(found, asked, context);
      const { desk, now } = context;
      return desk === null || !isAppealed({ appeal: appealOf(found) })
        ? decided
        : also(decided, liftBlock(desk, now));
    },
  };
}

function also(decided: Decided<string>, changes: readonly Change[]): Decided<string> {
  if (!decided.ok || isNothing(decided.value.decision)) return decided;
  const { decision } = decided.value;
  const both = { ...decision, changes: [...decision.changes, ...changes] };
  return { ok: true, value: { ...decided.value, decision: both } };
}
