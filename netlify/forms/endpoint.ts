import type { DomainError, Result } from "../../src/domain/kernel/errors.ts";
import type { FormContext } from "../../src/domain/links/row.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import type { TypedFields } from "../http/body.ts";
import type { Deps, Params } from "./deps.ts";
import type { Rate } from "../../src/domain/kernel/request-limits.ts";
import type { Settled } from "./settle.ts";

/** A form whose fields have been read. */
export interface SentForm {
  readonly request: Request;
  readonly deps: Deps;
  readonly params: Params;
  readonly fields: TypedFields;
}

/** How a form that was accepted is answered: to programs, and where browsers go on. */
export interface Accepted {
  readonly status: 200 | 202 | 204;
  readonly body: unknown;
  /** Null: whoever asks follows no redirect and reads no page. */
  readonly location: string | null;
  readonly cookie?: string;
  /** The name of a file that the body is, for programs and browsers alike. */
  readonly attachment?: string;
}

/**
 * One form of the site. `Draft` is what its fields say, `Found` what was read to decide about it; null: nothing was read,
 * because the fields were wrong or because the same form had its answer before.
 */
export interface FormEndpoint<Draft, Found> {
  /** Names the form in the idempotency key and in the kept form. Never holds a token. */
  readonly name: (form: SentForm) => string;
  readonly rate: Rate;
  /** Whether the same form sent again gets its first answer; false where the rule itself knows what was done before. */
  readonly once: boolean;
  /** What the fields say. Reads no record. */
  readonly parse: (form: SentForm) => Result<Draft, DomainError>;
  /** The typed address to which a letter goes: a person is asked once whether one that looks mistyped is right. Absent: none does. */
  readonly letterTo?: (draft: Draft) => string;
  /** What is compared with what was sent lately, since others are to read it. Absent: nothing is. */
  readonly texts?: (draft: Draft) => readonly (string | null)[];
  /** Reads all that the decision needs and changes nothing. A lost race reads once more. */
  readonly read: (draft: Draft, form: SentForm) => Promise<Found>;
  /** Pure: the rule, asked with what was read. */
  readonly decide: (draft: Draft, found: Found, context: FormContext) => Decided<string>;
  readonly accepted: (settled: Settled, form: SentForm, found: Found | null) => Accepted;
  /** What follows from it and is decided by itself; its failure is not the form's. */
  readonly afterwards?: (found: Found, form: SentForm) => Promise<void>;
  /** The page with the form, where it comes back with its errors; may end in a `#fragment`. Null: there is none. */
  readonly formPage: (form: SentForm, found: Found | null) => string | null | Promise<string | null>;
}
