import { approveComment, markSpam, rejectComment } from "../../src/domain/comments/moderating.ts";
import { fail } from "../../src/domain/kernel/errors.ts";
import { approveJob, hideJob } from "../../src/domain/favours/moderating.ts";
import type { LinkAction } from "../../src/domain/records/link.ts";
import type { Decided } from "../../src/domain/records/decision.ts";
import { parseForm } from "../../src/domain/kernel/form.ts";
import { REASON_FORM } from "../../src/domain/links/actions.ts";
import { err } from "../../src/domain/kernel/errors.ts";
import { withFields, type ActionTable, type LinkSubmission } from "./action-table.ts";
import { ruleContext } from "../forms/deps.ts";
import type { Found, FoundComment, FoundJob } from "./linked.ts";

const JOB_ACTIONS: ActionTable<FoundJob> = {
  approve: (found, { deps, shown }) => approveJob({ ...found, ...shown }, ruleContext(deps)),
  reject: (found, { fields, deps, shown }) =>
    withFields(parseForm(REASON_FORM, fields), ({ reason }) =>
      hideJob({ ...found, ...shown, reason }, ruleContext(deps)),
    ),
};

const COMMENT_ACTIONS: ActionTable<FoundComment> = {
  approve: (found, { deps, shown }) => approveComment({ ...found, ...shown }, ruleContext(deps)),
  reject: (found, { fields, deps, shown }) =>
    withFields(parseForm(REASON_FORM, fields), ({ reason }) =>
      rejectComment({ ...found, ...shown, reason }, ruleContext(deps)),
    ),
  spam: (found, { deps, shown }) => markSpam({ ...found, ...shown }, ruleContext(deps)),
};

/** What a moderator's link can ask for. */
export function moderate(action: LinkAction, found: Found, form: LinkSubmission): Decided<string> {
  const notAllowed = err(fail("actionNotAllowed"));
  if (found.kind === "job") return JOB_ACTIONS[action]?.(found, form) ?? notAllowed;
  if (found.kind === "comment") return COMMENT_ACTIONS[action]?.(found, form) ?? notAllowed;
  return notAllowed;
}
