import * as z from "zod/mini";
import { type FieldErrors, type Result, ok } from "../kernel/errors.ts";
import { FIELDS, text, ticked } from "../kernel/fields.ts";
import { type FieldsOf, type FormValues, fieldsOf, parseForm, typedValues } from "../kernel/form.ts";
import { OFFER_MESSAGE_MAX_LENGTH, OFFER_MESSAGE_MIN_LENGTH } from "../kernel/limits.ts";
import { CONSENT, PERSON_FORM, type PersonDraft } from "../people/person.ts";
import type { Offer } from "../records/offer.ts";
import type { Reward } from "../records/reward.ts";
import { typedAmount } from "./amount.ts";
import { COUNTER_FORM, rewardFields, rewardOf } from "./reward-form.ts";

/** What the poster reads of an offer, beside the reward and the helper's name. */
export const OFFER_WORDS = z.object({
  message: text({
    min: OFFER_MESSAGE_MIN_LENGTH,
    max: OFFER_MESSAGE_MAX_LENGTH,
    missing: "offerMessageMissing",
    tooShort: "offerMessageTooShort",
    tooLong: "offerMessageTooLong",
  }).register(FIELDS, { isMasked: true, isSuspect: true }),
});

/** What an offer says, without who says it. */
export const OFFER_TEXT_FORM = z.object({ ...OFFER_WORDS.shape, ...COUNTER_FORM.shape });

/** The form of `/api/jobs/:id/offers`. */
export const OFFER_FORM = z.object({
  ...OFFER_TEXT_FORM.shape,
  ...PERSON_FORM.shape,
  standing: ticked(),
  consent: CONSENT,
});
/** What a helper may change later; the address stays. */
export const OFFER_EDIT_FORM = z.omit(OFFER_FORM, { email: true, consent: true });

/** What an offer says, as its record has it. */
export type OfferText = FieldsOf<typeof OFFER_WORDS.shape> & { readonly reward: Reward | null };
/** An offer as the form gives it. */
export type OfferDraft = OfferText & { readonly standing?: boolean; readonly helper: PersonDraft };
/** An offer as the helper's `edit` gives it. */
export type OfferEdit = OfferText & { readonly standing?: boolean } & Pick<PersonDraft, "name" | "phone">;

/** Reads the form of `/api/jobs/:id/offers`. */
export function parseOfferForm(values: FormValues): Result<OfferDraft, FieldErrors> {
  const parsed = parseForm(OFFER_FORM, values);
  if (!parsed.ok) return parsed;
  const { name, email, phone, standing } = parsed.value;
  return ok({ ...textOf(parsed.value), standing, helper: { name, email, phone } });
}

/** Reads the helper's `edit`. A field that was not sent keeps what the offer has. */
export function parseOfferEdit(values: FormValues, offer: Offer): Result<OfferEdit, FieldErrors> {
  const parsed = parseForm(OFFER_EDIT_FORM, { ...offerFormValues(offer), ...values });
  if (!parsed.ok) return parsed;
  const { name, phone, standing } = parsed.value;
  return ok({ ...textOf(parsed.value), standing, name, phone });
}

function textOf(fields: FieldsOf<typeof OFFER_TEXT_FORM.shape>): OfferText {
  return { ...fieldsOf(OFFER_WORDS, fields), reward: rewardOf(fields) };
}

/** What an offer says, as its form has it. */
export function offerTextFields(offer: OfferText): FieldsOf<typeof OFFER_TEXT_FORM.shape> {
  return fieldsOf(OFFER_TEXT_FORM, { ...offer, ...rewardFields(offer.reward) });
}

/** An offer as the fields that its helper may change. */
export function offerFields(offer: Offer): FieldsOf<typeof OFFER_EDIT_FORM.shape> {
  const { name, phone } = offer.helper;
  return fieldsOf(OFFER_EDIT_FORM, { ...offerTextFields(offer), name, phone, standing: offer.standing });
}

/** A stored offer as the fields of its form, to fill it in again. */
export function offerFormValues(offer: Offer): Record<string, string> {
  const fields = offerFields(offer);
  return { ...typedValues(fields), rewardAmount: typedAmount(fields.rewardAmount) };
}
