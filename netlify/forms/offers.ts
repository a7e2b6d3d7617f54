import { THANKS, offersApi, thanksWith } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import { makeOffer, publishOffer } from "../../src/domain/favours/offering.ts";
import {
  OFFER_TEXT_FORM,
  offerTextFields,
  parseOfferForm,
  type OfferDraft,
} from "../../src/domain/favours/offer-form.ts";
import { jobPath } from "../../src/views/public-view.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { OFFER_RATE } from "../../src/domain/kernel/request-limits.ts";
import { recognise, rememberedBy, type Recognised } from "./remembered.ts";
import { resource } from "./resource.ts";

interface Found extends Recognised {
  readonly job: Job | null;
  readonly offers: readonly Offer[];
  /** The keyed hash of the mailbox that the address leads to. */
  readonly mailbox: string;
}

/** Where a plain form lands; what waits for its mail is the other one. */
const NEXT: Readonly<Record<string, string>> = { sent: THANKS.sentOffer, held: THANKS.heldOffer };

const offerToHelp: FormEndpoint<OfferDraft, Found> = {
  name: ({ params }) => offersApi(params["id"] ?? ""),
  rate: OFFER_RATE,
  once: true,

  parse: ({ fields }) => orInvalid(parseOfferForm(fields)),

  texts: textsOf,

  letterTo: ({ helper }) => helper.email,

  async read({ helper }, form) {
    const { request, deps } = form;
    const [job, offers, recognised] = await Promise.all([
      readFavour(form),
      readOthers(form),
      recognise(request, helper.email, deps),
    ]);
    return { job, offers, ...recognised, mailbox: deps.signer.addressId(mailboxOf(helper.email)) };
  },

  decide(draft, { isKnown, id, trust, ...found }, context) {
    const signals = context.assess(textsOf(draft), draft.helper);
    const offering = { ...found, draft, address: id, signals };
    const known = { ...context, trust };
    return isKnown ? publishOffer(offering, known) : makeOffer(offering, known);
  },

  accepted: ({ id, state, receipt }) => ({
    status: 202,
    body: { id, state },
    location: NEXT[state] ?? thanksWith(THANKS.offer, receipt),
  }),

  async formPage(form, found) {
    const job = found === null ? await readFavour(form) : found.job;
    // The title names the page; without it the short address leads there too.
    return `${jobPath({ id: form.params["id"] ?? "", title: job?.title ?? "" })}#me-ofrezco`;
  },
};

function textsOf(draft: OfferDraft): string[] {
  return suspectTexts(OFFER_TEXT_FORM, offerTextFields(draft));
}

async function readFavour({ params, deps }: SentForm): Promise<Job | null> {
  const { id = "" } = params;
  return ID_PATTERN.test(id) ? deps.store.read("job", id) : null;
}

/** Who proved the address before is told at once whether the offer can be; for that the other offers are looked at. */
async function readOthers({ params, deps, request }: SentForm): Promise<readonly Offer[]> {
  const { id = "" } = params;
  if (!ID_PATTERN.test(id) || rememberedBy(request) === null) return [];
  return (await deps.store.offersOf(id, deps.now())).offers;
}

/** `/api/jobs/:id/offers`: "me ofrezco". */
export const offers = resource({ POST: receive(offerToHelp) });
