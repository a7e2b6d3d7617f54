import type { FieldCode, FieldErrors } from "../kernel/errors.ts";
import { errorsOf, partErrors } from "../kernel/form.ts";
import type { FormValues } from "../kernel/form.ts";
import { OFFER_MESSAGE_MAX_LENGTH, OFFER_MESSAGE_MIN_LENGTH } from "../kernel/limits.ts";
import type { Offer } from "../records/offer.ts";
import { parseCounterReward, rewardValues } from "./reward-form.ts";
import { parseConsent, parseName, parsePerson, parsePhone } from "../people/person.ts";
import type { PersonDraft } from "../people/person.ts";
import { err, ok } from "../kernel/errors.ts";
import type { Result } from "../kernel/errors.ts";
import { checkLength, cleanText } from "../kernel/form.ts";

/** What an offer says, without who says it. */
export type OfferText = Pick<Offer, "message" | "reward">;
/** An offer as the form gives it. */
export type OfferDraft = OfferText & { readonly helper: PersonDraft };
/** What a helper may change later; the address stays. */
export type OfferEdit = OfferText & Pick<PersonDraft, "name" | "phone">;

/** Reads the form of `/api/jobs/:id/offers`. */
export function parseOfferForm(values: FormValues): Result<OfferDraft, FieldErrors> {
  const message = parseMessage(values["message"]);
  const reward = parseCounterReward(values);
  const helper = parsePerson(values);
  const consent = parseConsent(values["consent"]);
  if (message.ok && reward.ok && helper.ok && consent.ok) {
    return ok({ message: message.value, reward: reward.value, helper: helper.value });
  }
  return err({
    ...errorsOf({ message }),
    ...partErrors(reward),
    ...partErrors(helper),
    ...errorsOf({ consent }),
  });
}

/** Reads the helper's `edit`. A field that was not sent keeps what the offer has. */
export function parseOfferEdit(values: FormValues, offer: Offer): Result<OfferEdit, FieldErrors> {
  const merged = { ...offerFormValues(offer), ...values };
  const message = parseMessage(merged["message"]);
  const reward = parseCounterReward(merged);
  const name = parseName(merged["name"]);
  const phone = parsePhone(merged["phone"]);
  if (message.ok && reward.ok && name.ok && phone.ok) {
    return ok({ message: message.value, reward: reward.value, name: name.value, phone: phone.value });
  }
  return err({ ...errorsOf({ message }), ...partErrors(reward), ...errorsOf({ name, phone }) });
}

/** A stored offer as the fields of its form, to fill it in again. */
export function offerFormValues(offer: Offer): Record<string, string> {
  return {
    message: offer.message,
    ...rewardValues(offer.reward),
    name: offer.helper.name,
    phone: offer.helper.phone ?? "",
  };
}

function parseMessage(text: string | undefined): Result<string, FieldCode> {
  return checkLength(cleanText(text ?? ""), {
    min: OFFER_MESSAGE_MIN_LENGTH,
    max: OFFER_MESSAGE_MAX_LENGTH,
    missing: "offerMessageMissing",
    tooShort: "offerMessageTooShort",
    tooLong: "offerMessageTooLong",
  });
}
