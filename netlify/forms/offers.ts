import { OFFER_RATE } from "../../src/domain/kernel/limits.ts";
import { suspectTexts } from "../../src/domain/kernel/form.ts";
import { invalid } from "../../src/domain/kernel/errors.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { Job } from "../../src/domain/records/job.ts";
import { mailboxOf } from "../../src/domain/people/mailbox.ts";
import type { Offer } from "../../src/domain/records/offer.ts";
import { makeOffer, publishOffer } from "../../src/domain/favours/offering.ts";
import { OFFER_TEXT_FORM, offerTextFields, parseOfferForm } from "../../src/domain/favours/offer-form.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import { jobPath } from "../../src/views/public-view.ts";
import { ruleContext, type Deps } from "./deps.ts";
import { answerForm, signalsOf, type FormEndpoint } from "./form-endpoint.ts";
import { recognise, rememberedBy } from "./remembered.ts";
import { resource } from "./resource.ts";

function offerToHelp(jobId: string): FormEndpoint {
  let job: Job | null = null;
  return {
    name: `/api/jobs/${jobId}/offers`,
    rate: OFFER_RATE,
    once: true,
    // The title names the page; without it the short address leads there too.
    formPage: () => `${jobPath({ id: jobId, title: job?.title ?? "" })}#me-ofrezco`,

    async decide(form) {
      const { request, deps, fields } = form;
      const parsed = parseOfferForm(fields);
      const [favour, { isKnown }] = await Promise.all([
        readFavourFor(request, jobId, deps),
        parsed.ok ? recognise(request, parsed.value.helper.email, deps) : { isKnown: false },
      ]);
      job = favour.job;
      if (!parsed.ok) return err(invalid(parsed.error));
      const draft = parsed.value;
      const signals = signalsOf(form, suspectTexts(OFFER_TEXT_FORM, offerTextFields(draft)), draft.helper);
      const address = deps.signer.addressId(draft.helper.email);
      const mailbox = deps.signer.addressId(mailboxOf(draft.helper.email));
      const offering = { ...favour, draft, address, mailbox, signals };
      return isKnown ? publishOffer(offering, ruleContext(deps)) : makeOffer(offering, ruleContext(deps));
    },

    accepted: ({ id, state }) => ({
      status: 202,
      body: { id, state },
      location: state === "sent" ? "/gracias/propuesta-enviada/" : "/gracias/propuesta/",
    }),
  };
}

/** Who proved the address before is told at once whether the offer can be; for that the other offers are looked at. */
async function readFavourFor(
  request: Request,
  id: string,
  { store }: Deps,
): Promise<{ readonly job: Job | null; readonly offers: readonly Offer[] }> {
  if (!ID_PATTERN.test(id)) return { job: null, offers: [] };
  const [job, { offers }] = await Promise.all([
    store.read("job", id),
    rememberedBy(request) === null ? { offers: [] } : store.offersOf(id),
  ]);
  return { job, offers };
}

/** `/api/jobs/:id/offers`: "me ofrezco". */
export const offers = resource({
  POST: (request, deps, { id = "" }) => answerForm(offerToHelp(id), request, deps),
});
