import { COMMENT_EDIT_FORM } from "../../domain/comments/form.ts";
import { JOB_EDIT_FORM } from "../../domain/favours/job-form.ts";
import { OFFER_EDIT_FORM } from "../../domain/favours/offer-form.ts";
import { typedFields } from "../../domain/kernel/form.ts";
import { REASON_FORM } from "../../domain/links/forms.ts";
import type { Linked } from "../../domain/links/row.ts";

/** The fields of one form of the page behind a link, in the order in which it shows them. */
export function linkFields(kind: Linked["kind"], action: string): readonly string[] {
  if (action !== "edit") return typedFields(REASON_FORM);
  if (kind === "comment") return typedFields(COMMENT_EDIT_FORM);
  return kind === "job" ? typedFields(JOB_EDIT_FORM) : typedFields(OFFER_EDIT_FORM);
}
