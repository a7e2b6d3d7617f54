import { type Fields, type Form, type KeptForm, typedFields } from "../../domain/kernel/form.ts";
import { rowOf } from "../../domain/links/actions.ts";
import { LINK_FORMS } from "../../domain/links/forms.ts";
import { LINK_ACTIONS } from "../../domain/records/link.ts";
import type { LinkView } from "../../queries/links.ts";

/** The fields of one form of the page behind a link, in the order in which it shows them; none: a button alone, or no such action. */
export function linkFields({ link, linked }: LinkView, asked: string): readonly string[] {
  const action = LINK_ACTIONS.find((one) => one === asked);
  const form = action && rowOf(link, linked.kind, action)?.button.form;
  if (form === undefined) return [];
  const fields: Form<Fields> = LINK_FORMS[form];
  return typedFields(fields);
}

/** The form of the page that came back: of some actions a page has one for each thing that they can be about. */
export function returnedForm(kept: KeptForm | null): string {
  const { action = "", offer = "", about = "" } = kept?.values ?? {};
  if (action === "appeal") return appealingWithin(about);
  return action === "ask" ? askingWithin(offer) : action;
}

/** Tells the forms apart in which somebody appeals; empty: against what was decided about what the link leads to. */
export function appealingWithin(about: string): string {
  return about === "" ? "appeal" : `appeal-${about}`;
}

/** Tells the forms apart in which something is asked about an offer. */
export function askingWithin(offerId: string): string {
  return `ask-${offerId}`;
}
