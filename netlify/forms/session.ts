import { API, PAGES, THANKS } from "../../src/urls.ts";
import { orInvalid } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { SESSION_RATE } from "../../src/domain/kernel/request-limits.ts";
import { requestSignIn, SIGN_IN_FORM } from "../../src/domain/moderation/sessions.ts";
import { SESSION_COOKIE } from "../../src/domain/records/session.ts";
import { cookieOf } from "../http/cookies.ts";
import { noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { resource } from "./resource.ts";
import { NO_SESSION_COOKIE } from "./sessions.ts";

const askToSignIn: FormEndpoint<{ readonly email: string }, null> = {
  name: () => API.session,
  rate: SESSION_RATE,
  // Whoever asks again wants another letter.
  once: false,
  formPage: () => PAGES.moderation,
  parse: ({ fields }) => orInvalid(parseForm(SIGN_IN_FORM, fields)),
  // Nothing is looked up: who moderates stands in the configuration.
  read: () => Promise.resolve(null),
  decide: ({ email }, _, context) => requestSignIn(email, context),
  accepted: () => ({ status: 202, body: { state: "asked" }, location: THANKS.session }),
};

/** `/api/session`: a moderator asks for the link that signs in. The answer is the same for every address. */
export const session = resource({ POST: receive(askToSignIn) });

/** `/api/session/end`: this browser's session is over, in the store too. The same answer where there was none. */
export const endSession = resource({
  async POST(request, { store, signer, now }) {
    const value = cookieOf(request, SESSION_COOKIE);
    const kept = value ? await store.read("session", signer.sessionId(value)) : null;
    if (kept !== null) {
      const ended = { kind: "session", before: kept, after: null } as const;
      await store.commit({ guards: [], changes: [ended], counts: [], mails: [], purge: [] }, now());
    }
    const headers = { "set-cookie": NO_SESSION_COOKIE };
    return wantsJson(request) ? noContent(headers) : seeOther(PAGES.moderation, headers);
  },
});
