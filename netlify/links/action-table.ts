import { invalid, type FieldErrors } from "../../src/domain/kernel/errors.ts";
import type { LinkAction } from "../../src/domain/records/link.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import { err, type Result } from "../../src/domain/kernel/errors.ts";
import type { Shown } from "../../src/domain/kernel/shown.ts";
import type { Submission } from "../forms/form-endpoint.ts";

/** A form of the page behind a link, with the versions of what the page showed. */
export interface LinkSubmission extends Submission {
  readonly shown: Shown;
}

/** The rule behind each action that a role's link can ask for. */
export type ActionTable<F> = Partial<Record<LinkAction, (found: F, form: LinkSubmission) => Decided<string>>>;

/** Asks a rule only if the action's own fields could be read. */
export function withFields<T>(
  parsed: Result<T, FieldErrors>,
  rule: (value: T) => Decided<string>,
): Decided<string> {
  return parsed.ok ? rule(parsed.value) : err(invalid(parsed.error));
}
