import { deliverJob, dropOut } from "../../src/domain/favours/agreement.ts";
import {
  editOffer,
  eraseOffer,
  reconfirmOffer,
  withdrawOffer,
} from "../../src/domain/favours/changing-offers.ts";
import { REASON_FORM } from "../../src/domain/links/actions.ts";
import { OFFER_TEXT_FORM, offerTextFields, parseOfferEdit } from "../../src/domain/favours/offer-form.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { withFields, type ActionTable } from "./action-table.ts";
import { ruleContext } from "../forms/deps.ts";
import { signalsOf } from "../forms/form-endpoint.ts";
import type { FoundOffer } from "./linked.ts";

/** What the helper's link can ask for. */
export const HELPER_ACTIONS: ActionTable<FoundOffer> = {
  edit: (found, form) =>
    withFields(parseOfferEdit(form.fields, found.offer), (edit) => {
      const signer = { name: edit.name, email: found.offer.helper.email };
      const signals = signalsOf(form, suspectTexts(OFFER_TEXT_FORM, offerTextFields(edit)), signer);
      return editOffer({ ...found, ...form.shown, edit, signals }, ruleContext(form.deps));
    }),
  reconfirm: (found, { deps, shown }) => reconfirmOffer({ ...found, ...shown }, ruleContext(deps)),
  withdraw: (found, { deps }) => withdrawOffer(found, ruleContext(deps)),
  dropOut: (found, { fields, deps }) =>
    withFields(parseForm(REASON_FORM, fields), ({ reason }) =>
      dropOut({ ...found, by: "helper", offerId: found.offer.id, reason }, ruleContext(deps)),
    ),
  deliver: (found, { deps }) => deliverJob(found, ruleContext(deps)),
  erase: (found, { deps }) => eraseOffer(found, ruleContext(deps)),
};
