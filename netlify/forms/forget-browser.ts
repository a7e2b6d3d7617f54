import { API, THANKS } from "../../src/urls.ts";
import { parseEmail } from "../../src/domain/people/person.ts";
import { fail, invalid, type DomainError, err, ok, type Result } from "../../src/domain/kernel/errors.ts";
import { forgetBrowsers } from "../../src/domain/links/forgetting-browsers.ts";
import type { Address } from "../../src/domain/records/address.ts";
import { alreadyDone } from "../../src/domain/records/decision.ts";
import { noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { answerFields, withTypedText } from "./pipeline.ts";
import { FORGET_RATE } from "../../src/domain/kernel/request-limits.ts";
import { FORGET_COOKIE, rememberedBy } from "./remembered.ts";
import { resource } from "./resource.ts";

/** Whose cookies shall go, with the cookie that asks for it. */
interface Claim {
  readonly cookie: string;
  readonly addressId: string;
}
interface Found {
  readonly address: Address | null;
  /** Whether the cookie is worth something. */
  readonly isRemembered: boolean;
}

const everyBrowser: FormEndpoint<Claim | null, Found | null> = {
  name: () => API.forgetBrowser,
  rate: FORGET_RATE,
  // The rule needs a cookie that is worth something, and leaves none.
  once: false,
  formPage: () => null,

  parse: claimOf,

  async read(claim, { deps }) {
    if (claim === null) return null;
    const { signer, store, now } = deps;
    const address = await store.read("address", claim.addressId);
    const isRemembered = signer.remembers(claim.cookie, claim.addressId, address?.cookieNumber ?? 0, now());
    return { address, isRemembered };
  },

  decide: (claim, found, context) =>
    claim !== null && found?.isRemembered === true
      ? forgetBrowsers({ id: claim.addressId, address: found.address }, context)
      : alreadyDone("", "forgotten"),

  accepted: () => ({
    status: 204,
    body: null,
    location: THANKS.browsersForgotten,
    cookie: FORGET_COOKIE,
  }),
};

/** Null: there is no cookie. Those of before December 2026 need the address beside them. */
function claimOf({ request, deps, fields }: SentForm): Result<Claim | null, DomainError> {
  const { signer } = deps;
  const cookie = rememberedBy(request) ?? "";
  const claim = signer.claimOf(cookie);
  if (claim === null) return ok(null);
  if (claim.addressId !== null) return ok({ cookie, addressId: claim.addressId });
  const { email: typed = "" } = fields;
  if (typed === "") return err(fail("cookieWithoutAddress"));
  const email = parseEmail(typed);
  return email.ok
    ? ok({ cookie, addressId: signer.addressId(email.value) })
    : err(invalid({ email: email.error }));
}

/**
 * `/api/browser/forget`: this browser is no longer remembered; with `all=on` none of its address is. The answer is the same
 * whether or not anything was remembered. Forgetting this browser alone needs no store.
 */
export const forgetBrowser = resource({
  POST: (request, deps, params) =>
    withTypedText(request, (fields) => {
      if (fields["all"] === "on") return answerFields(everyBrowser, { request, deps, params, fields });
      const headers = { "set-cookie": FORGET_COOKIE };
      return Promise.resolve(
        wantsJson(request) ? noContent(headers) : seeOther(THANKS.browserForgotten, headers),
      );
    }),
});
