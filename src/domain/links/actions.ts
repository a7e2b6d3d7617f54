import { err, fail, invalid } from "../kernel/errors.ts";
import { ACTION_FORM } from "./forms.ts";
import { type FormValues, parseForm } from "../kernel/form.ts";
import type { Millis } from "../kernel/time.ts";
import type { Decided } from "../records/decision.ts";
import { type Link, type LinkAction, type LinkKind, ROLE_ACTIONS } from "../records/link.ts";
import { isAmong } from "../people/person.ts";
import type { Found, Linked } from "./linked.ts";
import { isPossible } from "./possible.ts";
import { type ActionRow, decideByRow, type FormContext } from "./row.ts";
import { withConsequences } from "./deciding.ts";
import { ACTIONS } from "./table.ts";
import { recordOf } from "./thing.ts";

/**
 * Whether a link still leads anywhere. One that confirms runs out after 48 hours, unless it has been used: then it goes on
 * saying that it was done. A moderator's ends when its address is no longer one of `moderators`.
 */
export function isLinkAlive(
  link: Link,
  linked: Linked | null,
  now: Millis,
  moderators: readonly string[],
): boolean {
  if (linked === null) return false;
  if (link.recipient !== undefined && !isAmong(link.recipient, moderators)) return false;
  return now <= link.expiresAt || (link.role === "confirm" && stateOf(linked) !== "unconfirmed");
}

function stateOf(linked: Linked): string {
  if (linked.kind === "session") return "unused";
  if (linked.kind === "data") return linked.data.erasedAt === null ? "kept" : "erased";
  if (linked.kind === "digest") return linked.digest.state;
  if (linked.kind === "notice") return linked.notice.state;
  return linked.kind === "report" ? linked.report.state : recordOf(linked).state;
}

/** Actions that links of before December 2026 don't name, by the one whose links have them. */
const LATER_ACTIONS: Partial<Record<LinkAction, readonly LinkAction[]>> = {
  edit: ["confirm"],
  undo: ["decline"],
  remind: ["dropOut"],
  rewardMissing: ["deliver"],
  settle: ["deliver"],
  appeal: ["erase", "revoke", "delete"],
  ask: ["withdraw"],
  closeQuestions: ["withdraw"],
  thank: ["dropOut"],
  agree: ["dropOut"],
  withhold: ["dropOut"],
  unsubscribe: ["delete"],
};

function mayAsk({ actions }: Link, action: LinkAction): boolean {
  const older = LATER_ACTIONS[action] ?? [];
  return [action, ...older].some((one) => actions.includes(one));
}

/** The row of an action that this link may ask for; null: it may not. */
export function rowOf<K extends LinkKind>(link: Link, kind: K, action: LinkAction): ActionRow<K> | null {
  if (!mayAsk(link, action)) return null;
  const kinds: { readonly [Kind in LinkKind]?: Partial<Record<LinkAction, ActionRow<Kind>>> } =
    ACTIONS[link.role];
  return kinds[kind]?.[action] ?? null;
}

/** What the holder of a link can do now: the buttons of its page, in the order of the link's own actions. */
export function actionsOf(link: Link, linked: Linked, now: Millis): readonly LinkAction[] {
  if (now > link.expiresAt) return [];
  const kinds: Partial<Record<LinkKind, readonly LinkAction[]>> = ROLE_ACTIONS[link.role];
  return (kinds[linked.kind] ?? []).filter((action) => canDo(link, action, linked, now));
}

function canDo<K extends LinkKind>(
  link: Link,
  action: LinkAction,
  linked: Linked<K> & { kind: K },
  now: Millis,
): boolean {
  const row = rowOf(link, linked.kind, action);
  return row !== null && isPossible(row, link.role, linked, now);
}

/**
 * Reads the form of a link's page and asks the rule behind its button. Errors: `invalid` for `action`, the versions and the
 * action's own fields; `actionNotAllowed` where the link may not ask for it; the rule's.
 */
export function decideByLink<K extends LinkKind>(
  link: Link,
  found: Found<K> & { kind: K },
  values: FormValues,
  context: FormContext,
): Decided<string> {
  const asked = parseForm(ACTION_FORM, values);
  if (!asked.ok) return err(invalid(asked.error));
  const row = rowOf(link, found.kind, asked.value.action);
  if (row === null) return err(fail("actionNotAllowed"));
  return withConsequences(
    decideByRow(row, found, values, context),
    { linked: found, action: asked.value.action, values },
    context,
  );
}
