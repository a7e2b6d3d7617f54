import type { Rate } from "../../src/domain/kernel/limits.ts";
import type { FormKey } from "../../src/domain/records/decision.ts";
import { isAmong } from "../../src/domain/people/person.ts";
import type { DomainError } from "../../src/domain/kernel/errors.ts";
import { REPEATED_FORM_HOURS, REPEATED_PLAIN_FORM_MINUTES } from "../../src/domain/kernel/limits.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import { assess, type SignalCode } from "../../src/domain/suspicion/signals.ts";
import { HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import { isOfficialName } from "../../src/language/official-names.ts";
import { readFields, type Fields } from "../http/body.ts";
import { jsonResponse, noContent, seeOther } from "../http/responses.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { Deps } from "./deps.ts";
import { dropKeptForm, keepForm, withKeptForm } from "./kept-forms.ts";
import { isWithinRate } from "./rates.ts";
import { refuseByRule, refuseRequest } from "./refuse.ts";
import type { HttpCode } from "../../src/copy/http-codes.ts";
import { rememberedBy } from "./remembered.ts";
import { isStoreDown, reportFailure } from "../http/report.ts";
import { parseSettled, settle, type Settled } from "./settle.ts";

/** A form whose fields have been read. */
export interface Submission {
  readonly request: Request;
  readonly deps: Deps;
  readonly fields: Fields;
}

/** How a form that was accepted is answered: to programs, and where browsers go on. */
export interface Accepted {
  readonly status: 200 | 202 | 204;
  readonly body: unknown;
  readonly location: string;
  readonly cookie?: string;
}

/** One form of the site: what it does and where its answers lead. */
export interface FormEndpoint {
  /** Names the form in the idempotency key and in the kept form. Never holds a token. */
  readonly name: string;
  readonly rate: Rate;
  /** Whether the same form sent again gets its first answer; false where the rule itself knows what was done before. */
  readonly once: boolean;
  /** The page with the form, where it comes back with its errors; may end in a `#fragment`. Null: there is none. */
  readonly formPage: (form: Submission) => string | null;
  /** Runs a second time with fresh state when the first decision lost a race. */
  readonly decide: (form: Submission) => Promise<Decided<string>> | Decided<string>;
  readonly accepted: (settled: Settled, form: Submission) => Accepted;
  /** What follows from it and is decided by itself; its failure is not the form's. */
  readonly afterwards?: () => Promise<void>;
}

/** Takes one sent form from its body to its answer. The order matters: what is cheap to refuse is refused first. */
export async function answerForm(endpoint: FormEndpoint, request: Request, deps: Deps): Promise<Response> {
  return withTypedText(request, (fields) => answerFields(endpoint, { request, deps, fields }));
}

/** As `answerForm`, once the fields have been read. A code instead of a response is a refusal. */
export async function answerFields(endpoint: FormEndpoint, form: Submission): Promise<Response | HttpCode> {
  const { deps } = form;
  const formKey = formKeyOf(endpoint, form);
  const mayBeSent = Promise.all([
    isWithinRate(endpoint.rate, deps),
    formKey === null ? null : deps.store.repeated(formKey.key),
  ]);
  const decide = beginToDecide(endpoint, form);
  const [isAllowed, repeated] = await mayBeSent;
  if (!isAllowed) return "tooManyRequests";

  const settled =
    repeated === null
      ? await settle(deps, decide, formKey, form.request)
      : ({ ok: true, value: parseSettled(repeated) } as const);
  if (settled.ok) {
    await endpoint.afterwards?.().catch((error: unknown) => reportFailure("afterwards", error));
  }
  return settled.ok
    ? answerAccepted(endpoint.accepted(settled.value, form), form)
    : answerRefused(endpoint, settled.error, form);
}

/**
 * Deciding only reads: what it asks the store for goes on the same trip as the question whether the form may be sent at all. A second
 * decision is made with fresh state.
 */
function beginToDecide(endpoint: FormEndpoint, form: Submission): () => Promise<Decided<string>> {
  const decide = async (): Promise<Decided<string>> => endpoint.decide(form);
  let first: Promise<Decided<string>> | null = decide();
  // Whoever waits for it hears of a failure; a form that is refused has nobody waiting.
  first.catch(() => null);
  return () => {
    const decided = first ?? decide();
    first = null;
    return decided;
  };
}

/**
 * Reads the fields and lets `work` answer; whatever goes wrong, the answer shows what was typed. A code instead of a
 * response is a refusal.
 */
export async function withTypedText(
  request: Request,
  work: (fields: Fields) => Promise<Response | HttpCode>,
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

/** Who signs what was sent. */
interface Signer {
  /** As it will be shown. */
  readonly name: string;
  /** Where a link proves it: what the form says when something is new, what the record says when it is changed. */
  readonly email: string;
}

/** What the form's texts, its name and the way it was sent give away. Suspicion holds, it never drops. */
export function signalsOf(
  { fields, deps }: Submission,
  texts: readonly string[],
  signer: Signer | null,
): readonly SignalCode[] {
  const { moderators } = deps.config;
  const { signals } = assess({
    texts: signer === null ? texts : [...texts, signer.name],
    honeypot: fields["website"] ?? "",
    stampAge: deps.signer.stampAge(fields["stamp"] ?? "", deps.now()),
    // Whoever moderates confirms it from their own address.
    official:
      signer !== null && isOfficialName(signer.name, deps.authors) && !isAmong(signer.email, moderators),
  });
  return signals;
}

/** Fields that say how a form was sent, not what it says. */
const PROOF_FIELDS: ReadonlySet<string> = new Set(["formId", "formulario", "stamp", "website"]);

/**
 * By what the same form is known again; null: each one counts. Only who has its id hears the first answer again. A plain form
 * has none: the same text from the same browser counts once, whether it was remembered or not, so that nobody who
 * copies what stands in public learns from the answer whose address wrote it.
 */
function formKeyOf({ name, once }: FormEndpoint, { request, fields, deps }: Submission): FormKey | null {
  if (!once) return null;
  const { signer } = deps;
  const body = JSON.stringify(
    Object.entries(fields)
      .filter(([field]) => !PROOF_FIELDS.has(field))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const { formId = "" } = fields;
  if (formId !== "")
    return { key: signer.formKey([name, formId, body]), keepFor: REPEATED_FORM_HOURS * HOUR };
  if (wantsJson(request)) return null;
  const key = signer.formKey([name, "plain", rememberedBy(request) ?? "", body]);
  return { key, keepFor: REPEATED_PLAIN_FORM_MINUTES * MINUTE };
}

async function answerAccepted(
  { status, body, location, cookie }: Accepted,
  { request, deps, fields }: Submission,
): Promise<Response> {
  const headers: Record<string, string> = cookie === undefined ? {} : { "set-cookie": cookie };
  if (wantsJson(request)) return status === 204 ? noContent(headers) : jsonResponse(status, body, headers);
  // It is done: a kept form that can't be forgotten now is forgotten by itself within half an hour.
  await dropKeptForm(deps, fields).catch((error: unknown) => reportFailure("dropKeptForm", error));
  return seeOther(location, headers);
}

async function answerRefused(
  endpoint: FormEndpoint,
  error: DomainError,
  form: Submission,
): Promise<Response> {
  const { request, deps, fields } = form;
  const json = wantsJson(request);
  const comesBack = error.kind === "invalid" || error.changed !== undefined;
  const formPage = json || !comesBack ? null : endpoint.formPage(form);
  if (formPage !== null) {
    const id = await keepForm(deps, endpoint.name, fields, error.fields ?? { form: error.code });
    if (id !== null) return seeOther(withKeptForm(formPage, id));
  }
  return refuseByRule(error, { json, typed: fields });
}
