import { API, PAGES, THANKS } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { MY_DATA_RATE } from "../../src/domain/kernel/request-limits.ts";
import { RECOVER_FORM } from "../../src/domain/links/forms.ts";
import { askForData } from "../../src/domain/links/my-data.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { resource } from "./resource.ts";

const askForMyData: FormEndpoint<{ readonly email: string }, { readonly address: string }> = {
  name: () => API.myData,
  rate: MY_DATA_RATE,
  // Whoever asks again wants another letter.
  once: false,
  formPage: () => PAGES.askForData,

  parse: ({ fields }) => orInvalid(parseForm(RECOVER_FORM, fields)),

  letterTo: ({ email }) => email,

  // Nothing is looked up before the answer: what there is must not be told by how long it takes.
  read: ({ email }, { deps }) => Promise.resolve({ address: deps.signer.addressId(email) }),

  decide: ({ email }, { address }, context) => askForData({ email, address }, context),

  accepted: ({ state }) => ({ status: 202, body: { state }, location: THANKS.myData }),
};

/** `/api/my-data`: mails the link to everything that is kept under an address. The answer is the same whether or not there is anything. */
export const myData = resource({ POST: receive(askForMyData) });
