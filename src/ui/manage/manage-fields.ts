import type { Linked } from "../../domain/links/row.ts";
import { JOB_FIELDS, OFFER_FIELDS } from "../forms/form-fields.ts";

/** The fields of one form of the page behind a link, in the order in which it shows them. */
export function linkFields(kind: Linked["kind"], action: string): readonly string[] {
  if (action !== "edit") return ["reason"];
  if (kind === "comment") return ["text"];
  return kind === "job" ? JOB_FIELDS : OFFER_FIELDS;
}
