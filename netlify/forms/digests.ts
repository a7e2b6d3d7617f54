import { DIGEST_FORM } from "../../src/domain/favours/digest-form.ts";
import { askForDigest } from "../../src/domain/favours/digests.ts";
import { DIGEST_RATE } from "../../src/domain/kernel/digest-limits.ts";
import { type DomainError, err, invalid, ok, type Result } from "../../src/domain/kernel/errors.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import type { Digest } from "../../src/domain/records/digest.ts";
import { alertsWith, API, THANKS } from "../../src/urls.ts";
import { filterOf, FILTER_PARAMS, unknownFilters } from "../../src/views/board-filters.ts";
import type { TypedFields } from "../http/body.ts";
import type { FormEndpoint } from "./endpoint.ts";
import { receive } from "./pipeline.ts";
import { resource } from "./resource.ts";

type Draft = Pick<Digest, "email" | "frequency" | "filter">;

interface Found {
  readonly id: string;
  readonly address: string;
  readonly before: Digest | null;
}

/** The filters of the form as an address of the board has them. */
function paramsOf(fields: TypedFields): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of FILTER_PARAMS) {
    const typed = fields[name] ?? "";
    const values = name === "lugar" ? typed.split(" ") : [typed];
    for (const value of values) if (value !== "") params.append(name, value);
  }
  return params;
}

/** A filter that nobody knows is wrong: an alert of something else than was asked for would be mailed for years. */
function parse(fields: TypedFields): Result<Draft, DomainError> {
  const parsed = parseForm(DIGEST_FORM, fields);
  const params = paramsOf(fields);
  const unknown = unknownFilters(params).map((name) => [name, "filterUnknown"] as const);
  if (parsed.ok && unknown.length === 0) {
    const { email, frequency } = parsed.value;
    return ok({ email, frequency, filter: filterOf(params) });
  }
  return err(invalid({ ...(parsed.ok ? {} : parsed.error), ...Object.fromEntries(unknown) }));
}

const ask: FormEndpoint<Draft, Found> = {
  name: () => API.digests,
  rate: DIGEST_RATE,
  once: true,
  formPage: ({ fields }) => alertsWith(filterOf(paramsOf(fields))),

  parse: ({ fields }) => parse(fields),

  letterTo: ({ email }) => email,

  async read({ email, filter }, { deps }) {
    const address = deps.signer.addressId(email);
    const id = deps.signer.digestId(address, filter);
    return { id, address, before: await deps.store.read("digest", id) };
  },

  decide: (draft, found, context) => askForDigest({ ...draft, ...found }, context),

  // The record's id is a hash of the address, and whether there was an alert before is nobody's business.
  accepted: () => ({ status: 202, body: { state: "unconfirmed" }, location: THANKS.digest }),
};

/** `/api/digests`: new favours under a filter of the board, by mail. */
export const digests = resource({ POST: receive(ask) });
