import type { FormContext } from "../../src/domain/links/row.ts";
import { ok, type DomainError } from "../../src/domain/kernel/errors.ts";
import { assess } from "../../src/domain/suspicion/assess.ts";
import { meantEmail } from "../../src/domain/people/mistyped.ts";
import { isAmong } from "../../src/domain/people/person.ts";
import { isOfficialName } from "../../src/language/official-names.ts";
import { readFields, type TypedFields } from "../http/body.ts";
import { isStoreDown, reportFailure } from "../http/report.ts";
import { emailPageResponse, jsonResponse, noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { HttpCode } from "../../src/copy/http-codes.ts";
import { admit } from "./admit.ts";
import { ruleContext, type Handler } from "./deps.ts";
import type { Accepted, SentForm, FormEndpoint } from "./endpoint.ts";
import { hear, type Heard } from "./heard.ts";
import { dropKeptForm, keepForm, keptUnder, withKeptForm } from "./kept-forms.ts";
import { refuseByRule, refuseRequest } from "./refuse.ts";
import { settle } from "./settle.ts";

/** Takes one sent form from its body to its answer. */
export function receive<Draft, Found>(endpoint: FormEndpoint<Draft, Found>): Handler {
  return (request, deps, params) =>
    withTypedText(request, (fields) => answerFields(endpoint, { request, deps, params, fields }));
}

/** As `receive`, once the fields have been read. A code instead of a response is a refusal. */
export async function answerFields<Draft, Found>(
  endpoint: FormEndpoint<Draft, Found>,
  form: SentForm,
): Promise<Response | HttpCode> {
  const parsed = endpoint.parse(form);

  // What doesn't wait for one another is asked for here, on one trip: whether it may be sent, and what deciding needs.
  const admitting = admit(endpoint, form);
  const reading = parsed.ok ? ok({ draft: parsed.value, found: endpoint.read(parsed.value, form) }) : parsed;
  const hearing = hear(parsed.ok ? (endpoint.texts?.(parsed.value) ?? null) : null, form.deps);
  // Whoever waits for it hears of a failure; a form that is not let in has nobody waiting.
  if (reading.ok) reading.value.found.catch(() => null);
  hearing.catch(() => null);

  const admission = await admitting;
  if (admission.status === "tooMany") return "tooManyRequests";
  if (admission.status === "repeated") {
    return answerAccepted(endpoint.accepted(admission.settled, form, null), form);
  }
  if (!reading.ok) return answerRefused(endpoint, reading.error, form, null);

  const { draft } = reading.value;
  const asked = await askAboutEmail(endpoint, draft, form);
  if (asked !== null) return asked;
  const heard = await hearing;
  const { result, found } = await settle(form.deps, {
    found: await reading.value.found,
    readAgain: () => endpoint.read(draft, form),
    decide: (found) => endpoint.decide(draft, found, formContext(form, heard)),
    formKey: admission.formKey,
    request: form.request,
  });
  if (!result.ok) return answerRefused(endpoint, result.error, form, found);
  if (heard.count) await later(heard.count(), form.deps);
  await endpoint.afterwards?.(found, form).catch((error: unknown) => reportFailure("afterwards", error));
  return answerAccepted(endpoint.accepted(result.value, form, found), form);
}

/** The page that asks whether the address is right; null: there is nothing to ask. Programs know what they send. */
async function askAboutEmail<Draft, Found>(
  endpoint: FormEndpoint<Draft, Found>,
  draft: Draft,
  form: SentForm,
): Promise<Response | null> {
  const { request, fields } = form;
  const email = endpoint.letterTo?.(draft);
  if (email === undefined || wantsJson(request) || fields["emailSure"] === "on") return null;
  const meant = meantEmail(email);
  if (meant === null) return null;
  const formPage = await endpoint.formPage(form, null);
  const id = formPage === null ? null : await keepForm(form.deps, endpoint.name(form), fields, ASKED_ABOUT);
  const formHref = formPage === null || id === null ? null : withKeptForm(formPage, id);
  const typed = id === null ? fields : { ...fields, ...keptUnder(id) };
  const action = new URL(request.url).pathname;
  return emailPageResponse({ action, fields: typed, email, meant, formHref });
}

const ASKED_ABOUT = { email: "emailMistyped" } as const;

/** Behind the answer where the platform lets work go on there. */
async function later(work: Promise<void>, { waitUntil }: SentForm["deps"]): Promise<void> {
  if (waitUntil === null) await work;
  else waitUntil(work);
}

/** What the rule is told about the world, and what the form's texts, its name and the way it was sent give away. */
function formContext({ deps, fields }: SentForm, { duplicates, sentBefore }: Heard): FormContext {
  const { config, signer, authors, now } = deps;
  return {
    ...ruleContext(deps),
    desk: null,
    // Suspicion holds, it never drops.
    assess: (texts, signed) =>
      assess({
        texts: [...texts, signed?.name ?? null].filter((text) => text !== null),
        honeypot: fields["website"] ?? "",
        stampAge: signer.stampAge(fields["stamp"] ?? "", now()),
        duplicates,
        sentBefore,
        // Whoever moderates or writes articles confirms it from their own address.
        official:
          signed !== null &&
          isOfficialName(signed.name, authors) &&
          !isAmong(signed.email, [...config.moderators, ...config.authors.map(({ email }) => email)]),
      }).signals,
  };
}

/**
 * Reads the fields and lets `work` answer; whatever goes wrong, the answer shows what was typed. A code instead of a
 * response is a refusal.
 */
export async function withTypedText(
  request: Request,
  work: (fields: TypedFields) => Promise<Response | HttpCode>,
): Promise<Response> {
  const json = wantsJson(request);
  const read = await readFields(request);
  if (!read.ok) {
    const code =
      read.error.status === 413
        ? "tooLarge"
        : read.error.status === 415
          ? "unsupportedMediaType"
          : "unreadable";
    return refuseRequest(code, { json, typed: read.error.typed });
  }
  const audience = { json, typed: read.value };
  try {
    const answer = await work(read.value);
    return typeof answer === "string" ? refuseRequest(answer, audience) : answer;
  } catch (error) {
    reportFailure("form", error);
    return refuseRequest(isStoreDown(error) ? "storeDown" : "internal", audience);
  }
}

async function answerAccepted(
  { status, body, location, cookie, attachment }: Accepted,
  { request, deps, fields }: SentForm,
): Promise<Response> {
  const headers: Record<string, string> = cookie === undefined ? {} : { "set-cookie": cookie };
  if (attachment !== undefined) {
    const file = {
      "content-disposition": `attachment; filename="${attachment}"`,
      "cache-control": "private, no-store",
    };
    return jsonResponse(status, body, { ...headers, ...file });
  }
  if (wantsJson(request)) return status === 204 ? noContent(headers) : jsonResponse(status, body, headers);
  // It is done: a kept form that can't be forgotten now is forgotten by itself within half an hour.
  await dropKeptForm(deps, fields).catch((error: unknown) => reportFailure("dropKeptForm", error));
  return location === null ? jsonResponse(status, body, headers) : seeOther(location, headers);
}

async function answerRefused<Draft, Found>(
  endpoint: FormEndpoint<Draft, Found>,
  error: DomainError,
  form: SentForm,
  found: Found | null,
): Promise<Response> {
  const { request, deps, fields } = form;
  const json = wantsJson(request);
  const comesBack = error.kind === "invalid" || error.changed !== undefined;
  const formPage = json || !comesBack ? null : await endpoint.formPage(form, found);
  if (formPage !== null) {
    const id = await keepForm(deps, endpoint.name(form), fields, error.fields ?? { form: error.code });
    if (id !== null) return seeOther(withKeptForm(formPage, id));
  }
  return refuseByRule(error, { json, typed: fields });
}
