import * as z from "zod/mini";
import { FIELDS, text } from "../kernel/fields.ts";
import { ASKED_QUESTION_MAX_LENGTH } from "../kernel/limits.ts";

/** What `ask` sends: a question, or the answer to one. */
export const QUESTION_FORM = z.object({
  text: text({
    min: 1,
    max: ASKED_QUESTION_MAX_LENGTH,
    missing: "questionTextMissing",
    tooShort: "questionTextMissing",
    tooLong: "questionTextTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true }),
});
