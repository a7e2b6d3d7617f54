import { API, PAGES, THANKS, commentFormPath, offersApi, rewardsApi, thanksWith } from "../../src/urls.ts";
import { ok } from "../../src/domain/kernel/errors.ts";
import { RECEIPT_RATE } from "../../src/domain/kernel/request-limits.ts";
import { ID_PATTERN } from "../../src/domain/kernel/shapes.ts";
import type { Found } from "../../src/domain/links/linked.ts";
import type { ThingKind } from "../../src/domain/records/link.ts";
import {
  discardWaiting,
  mailsOf,
  type Receipted,
  resendConfirmation,
  sentFields,
} from "../../src/domain/links/unconfirmed.ts";
import { jobPath } from "../../src/views/public-view.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { SentForm, FormEndpoint } from "../forms/endpoint.ts";
import { withKeptForm } from "../forms/kept-forms.ts";
import { receive } from "../forms/pipeline.ts";
import { resource } from "../forms/resource.ts";
import { thingForDeciding } from "../forms/things.ts";

/** What was read, and under which id the form will be kept that goes back to its sender. */
interface FoundReceipt extends Receipted {
  readonly keptId: string;
}

const THANKS_OF: Readonly<Record<ThingKind, string>> = {
  job: THANKS.job,
  offer: THANKS.offer,
  reward: THANKS.reward,
  comment: THANKS.comment,
};

/** What both forms of the thanks page have in common. */
const byReceipt = {
  rate: RECEIPT_RATE,
  once: false,
  formPage: () => null,
  parse: ({ fields }: SentForm) => ok(fields["receipt"] ?? ""),

  async read(id: string, { deps }: SentForm): Promise<FoundReceipt> {
    const keptId = deps.signer.keptFormId();
    const receipt = ID_PATTERN.test(id) ? await deps.store.read("receipt", id) : null;
    if (receipt === null) return { receipt, thing: null, link: null, keptId };
    const [link, thing] = await Promise.all([
      deps.store.read("link", receipt.link.id),
      thingForDeciding(receipt.object, false, deps),
    ]);
    return { receipt, thing, link, keptId };
  },
} as const;

const askAgain: FormEndpoint<string, FoundReceipt> = {
  ...byReceipt,
  name: () => API.resendConfirmation,
  decide: (_, found, context) => resendConfirmation(found, context),
  accepted: ({ state }, _, found) => ({
    status: 202,
    body: { state },
    location:
      found?.receipt && found.thing
        ? thanksWith(THANKS_OF[found.thing.kind], found.receipt.id, "reenviado")
        : THANKS.resent,
  }),
};

const takeBack: FormEndpoint<string, FoundReceipt> = {
  ...byReceipt,
  name: () => API.discard,
  decide: (_, found, context) => discardWaiting(found, context),

  async afterwards(found, { request, deps }) {
    const { thing, keptId } = found;
    const { formKey } = found.receipt ?? {};
    const errors = { email: "emailDiscarded" };
    await Promise.all([
      thing && !wantsJson(request)
        ? deps.store.keepForm(keptId, { endpoint: formOf(thing).endpoint, values: sentFields(thing), errors })
        : null,
      formKey === undefined ? null : deps.store.forgetAnswer(formKey),
      ...mailsOf(found).map((id) => deps.store.dropMail(id)),
    ]);
  },

  accepted: (_settled, _form, found) => ({
    status: 200,
    body: { fields: found?.thing ? sentFields(found.thing) : {} },
    location: found?.thing ? withKeptForm(formOf(found.thing).page, found.keptId) : PAGES.home,
  }),
};

/** The form that something was sent with: where it posts to, and the page it is on. */
function formOf(thing: Found<ThingKind>): { readonly endpoint: string; readonly page: string } {
  switch (thing.kind) {
    case "job":
      return { endpoint: API.jobs, page: PAGES.newJob };
    case "offer":
      return { endpoint: offersApi(thing.job.id), page: `${jobPath(thing.job)}#me-ofrezco` };
    case "reward":
      return { endpoint: rewardsApi(thing.job.id), page: `${jobPath(thing.job)}#sumo-una-recompensa` };
    case "comment":
      return { endpoint: API.comments, page: commentFormPath(thing.comment.article) };
  }
}

/** `/api/resend-confirmation`: the waiting confirm mail once more, by the receipt of the thanks page. */
export const resendConfirmationMail = resource({ POST: receive(askAgain) });
/** `/api/discard`: what waits is taken back, and its form comes back filled in. */
export const discard = resource({ POST: receive(takeBack) });
