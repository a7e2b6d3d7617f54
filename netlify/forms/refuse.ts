import { errorMessage } from "../../src/copy/error-message.ts";
import { FIELD_LABELS } from "../../src/copy/field-messages.ts";
import type { HttpCode } from "../../src/copy/http-codes.ts";
import type { DomainError, ErrorKind } from "../../src/domain/kernel/errors.ts";
import type { TypedFields } from "../http/body.ts";
import { HTTP_STATUS, problemTitle } from "../http/problem.ts";
import { jsonResponse, problemPageResponse } from "../http/responses.ts";

/** When to come back, in seconds, if nothing more exact is known. */
export const RETRY_AFTER_SECONDS = 3600;
const STORE_RETRY_AFTER_SECONDS = 30;

const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  closed: 403,
  notFound: 404,
  conflict: 409,
  gone: 410,
  tooMany: 429,
};

/** How a refusal is told: to a program as JSON, to a person as a page with what they had typed. */
export interface Audience {
  readonly json: boolean;
  readonly typed: TypedFields;
}

type FieldProblems = Readonly<Record<string, { readonly code: string; readonly message: string }>>;

export const PROGRAM: Audience = { json: true, typed: {} };

/** Refuses a request that no rule of the domain got to see. */
export function refuseRequest(
  code: HttpCode,
  audience: Audience,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return refuse(HTTP_STATUS[code], code, errorMessage(code), audience, { fields: {} }, headers);
}

/** Refuses what a rule of the domain refused. */
export function refuseByRule(error: DomainError, audience: Audience): Response {
  const fields: FieldProblems = Object.fromEntries(
    Object.entries(error.fields ?? {}).map(([field, code]) => [field, { code, message: errorMessage(code) }]),
  );
  const status = STATUS_OF_KIND[error.kind];
  return refuse(
    status,
    error.code,
    errorMessage(error.code),
    audience,
    { fields, changed: error.changed },
    {},
  );
}

function refuse(
  status: number,
  code: string,
  message: string,
  { json, typed }: Audience,
  { fields, changed }: { readonly fields: FieldProblems; readonly changed?: readonly string[] | undefined },
  headers: Readonly<Record<string, string>>,
): Response {
  const all = { ...retryAfter(status), ...headers };
  if (json) return jsonResponse(status, { code, message, fields, ...(changed && { changed }) }, all);
  const details = Object.values(fields).map((field) => field.message);
  const page = {
    title: problemTitle(status),
    message: [message, ...details].join(" "),
    typed,
    labelOf: (field: string) => (Object.hasOwn(FIELD_LABELS, field) ? FIELD_LABELS[field] : undefined),
  };
  return problemPageResponse(status, page, all);
}

function retryAfter(status: number): Record<string, string> {
  if (status === 429) return { "retry-after": String(RETRY_AFTER_SECONDS) };
  if (status === 503) return { "retry-after": String(STORE_RETRY_AFTER_SECONDS) };
  return {};
}
