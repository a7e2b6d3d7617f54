import { KEPT_FORM_LIMIT } from "../../src/domain/kernel/limits.ts";
import type { FieldErrors } from "../../src/domain/kernel/errors.ts";
import type { TypedFields } from "../http/body.ts";
import type { Deps } from "./deps.ts";

/** Hidden field of a form that is shown filled in again: the id it was kept under. */
const KEPT_FORM_FIELD = "formulario";
const KEPT_FORM_ID = /^[A-Za-z0-9_-]{43}$/;

/** Keeps what was typed and what was wrong with it; the id to show it again, or null if it is too much to keep. */
export async function keepForm(
  deps: Deps,
  endpoint: string,
  fields: TypedFields,
  errors: FieldErrors | { readonly form: string },
): Promise<string | null> {
  const form = { endpoint, values: typedValues(fields), errors: { ...errors } };
  if (Buffer.byteLength(JSON.stringify(form)) > KEPT_FORM_LIMIT) return null;
  const id = deps.signer.keptFormId();
  await Promise.all([deps.store.keepForm(id, form), dropKeptForm(deps, fields)]);
  return id;
}

/** What is never kept: nobody typed it, and a key opens something. */
const NOT_TYPED: ReadonlySet<string> = new Set(["website", "editKey", KEPT_FORM_FIELD]);

/** What a form of ours can have sent: anything under another kind of name is nobody's text. */
function typedValues(fields: TypedFields): TypedFields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => /^[A-Za-z]{1,40}$/.test(name) && !NOT_TYPED.has(name)),
  );
}

/** Forgets the kept form that these fields were typed into, if they were. */
export async function dropKeptForm({ store }: Deps, fields: TypedFields): Promise<void> {
  const id = fields[KEPT_FORM_FIELD];
  if (id !== undefined && KEPT_FORM_ID.test(id)) await store.dropForm(id);
}

/** The hidden field that has this kept form forgotten once its text is sent. */
export function keptUnder(id: string): TypedFields {
  return { [KEPT_FORM_FIELD]: id };
}

/** The page to go back to, told which kept form to show. */
export function withKeptForm(
  formPage: string,
  id: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const [path = "", hash] = formPage.split("#");
  const query = new URLSearchParams({ formulario: id, ...more });
  return `${path}${path.includes("?") ? "&" : "?"}${query.toString()}${hash === undefined ? "" : `#${hash}`}`;
}
