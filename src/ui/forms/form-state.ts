import { errorMessage } from "../../copy/error-message.ts";
import { ERROR_KINDS, type DomainErrorCode } from "../../domain/kernel/errors.ts";
import { FIELD_CODES, type FieldCode } from "../../domain/kernel/field-codes.ts";
import type { KeptForm } from "../../domain/kernel/form.ts";

/** What a form is shown with: what was typed before, if it came back, and what is wrong with it. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  /** Field name to sentence; `form` for what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Id of the kept form it was filled in from. */
  readonly keptId: string | null;
}

export const EMPTY_FORM: FormState = { values: {}, errors: {}, keptId: null };

/** A form that came back, or the empty one. */
export function formState(
  kept: KeptForm | null,
  keptId: string | null,
  initial: FormState["values"] = {},
): FormState {
  if (kept === null) return { ...EMPTY_FORM, values: initial };
  const errors = Object.entries(kept.errors).map(([field, code]) => [field, sentence(code)] as const);
  return { values: { ...initial, ...kept.values }, errors: Object.fromEntries(errors), keptId };
}

/** The errors in the order in which the form shows its fields; what belongs to none of them comes first. */
export function summaryOf(
  { errors }: FormState,
  fields: readonly string[],
  within?: string,
): { field: string; message: string }[] {
  const place = (field: string): number => fields.indexOf(field);
  const idOf = (field: string): string => (within === undefined ? field : `${within}-${field}`);
  return Object.entries(errors)
    .sort(([one], [other]) => place(one) - place(other))
    .map(([field, message]) => ({ field: place(field) < 0 ? "form" : idOf(field), message }));
}

function sentence(code: string): string {
  const known: readonly (FieldCode | DomainErrorCode)[] = [...FIELD_CODES, ...domainCodes()];
  return errorMessage(known.find((one) => one === code) ?? "invalid");
}

function domainCodes(): DomainErrorCode[] {
  return Object.keys(ERROR_KINDS).filter((code): code is DomainErrorCode => code in ERROR_KINDS);
}

/** The state of one of the forms of a page that has several, told apart by the `action` they ask for. */
export function actionState(
  kept: KeptForm | null,
  keptId: string | null,
  action: string,
  initial: FormState["values"] = {},
): FormState {
  return formState(kept?.values["action"] === action ? kept : null, keptId, initial);
}
