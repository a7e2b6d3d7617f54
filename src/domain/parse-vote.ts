import type { FieldErrors } from "./errors.ts";
import { errorsOf } from "./form.ts";
import type { FormValues } from "./form.ts";
import { VOTE_TEXT_MAX_LENGTH } from "./limits.ts";
import { err, ok } from "./result.ts";
import type { Result } from "./result.ts";
import { cleanLine, cleanText, lengthOf, oneOf } from "./text-field.ts";
import { VOTE_VALUES } from "./vote.ts";
import type { Vote } from "./vote.ts";

/** A vote as the form gives it. Whether there is such a question is looked up outside. */
export type VoteDraft = Pick<Vote, "question" | "value" | "text">;

/** Reads the form of `/api/votes`. */
export function parseVoteForm(values: FormValues): Result<VoteDraft, FieldErrors> {
  const slug = cleanLine(values["question"] ?? "");
  const question = slug === "" ? err("questionMissing" as const) : ok(slug);
  const value = oneOf(values["value"], VOTE_VALUES, "voteMissing", "voteUnknown");
  const typed = cleanText(values["text"] ?? "");
  const text = lengthOf(typed) > VOTE_TEXT_MAX_LENGTH ? err("voteTextTooLong" as const) : ok(typed || null);
  if (question.ok && value.ok && text.ok) {
    return ok({ question: question.value, value: value.value, text: text.value });
  }
  return err(errorsOf({ question, value, text }));
}
