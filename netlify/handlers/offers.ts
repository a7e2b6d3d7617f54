import { invalid } from "../../src/domain/errors.ts";
import { ID_PATTERN } from "../../src/domain/id.ts";
import type { Job } from "../../src/domain/job.ts";
import { makeOffer, publishOffer } from "../../src/domain/offer-requests.ts";
import { parseOfferForm } from "../../src/domain/parse-offer.ts";
import { err } from "../../src/domain/result.ts";
import { jobPath } from "../../src/text/public-view.ts";
import { ruleContext, type Deps } from "./deps.ts";
import { answerForm, signalsOf, type FormEndpoint } from "./form-endpoint.ts";
import { OFFER_RATE } from "./rates.ts";
import { isRemembered } from "./remembered.ts";
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
      job = await readJob(jobId, deps);
      const parsed = parseOfferForm(fields);
      if (!parsed.ok) return err(invalid(parsed.error));
      const draft = parsed.value;
      const signals = signalsOf(form, [draft.message, draft.reward?.text ?? null], draft.helper);
      const address = deps.signer.addressId(draft.helper.email);
      const offer = isRemembered(request, draft.helper.email, deps) ? publishOffer : makeOffer;
      return offer({ job, draft, address, signals }, ruleContext(deps));
    },

    accepted: ({ id, state }) => ({
      status: 202,
      body: { id, state },
      location: state === "sent" ? "/gracias/propuesta-enviada/" : "/gracias/propuesta/",
    }),
  };
}

async function readJob(id: string, { store }: Deps): Promise<Job | null> {
  return ID_PATTERN.test(id) ? store.read("job", id) : null;
}

/** `/api/jobs/:id/offers`: "me ofrezco". */
export const offers = resource({
  POST: (request, deps, { id = "" }) => answerForm(offerToHelp(id), request, deps),
});
