import { fail } from "../../src/domain/kernel/errors.ts";
import { confirmComment } from "../../src/domain/comments/writing.ts";
import { confirmJob } from "../../src/domain/favours/asking.ts";
import type { Link, LinkAction } from "../../src/domain/records/link.ts";
import { confirmOffer } from "../../src/domain/favours/offering.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import type { LinkSubmission } from "./action-table.ts";
import { COMMENTER_ACTIONS } from "./commenter-actions.ts";
import { ruleContext } from "../forms/deps.ts";
import { HELPER_ACTIONS } from "./helper-actions.ts";
import type { Found } from "./linked.ts";
import { moderate } from "./moderator-actions.ts";
import { POSTER_ACTIONS } from "./poster-actions.ts";

/** Asks the rule behind a button. The link's own list of actions has been looked at before. */
export function actByLink(
  link: Link,
  action: LinkAction,
  found: Found,
  form: LinkSubmission,
): Decided<string> {
  if (link.role === "moderator") return moderate(action, found, form);
  if (link.role === "confirm") return action === "confirm" ? confirm(found, form) : NOT_ALLOWED;
  if (link.role === "poster" && found.kind === "job")
    return POSTER_ACTIONS[action]?.(found, form) ?? NOT_ALLOWED;
  if (link.role === "helper" && found.kind === "offer")
    return HELPER_ACTIONS[action]?.(found, form) ?? NOT_ALLOWED;
  if (link.role === "commenter" && found.kind === "comment")
    return COMMENTER_ACTIONS[action]?.(found, form) ?? NOT_ALLOWED;
  return NOT_ALLOWED;
}

const NOT_ALLOWED = err(fail("actionNotAllowed"));

function confirm(found: Found, { deps }: LinkSubmission): Decided<string> {
  const context = ruleContext(deps);
  switch (found.kind) {
    case "job":
      return confirmJob(found, context);
    case "offer":
      return confirmOffer(found, context);
    case "comment":
      return confirmComment(found, context);
  }
}
