import { CATEGORIES } from "../../src/domain/records/category.ts";
import { OFFERED_NOTIFY_CHOICES } from "../../src/domain/records/comment.ts";
import { CONTACT_SUBJECTS } from "../../src/domain/records/contact-message.ts";
import * as limits from "../../src/domain/kernel/limits.ts";
import { LINK_ACTIONS } from "../../src/domain/records/link.ts";
import { PLACES } from "../../src/domain/records/place.ts";
import { REWARD_KINDS } from "../../src/domain/records/reward.ts";
import { VOTE_VALUES } from "../../src/domain/records/vote.ts";

/** A JSON Schema, as far as this document needs one. */
export type Schema = Readonly<Record<string, unknown>>;

/** One form: its fields by name, and which of them must be there. */
export interface FormFields {
  readonly required: readonly string[];
  readonly fields: Readonly<Record<string, Schema>>;
}

const text = (minLength: number, maxLength: number): Schema => ({ type: "string", minLength, maxLength });
const oneOf = (values: readonly string[]): Schema => ({ type: "string", enum: values });

const PERSON = {
  name: text(limits.NAME_MIN_LENGTH, limits.NAME_MAX_LENGTH),
  email: { type: "string", format: "email", maxLength: limits.EMAIL_MAX_LENGTH },
};
const PHONE = { phone: text(limits.PHONE_MIN_LENGTH, limits.PHONE_MAX_LENGTH) };
const CONSENT = { consent: { const: "on" } };
const REWARD = {
  rewardKind: oneOf(REWARD_KINDS),
  rewardAmount: { type: "string", description: "Euros, de 0,01 a 10000,00; hace falta con «money»." },
  rewardText: text(0, limits.REWARD_TEXT_MAX_LENGTH),
};

/** Fields that every form takes, whatever it is about. */
export const PROOF_FIELDS: Readonly<Record<string, Schema>> = {
  formId: {
    type: "string",
    format: "uuid",
    description: "El mismo formulario enviado otra vez recibe la primera respuesta.",
  },
  stamp: { type: "string", description: "Cuándo se mostró el formulario, firmado." },
  website: { const: "", description: "Debe ir vacío." },
};

export const JOB_FIELDS: FormFields = {
  required: ["title", "description", "category", "place", "rewardKind", "name", "email", "consent"],
  fields: {
    title: text(limits.TITLE_MIN_LENGTH, limits.TITLE_MAX_LENGTH),
    description: text(limits.DESCRIPTION_MIN_LENGTH, limits.DESCRIPTION_MAX_LENGTH),
    category: oneOf(CATEGORIES),
    place: oneOf(PLACES),
    town: text(0, limits.TOWN_MAX_LENGTH),
    deadline: { type: "string", format: "date", description: `De hoy a ${limits.DEADLINE_MAX_DAYS} días.` },
    ...REWARD,
    ...PERSON,
    ...PHONE,
    ...CONSENT,
  },
};

export const OFFER_FIELDS: FormFields = {
  required: ["message", "name", "email", "consent"],
  fields: {
    message: text(limits.OFFER_MESSAGE_MIN_LENGTH, limits.OFFER_MESSAGE_MAX_LENGTH),
    ...REWARD,
    ...PERSON,
    ...PHONE,
    ...CONSENT,
  },
};

export const COMMENT_FIELDS: FormFields = {
  required: ["article", "text", "name", "email"],
  fields: {
    article: { type: "string" },
    parent: { type: "string", description: "El comentario al que responde." },
    text: text(1, limits.COMMENT_MAX_LENGTH),
    ...PERSON,
    notify: oneOf(OFFERED_NOTIFY_CHOICES),
    remember: { const: "on" },
  },
};

export const PREVIEW_FIELDS: FormFields = {
  required: ["text"],
  fields: { text: text(1, limits.COMMENT_MAX_LENGTH) },
};

export const CONTACT_FIELDS: FormFields = {
  required: ["name", "email", "subject", "message"],
  fields: {
    ...PERSON,
    subject: oneOf(CONTACT_SUBJECTS),
    message: text(limits.CONTACT_MESSAGE_MIN_LENGTH, limits.CONTACT_MESSAGE_MAX_LENGTH),
  },
};

export const VOTE_FIELDS: FormFields = {
  required: ["question", "value"],
  fields: {
    question: { type: "string", description: "La pregunta, tal como sale en su dirección." },
    value: oneOf(VOTE_VALUES),
    text: text(0, limits.VOTE_TEXT_MAX_LENGTH),
  },
};

const version = (of: string): Schema => ({
  type: "string",
  pattern: "^[1-9][0-9]*$",
  description: `La versión ${of} que se ha leído; si ya es otra, 409 con «changed».`,
});
export const FORGET_FIELDS: FormFields = {
  required: [],
  fields: {
    all: { const: "on", description: "Todos los navegadores de la misma dirección." },
    email: { ...PERSON.email, description: "Solo si la cookie es anterior a diciembre de 2026." },
  },
};

export const LINK_FIELDS: FormFields = {
  required: ["action"],
  fields: {
    action: oneOf(LINK_ACTIONS),
    offer: { type: "string", description: "La propuesta que se acepta o se rechaza." },
    reason: text(1, limits.REASON_MAX_LENGTH),
    remember: { const: "on" },
    version: version("de lo que hay detrás del enlace"),
    offerVersion: version("de la propuesta"),
    jobVersion: version("del favor"),
    ...JOB_FIELDS.fields,
    message: text(limits.OFFER_MESSAGE_MIN_LENGTH, limits.OFFER_MESSAGE_MAX_LENGTH),
    text: text(1, limits.COMMENT_MAX_LENGTH),
  },
};
