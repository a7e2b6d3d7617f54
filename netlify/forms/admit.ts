import type { FormKey } from "../../src/domain/records/decision.ts";
import { REPEATED_FORM_HOURS, REPEATED_PLAIN_FORM_MINUTES } from "../../src/domain/kernel/limits.ts";
import { HOUR, MINUTE } from "../../src/domain/kernel/time.ts";
import { wantsJson } from "../http/wants-json.ts";
import type { SentForm, FormEndpoint } from "./endpoint.ts";
import { isWithinRate } from "./rates.ts";
import { rememberedBy } from "./remembered.ts";
import { parseSettled, type Settled } from "./settle.ts";

/** Whether a form is decided about at all. */
export type Admission =
  | { readonly status: "tooMany" }
  /** It was sent before: what became of it then. */
  | { readonly status: "repeated"; readonly settled: Settled }
  /** `formKey`: by what it is known again; null: each one counts. */
  | { readonly status: "admitted"; readonly formKey: FormKey | null };

type Sent = Pick<FormEndpoint<never, never>, "name" | "rate" | "once">;

/** Asks whether the visitor may send one more, and whether this one was sent before. Counts it. */
export async function admit(endpoint: Sent, form: SentForm): Promise<Admission> {
  const { deps } = form;
  const formKey = formKeyOf(endpoint, form);
  const [isAllowed, repeated] = await Promise.all([
    isWithinRate(endpoint.rate, deps),
    formKey === null ? null : deps.store.repeated(formKey.key),
  ]);
  if (!isAllowed) return { status: "tooMany" };
  return repeated === null
    ? { status: "admitted", formKey }
    : { status: "repeated", settled: parseSettled(repeated) };
}

/** Fields that say how a form was sent, not what it says. */
const PROOF_FIELDS: ReadonlySet<string> = new Set(["formId", "formulario", "emailSure", "stamp", "website"]);

/**
 * By what the same form is known again; null: each one counts. Only who has its id hears the first answer again. A plain form
 * has none: the same text from the same browser counts once, whether it was remembered or not, so that nobody who
 * copies what stands in public learns from the answer whose address wrote it.
 */
function formKeyOf({ name, once }: Sent, form: SentForm): FormKey | null {
  if (!once) return null;
  const { request, fields, deps } = form;
  const { signer } = deps;
  const body = JSON.stringify(
    Object.entries(fields)
      .filter(([field]) => !PROOF_FIELDS.has(field))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const { formId = "" } = fields;
  if (formId !== "")
    return { key: signer.formKey([name(form), formId, body]), keepFor: REPEATED_FORM_HOURS * HOUR };
  if (wantsJson(request)) return null;
  const key = signer.formKey([name(form), "plain", rememberedBy(request) ?? "", body]);
  return { key, keepFor: REPEATED_PLAIN_FORM_MINUTES * MINUTE };
}
