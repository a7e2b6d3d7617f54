import { type FormValues, parseForm } from "../../../src/domain/kernel/form.ts";
import { parseCommentForm } from "../../../src/domain/comments/form.ts";
import { CONTACT_FORM } from "../../../src/domain/feedback/contact.ts";
import { parseJobForm } from "../../../src/domain/favours/job-form.ts";
import { parseOfferForm } from "../../../src/domain/favours/offer-form.ts";
import type { Result } from "../../../src/domain/kernel/errors.ts";
import { NOW } from "./fixtures.ts";

export const JOB = {
  title: "Paseo para mi perra",
  description: "Busco a alguien que pasee a Luna los martes.",
  category: "mascotas",
  place: "zaragoza",
  rewardKind: "money",
  rewardAmount: "15,50",
  name: "Paula",
  email: "paula@example.com",
  consent: "on",
};
const OFFER = { message: "Me encantan los perros.", name: "Hugo", email: "hugo@example.com", consent: "on" };
const COMMENT = { article: "slug", text: "Gracias.", name: "Carla", email: "carla@example.com" };
const CONTACT = { name: "Iris", email: "iris@example.com", subject: "duda", message: "Tengo una duda." };

/** The errors of a form; none when it was accepted. */
export const errors = <E>(result: Result<unknown, E>) => (result.ok ? {} : result.error);

/** Each parses a form that is in order but for what the test says. */
export const job = (values: FormValues) => parseJobForm({ ...JOB, ...values }, NOW);
export const offer = (values: FormValues) => parseOfferForm({ ...OFFER, ...values });
export const comment = (values: FormValues) => parseCommentForm({ ...COMMENT, ...values });
export const contact = (values: FormValues) => parseForm(CONTACT_FORM, { ...CONTACT, ...values });
