import { FORGET_RATE } from "../../src/domain/kernel/limits.ts";
import { parseEmail } from "../../src/domain/people/person.ts";
import { fail, invalid, type DomainError } from "../../src/domain/kernel/errors.ts";
import { forgetBrowsers } from "../../src/domain/links/forgetting-browsers.ts";
import { alreadyDone } from "../../src/domain/records/decision.ts";
import { err, ok, type Result } from "../../src/domain/kernel/errors.ts";
import { noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import { ruleContext } from "./deps.ts";
import { answerFields, withTypedText, type FormEndpoint } from "./form-endpoint.ts";
import type { Signer } from "../../src/signer.ts";
import { FORGET_COOKIE, rememberedBy } from "./remembered.ts";
import { resource } from "./resource.ts";

const everyBrowser: FormEndpoint = {
  name: "/api/browser/forget",
  rate: FORGET_RATE,
  // The rule needs a cookie that is worth something, and leaves none.
  once: false,
  formPage: () => null,

  async decide({ request, deps, fields }) {
    const { signer, store, now } = deps;
    const value = rememberedBy(request) ?? "";
    const id = addressIdOf(value, fields["email"] ?? "", signer);
    if (!id.ok) return id;
    if (id.value === null) return alreadyDone("", "forgotten");
    const address = await store.read("address", id.value);
    return signer.remembers(value, id.value, address?.cookieNumber ?? 0, now())
      ? forgetBrowsers({ id: id.value, address }, ruleContext(deps))
      : alreadyDone("", "forgotten");
  },

  accepted: () => ({
    status: 204,
    body: null,
    location: "/gracias/navegadores-olvidados/",
    cookie: FORGET_COOKIE,
  }),
};

/** Whose cookies shall go; null: there is no cookie. Those of before December 2026 need the address beside them. */
function addressIdOf(value: string, typed: string, signer: Signer): Result<string | null, DomainError> {
  const claim = signer.claimOf(value);
  if (claim === null || claim.addressId !== null) return ok(claim?.addressId ?? null);
  if (typed === "") return err(fail("cookieWithoutAddress"));
  const email = parseEmail(typed);
  return email.ok ? ok(signer.addressId(email.value)) : err(invalid({ email: email.error }));
}

/**
 * `/api/browser/forget`: this browser is no longer remembered; with `all=on` none of its address is. The answer is the same
 * whether or not anything was remembered. Forgetting this browser alone needs no store.
 */
export const forgetBrowser = resource({
  POST: (request, deps) =>
    withTypedText(request, (fields) => {
      if (fields["all"] === "on") return answerFields(everyBrowser, { request, deps, fields });
      const headers = { "set-cookie": FORGET_COOKIE };
      return Promise.resolve(
        wantsJson(request) ? noContent(headers) : seeOther("/gracias/navegador-olvidado/", headers),
      );
    }),
});
