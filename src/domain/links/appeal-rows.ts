import type { Appealing } from "../favours/appealing.ts";
import { appealQuestion, isAgainstQuestion } from "../favours/question-appealing.ts";
import { appealThanks, isAgainstThanks } from "../favours/thanks-appealing.ts";
import { thanksBy } from "../favours/thanks.ts";
import { parseForm } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";
import { blockAppealed, canAppealBlock, liftBlock } from "../moderation/trust.ts";
import { type Appeal, isAppealed } from "../records/appeal.ts";
import type { Side } from "../records/asked-question.ts";
import { type Change, type Context, type Decided, isNothing } from "../records/decision.ts";
import type { Job } from "../records/job.ts";
import type { ThingKind, WrittenKind } from "../records/link.ts";
import type { Offer } from "../records/offer.ts";
import { APPEAL_FORM } from "./forms.ts";
import type { Found, Linked } from "./linked.ts";
import { type ActionRow, type FormContext, rowWith } from "./row.ts";
import { appealOf } from "./thing.ts";

/** A message or a thank-you of theirs, which stands in what their link leads to. */
interface Said {
  readonly id: string;
  readonly createdAt: Millis;
  readonly appeal: Appeal | null;
  /** Whether something was decided against it. */
  readonly isAgainst: boolean;
  readonly rule: (asked: { readonly text: string }, context: Context) => Decided<string>;
}

interface AppealParts<K extends ThingKind> {
  /** Whether something was decided against the thing itself. */
  readonly isAgainst: (linked: Linked<K>) => boolean;
  readonly rule: (found: Found<K>, asked: Appealing, context: FormContext) => Decided<string>;
  /** What else of theirs something may have been decided against. */
  readonly said?: (found: Found<K>) => readonly Said[];
}

/** What whoever something was decided against says by their own link: against that, and against a block of their mailbox. */
export function appealRow<K extends ThingKind>({
  isAgainst,
  rule,
  said = () => [],
}: AppealParts<K>): ActionRow<K> {
  const isPossible = (linked: Linked<K>, now: Millis): boolean =>
    appealOf(linked) === null && (isAgainst(linked) || canAppealBlock(linked.mailbox ?? null, now));
  return rowWith({
    step: null,
    when: isPossible,
    button: { look: "plain", form: "appeal", folded: true },
    parse: (values) => {
      const parsed = parseForm(APPEAL_FORM, values);
      return parsed.ok ? { ok: true, value: { ...parsed.value, about: values["about"] ?? "" } } : parsed;
    },
    rule(found, { about, ...asked }, context) {
      const mailbox = found.mailbox ?? null;
      const isBlocked = canAppealBlock(mailbox, context.now);
      const noted = isBlocked && mailbox !== null ? [blockAppealed(mailbox, context.now)] : [];
      const own = { appeal: appealOf(found), isPossible: isPossible(found, context.now) };
      const meant = meantOf(said(found), about, own);
      return also(meant?.rule(asked, context) ?? rule(found, { ...asked, isBlocked }, context), noted);
    },
  });
}

/**
 * Which of them is meant; null: what the link leads to. Where the form doesn't name it, that comes first, then the newest that can be
 * appealed against, then whatever was.
 */
function meantOf(
  said: readonly Said[],
  about: string,
  own: { readonly appeal: Appeal | null; readonly isPossible: boolean },
): Said | null {
  const named = said.find(({ id }) => id === about);
  if (named !== undefined) return named;
  if (own.isPossible) return null;
  const newest = said.toSorted((one, other) => other.createdAt - one.createdAt);
  const possible = newest.find(({ appeal, isAgainst }) => isAgainst && appeal === null);
  if (possible !== undefined || own.appeal !== null) return possible ?? null;
  return newest.find(({ appeal }) => appeal !== null) ?? null;
}

/** What this side asked about an offer. */
export function saidInOffer(offer: Offer, by: Side): Said[] {
  return offer.questions
    .filter((question) => question.by === by)
    .map((question) => ({
      ...question,
      isAgainst: isAgainstQuestion(question),
      rule: (asked, context) => appealQuestion({ question, offer, ...asked }, context),
    }));
}

/** What this side said of the other when the favour was done. */
export function saidWhenDone(job: Job, by: Side): Said[] {
  const thanks = thanksBy(job, by);
  if (thanks === undefined) return [];
  return [
    {
      ...thanks,
      isAgainst: isAgainstThanks({ thanks, job }),
      rule: (asked, context) => appealThanks({ thanks, job, ...asked }, context),
    },
  ];
}

/** The same decision of a moderator; where it grants an appeal, a block of the mailbox ends too. */
export function granting<K extends WrittenKind>(row: ActionRow<K>): ActionRow<K> {
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
