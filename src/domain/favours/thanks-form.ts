import * as z from "zod/mini";
import { FIELDS, text } from "../kernel/fields.ts";
import { THANK_YOU_MAX_LENGTH, THANK_YOU_MIN_LENGTH } from "../kernel/thanks-limits.ts";

/** What `thank` sends. */
export const THANKS_FORM = z.object({
  text: text({
    min: THANK_YOU_MIN_LENGTH,
    max: THANK_YOU_MAX_LENGTH,
    missing: "thanksMissing",
    tooShort: "thanksTooShort",
    tooLong: "thanksTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true }),
});
