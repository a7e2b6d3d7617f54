import type * as z from "zod/mini";
import { type FieldErrors, type Result, err, ok } from "./errors.ts";
import { FIELD_CODES } from "./field-codes.ts";
import { type FieldFacts, FIELDS } from "./fields.ts";

/** What was typed, by field name of the API. A field that is missing counts as empty. */
export type FormValues = Readonly<Record<string, string>>;

/** The rows of a form by field name, in the order in which the form shows them. */
export type Fields = Readonly<Record<string, z.ZodMiniType>>;
/** A form: what its fields are, and nothing else says so. */
export type Form<F extends Fields> = z.ZodMiniObject<F>;
/** What a form's fields say once they are read. */
export type FieldsOf<F extends Fields> = z.output<Form<F>>;

/** Reads a form. Errors: the code of each field that failed, in the order of the form. */
export function parseForm<F extends Fields>(
  form: Form<F>,
  values: FormValues,
): Result<FieldsOf<F>, FieldErrors> {
  const sent = Object.entries<z.ZodMiniType>(form.shape).map(([name, row]) => {
    const isLeftOut = FIELDS.get(row)?.isAsked?.(values) === false;
    return [name, isLeftOut ? undefined : (values[name] ?? "")] as const;
  });
  const parsed = form.safeParse(Object.fromEntries(sent));
  return parsed.success ? ok(parsed.data) : err(codesOf(parsed.error.issues));
}

function codesOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  return Object.fromEntries(
    issues.map(({ path, message }) => {
      const code = FIELD_CODES.find((known) => known === message);
      if (code === undefined)
        throw new TypeError(`A form answered "${message}", which is no code of a field.`);
      return [String(path[0]), code];
    }),
  );
}

/** The form's fields of something that has more; `mask` is given the free text that people read. */
export function fieldsOf<F extends Fields>(
  form: Form<F>,
  record: FieldsOf<F>,
  mask?: (text: string) => string,
): FieldsOf<F>;
export function fieldsOf(
  form: Form<Fields>,
  record: Readonly<Record<string, unknown>>,
  mask: (text: string) => string = (text) => text,
): object {
  return Object.fromEntries(
    Object.entries(form.shape).map(([name, row]) => {
      const value = record[name];
      const isShownMasked = typeof value === "string" && FIELDS.get(row)?.isMasked === true;
      return [name, isShownMasked ? mask(value) : value];
    }),
  );
}

/** Names of the fields with certain facts, in the order of the form. */
export function fieldsThat<F extends Fields>(
  form: Form<F>,
  fits: (facts: FieldFacts) => boolean | undefined,
): string[] {
  return Object.entries<z.ZodMiniType>(form.shape)
    .filter(([, row]) => fits(FIELDS.get(row) ?? {}) === true)
    .map(([name]) => name);
}

/** The fields that somebody can correct, in the order of the form. */
export function typedFields<F extends Fields>(form: Form<F>): string[] {
  return fieldsThat(form, ({ isCarried }) => isCarried !== true);
}

/** The texts in the fields with certain facts, in the order of the form; a field that was left empty has none. */
export function textsThat<F extends Fields>(
  form: Form<F>,
  record: FieldsOf<F>,
  fits: (facts: FieldFacts) => boolean | undefined,
): string[] {
  const texts = new Map<string, unknown>(Object.entries(record));
  return fieldsThat(form, fits)
    .map((name) => texts.get(name))
    .filter((text) => typeof text === "string");
}

/** What is looked at for spam. */
export function suspectTexts<F extends Fields>(form: Form<F>, record: FieldsOf<F>): string[] {
  return textsThat(form, record, ({ isSuspect }) => isSuspect);
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** By what a form is known again that is sent twice; null: it says nothing of the kind. */
export function formIdOf({ formId = "" }: FormValues): string | null {
  return UUID.test(formId) ? formId.toLowerCase() : null;
}

/** Fields as they are typed, to fill the form in again. */
export function typedValues(
  fields: Readonly<Record<string, string | number | boolean | null>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (typeof value === "boolean") return [name, value ? "on" : ""];
      return [name, value === null ? "" : String(value)];
    }),
  );
}

/** A form that came back with errors: what was typed, kept for 30 minutes under a 256-bit id. */
export interface KeptForm {
  /** The endpoint it was posted to, such as `/api/jobs`. */
  readonly endpoint: string;
  readonly values: Readonly<Record<string, string>>;
  /** Field name to error code; `form` for what belongs to no field. */
  readonly errors: Readonly<Record<string, string>>;
}
