import { CONTACT_RATE } from "../../src/domain/kernel/limits.ts";
import { CONTACT_FORM, sendContact } from "../../src/domain/feedback/contact.ts";
import { invalid } from "../../src/domain/kernel/errors.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import { ruleContext } from "./deps.ts";
import { answerForm, signalsOf, type FormEndpoint } from "./form-endpoint.ts";
import { resource } from "./resource.ts";

const writeToOwner: FormEndpoint = {
  name: "/api/contact",
  rate: CONTACT_RATE,
  once: true,
  formPage: () => "/contacto/",

  decide(form) {
    const parsed = parseForm(CONTACT_FORM, form.fields);
    if (!parsed.ok) return err(invalid(parsed.error));
    const signals = signalsOf(form, suspectTexts(CONTACT_FORM, parsed.value), parsed.value);
    const owner = form.deps.config.mailOwner;
    return sendContact({ draft: parsed.value, signals, owner }, ruleContext(form.deps));
  },

  accepted: ({ id }) => ({ status: 202, body: { id }, location: "/gracias/mensaje/" }),
};

/** `/api/contact`: a message to the owner. */
export const contact = resource({ POST: (request, deps) => answerForm(writeToOwner, request, deps) });
