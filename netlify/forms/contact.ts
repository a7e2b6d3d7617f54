import { API, PAGES, THANKS } from "../../src/urls.ts";
import { CONTACT_FORM, sendContact, type ContactDraft } from "../../src/domain/feedback/contact.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { CONTACT_RATE } from "../../src/domain/kernel/request-limits.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { resource } from "./resource.ts";

const writeToOwner: FormEndpoint<ContactDraft, { readonly owner: string; readonly address: string }> = {
  name: () => API.contact,
  rate: CONTACT_RATE,
  once: true,
  formPage: () => PAGES.contact,

  parse: ({ fields }) => orInvalid(parseForm(CONTACT_FORM, fields)),

  letterTo: ({ email }) => email,

  read: ({ email }, { deps }) =>
    Promise.resolve({ owner: deps.config.mailOwner, address: deps.signer.addressId(email) }),

  decide(draft, found, context) {
    const signals = context.assess(suspectTexts(CONTACT_FORM, draft), draft);
    return sendContact({ ...found, draft, signals }, context);
  },

  accepted: ({ id }) => ({ status: 202, body: { id }, location: THANKS.message }),
};

/** `/api/contact`: a message to the owner. */
export const contact = resource({ POST: receive(writeToOwner) });
