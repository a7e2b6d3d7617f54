import { VOTE_TTL_HOURS, VOTE_TEXT_MAX_LENGTH } from "../kernel/limits.ts";
import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { err, ok } from "../kernel/errors.ts";
import { FIELDS, choice, field, optionalText } from "../kernel/fields.ts";
import type { FieldsOf } from "../kernel/form.ts";
import { HOUR } from "../kernel/time.ts";
import { type Context, type Decided, alreadyDone, decided } from "../records/decision.ts";
import type { MailEvent } from "../records/mail-event.ts";
import { VOTE_VALUES, type Vote, type VoteValue } from "../records/vote.ts";

/** The form of `/api/votes`. Whether there is such a question is looked up outside. */
export const VOTE_FORM = z.object({
  question: field((typed) => {
    const slug = cleanLine(typed);
    return slug === "" ? err("questionMissing") : ok(slug);
  }).register(FIELDS, { isCarried: true }),
  value: choice(VOTE_VALUES, "voteMissing", "voteUnknown"),
  text: optionalText(VOTE_TEXT_MAX_LENGTH, "voteTextTooLong").register(FIELDS, { isSuspect: true }),
});
/** A vote as the form gives it. */
export type VoteDraft = FieldsOf<typeof VOTE_FORM.shape>;

/** An answer of the FAQ, as far as a vote and its mail are concerned. */
export interface VotableQuestion {
  readonly slug: string;
  readonly title: string;
}

interface Casting {
  readonly draft: VoteDraft;
  readonly question: VotableQuestion;
  /** Keyed hash of the visitor and the question. */
  readonly id: string;
  /** This visitor's earlier vote on the question. */
  readonly before: Vote | null;
  readonly signals: readonly string[];
  /** Address of the editors. */
  readonly owner: string;
}

/**
 * Counts a vote, or moves the one that this visitor had. What was written with it goes to the editors. A form that only a program
 * fills in like that (`honeypot`) is not counted; its text still arrives, marked.
 */
export function castVote(
  { draft, question, id, before, signals, owner }: Casting,
  { now, newId }: Context,
): Decided<VoteValue> {
  const { value } = draft;
  const isNews = draft.text !== null && draft.text !== before?.text;
  const counts = !signals.includes("honeypot");
  if (!isNews && (!counts || before?.value === value)) return alreadyDone(question.slug, value);

  const mail: MailEvent = {
    // An id of its own: how long it is remembered that a mail left is longer than a visitor's hash may be.
    id: `questionFeedback/${newId()}/1`,
    name: "questionFeedback",
    to: owner,
    data: { question, value, text: draft.text ?? "", signals: [...signals] },
  };
  const after: Vote = {
    id,
    version: (before?.version ?? 0) + 1,
    question: question.slug,
    value,
    text: draft.text ?? before?.text ?? null,
    createdAt: before?.createdAt ?? now,
  };
  const forgetAt = after.createdAt + VOTE_TTL_HOURS * HOUR;
  return decided(question.slug, value, {
    changes: counts ? [{ kind: "vote", before, after, forgetAt }] : [],
    mails: isNews ? [mail] : [],
  });
}
