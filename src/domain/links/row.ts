import type { LinkForm } from "./forms.ts";
import { type FieldErrors, type Result, err, invalid, ok } from "../kernel/errors.ts";
import type { FormValues } from "../kernel/form.ts";
import { parseForm } from "../kernel/form.ts";
import { SHOWN_FORM, type Shown } from "../kernel/shown.ts";
import type { Millis } from "../kernel/time.ts";
import type { Desk } from "../moderation/desk.ts";
import type { Context, Decided } from "../records/decision.ts";
import type { Found, Linked, RowKind } from "./linked.ts";
import type { ActionOf, LinkKind, LinkRole } from "../records/link.ts";
import type { Step } from "./steps.ts";

/** Who signs what was sent. */
export interface SignedBy {
  /** As it will be shown. */
  readonly name: string;
  /** Where a link proves it: what the form says when something is new, what the record says when it is changed. */
  readonly email: string;
}

/** What is decided about a form gets, beyond what every rule does, a way to tell what its texts and its sending give away. */
export interface FormContext extends Context {
  readonly assess: (texts: readonly (string | null)[], signer: SignedBy | null) => readonly string[];
  /** What a moderator decides with; null for everybody else. */
  readonly desk: Desk | null;
}

/** What a moderator who signed in decides with. */
export function deskOf({ desk }: FormContext): Desk {
  if (desk === null) throw new TypeError("only somebody who signed in asks for this");
  return desk;
}

/** The form of an action on the page behind a link, as it was sent. */
export interface Asked {
  readonly values: FormValues;
  /** The versions of what the page showed. */
  readonly shown: Shown;
}

/** How the page shows an action. */
export interface Button {
  readonly look: "primary" | "plain" | "read" | "quiet" | "danger";
  /** The fields that are filled in first; none: a button alone. */
  readonly form?: LinkForm;
  /** Whether it has to be unfolded first. */
  readonly folded?: true;
}

/** One action of one role's link to one kind of thing. `T`: what its own fields say. */
interface RowParts<K extends RowKind, T> {
  /** Null: whatever the state is, only `when` counts. */
  readonly step: Step | null;
  /** What must be true beyond the state. */
  readonly when?: (linked: Linked<K>, now: Millis) => boolean;
  /** What has to be read besides what the link names: the favour's other offers, or what is kept of the poster's address. */
  readonly needs?: K extends "offer" ? "offers" : K extends "job" ? "address" : never;
  readonly button: Button;
  readonly parse: (values: FormValues, found: Found<K>, now: Millis) => Result<T, FieldErrors>;
  readonly rule: (found: Found<K>, asked: T & Shown, context: FormContext) => Decided<string>;
}

/** A row of the table of actions, whatever its fields are. */
export interface ActionRow<K extends RowKind> extends Pick<
  RowParts<K, object>,
  "step" | "when" | "needs" | "button"
> {
  /** Asks the rule, once the action's own fields could be read. Errors: `invalid` with their codes, and the rule's. */
  readonly decide: (found: Found<K>, asked: Asked, context: FormContext) => Decided<string>;
}

/** The rows of one role's links to one kind of thing: each of its actions has one. */
export type RowsOf<R extends LinkRole, K extends LinkKind> = { readonly [A in ActionOf<R, K>]: ActionRow<K> };

/** A row whose action has no fields but the versions that every form may carry. */
export function row<K extends RowKind>(parts: Omit<RowParts<K, object>, "parse">): ActionRow<K> {
  return rowWith<K, object>({ ...parts, parse: () => ok({}) });
}

/** A row whose action has fields of its own. */
export function rowWith<K extends RowKind, T extends object>({
  parse,
  rule,
  ...parts
}: RowParts<K, T>): ActionRow<K> {
  return {
    ...parts,
    decide(found, { values, shown }, context) {
      const parsed = parse(values, found, context.now);
      return parsed.ok ? rule(found, { ...parsed.value, ...shown }, context) : err(invalid(parsed.error));
    },
  };
}

/** What `use` makes of a parsed value; the errors stay. */
export function mapped<T, U>(parsed: Result<T, FieldErrors>, use: (value: T) => U): Result<U, FieldErrors> {
  return parsed.ok ? ok(use(parsed.value)) : parsed;
}

/** Reads the versions and the action's own fields, and asks its rule. Errors: `invalid` with their codes, and the rule's. */
export function decideByRow<K extends RowKind>(
  row: ActionRow<K>,
  found: Found<K>,
  values: FormValues,
  context: FormContext,
): Decided<string> {
  const shown = parseForm(SHOWN_FORM, values);
  if (!shown.ok) return err(invalid(shown.error));
  return row.decide(found, { values, shown: shown.value }, context);
}
