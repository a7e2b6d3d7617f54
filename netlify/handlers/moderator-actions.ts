import { approveComment, markSpam, rejectComment } from "../../src/domain/comment-moderation.ts";
import { fail } from "../../src/domain/errors.ts";
import { approveJob, hideJob } from "../../src/domain/job-moderation.ts";
import type { LinkAction } from "../../src/domain/link.ts";
import type { Decided } from "../../src/domain/outcome.ts";
import { parseReason } from "../../src/domain/parse-link-action.ts";
import { err } from "../../src/domain/result.ts";
import { withFields, type ActionTable } from "./action-table.ts";
import { ruleContext } from "./deps.ts";
import type { Submission } from "./form-endpoint.ts";
import type { Found, FoundComment, FoundJob } from "./linked.ts";

const JOB_ACTIONS: ActionTable<FoundJob> = {
  approve: (found, { deps }) => approveJob(found, ruleContext(deps)),
  reject: (found, { fields, deps }) =>
    withFields(parseReason(fields), (reason) => hideJob({ ...found, reason }, ruleContext(deps))),
};

const COMMENT_ACTIONS: ActionTable<FoundComment> = {
  approve: (found, { deps }) => approveComment(found, ruleContext(deps)),
  reject: (found, { fields, deps }) =>
    withFields(parseReason(fields), (reason) => rejectComment({ ...found, reason }, ruleContext(deps))),
  spam: (found, { deps }) => markSpam(found, ruleContext(deps)),
};

/** What a moderator's link can ask for. */
export function moderate(action: LinkAction, found: Found, form: Submission): Decided<string> {
  const notAllowed = err(fail("actionNotAllowed"));
  if (found.kind === "job") return JOB_ACTIONS[action]?.(found, form) ?? notAllowed;
  if (found.kind === "comment") return COMMENT_ACTIONS[action]?.(found, form) ?? notAllowed;
  return notAllowed;
}
