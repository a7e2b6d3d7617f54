import { parseEmail } from "../../src/domain/email.ts";
import { invalid } from "../../src/domain/errors.ts";
import { forgetBrowsers } from "../../src/domain/forget-browsers.ts";
import { alreadyDone } from "../../src/domain/outcome.ts";
import { err } from "../../src/domain/result.ts";
import { noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import { ruleContext } from "./deps.ts";
import { answerFields, withTypedText, type FormEndpoint } from "./form-endpoint.ts";
import { FORGET_RATE } from "./rates.ts";
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
    const value = rememberedBy(request);
    if (value === null) return alreadyDone("", "forgotten");
    const email = parseEmail(fields["email"] ?? "");
    // Cookies of before December 2026 don't say whose they are.
    const id = signer.rememberedId(value) ?? (email.ok ? signer.addressId(email.value) : null);
    if (id === null) return email.ok ? alreadyDone("", "forgotten") : err(invalid({ email: email.error }));
    const address = await store.read("address", id);
    return signer.remembers(value, id, address?.cookieNumber ?? 0, now())
      ? forgetBrowsers({ id, address }, ruleContext(deps))
      : alreadyDone("", "forgotten");
  },

  accepted: () => ({
    status: 204,
    body: null,
    location: "/gracias/navegadores-olvidados/",
    cookie: FORGET_COOKIE,
  }),
};

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
