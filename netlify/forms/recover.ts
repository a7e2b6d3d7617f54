import { API, PAGES, THANKS } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { RECOVER_RATE } from "../../src/domain/kernel/request-limits.ts";
import { RECOVER_FORM } from "../../src/domain/links/forms.ts";
import { askForLinks } from "../../src/domain/links/lost.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { resource } from "./resource.ts";

const askForLostLinks: FormEndpoint<{ readonly email: string }, { readonly address: string }> = {
  name: () => API.recover,
  rate: RECOVER_RATE,
  // Whoever asks again wants another letter.
  once: false,
  formPage: () => PAGES.recover,

  parse: ({ fields }) => orInvalid(parseForm(RECOVER_FORM, fields)),

  letterTo: ({ email }) => email,

  // Nothing is looked up before the answer: what there is must not be told by how long it takes.
  read: ({ email }, { deps }) => Promise.resolve({ address: deps.signer.addressId(email) }),

  decide: ({ email }, { address }, context) => askForLinks({ email, address }, context),

  accepted: ({ state }) => ({ status: 202, body: { state }, location: THANKS.links }),
};

/** `/api/recover`: mails the links of what is alive under an address. The answer is the same whether or not there is anything. */
export const recover = resource({ POST: receive(askForLostLinks) });
