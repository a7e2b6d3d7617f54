import * as z from "zod/mini";
import { cleanLine } from "../kernel/clean.ts";
import { choice, FIELDS, optionalText } from "../kernel/fields.ts";
import { SEARCH_MAX_LENGTH } from "../kernel/limits.ts";
import { ADDRESS_FORM } from "../people/person.ts";
import { FREQUENCIES } from "../records/digest.ts";
import { PLACES } from "../records/place.ts";

/** How often an alert is mailed: what its link can change. */
export const FREQUENCY_FORM = z.object({
  frequency: choice(FREQUENCIES, "frequencyMissing", "frequencyUnknown"),
});

/** What a filter may say is the board's to know (`views/board-filters.ts`); its page carries it along. */
const filter = (max: number) =>
  optionalText(max, "filterUnknown", cleanLine).register(FIELDS, { isCarried: true });

/** The form of `/api/digests`: how often, to whom, and the filters by their names on the board. */
export const DIGEST_FORM = z.object({
  ...FREQUENCY_FORM.shape,
  email: ADDRESS_FORM.shape.email,
  categoria: filter(SEARCH_MAX_LENGTH),
  /** Several with blanks in between. */
  lugar: filter(PLACES.join(" ").length),
  cerca: filter(SEARCH_MAX_LENGTH),
  recompensa: filter(SEARCH_MAX_LENGTH),
  propuestas: filter(SEARCH_MAX_LENGTH),
  q: filter(SEARCH_MAX_LENGTH),
});
