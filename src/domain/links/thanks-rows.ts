import { maskThanks, rejectThanks, restoreThanks } from "../favours/thanks-moderating.ts";
import { grantThanksAppeal } from "../favours/thanks-appealing.ts";
import { parseForm } from "../kernel/form.ts";
import { isAppealed } from "../records/appeal.ts";
import type { DeskAction } from "../records/log-entry.ts";
import { granting } from "./appeal-rows.ts";
import { REASON_FORM } from "./forms.ts";
import { type ActionRow, deskOf, row, rowWith } from "./row.ts";

/** What only a moderator who signed in can do with what one side of a favour says of the other. */
export const THANKS_ROWS: { readonly [A in DeskAction]?: ActionRow<"thanks"> } = {
  hide: rowWith({
    step: { of: "thanks", action: "reject" },
    when: ({ thanks }) => thanks.state === "published",
    button: { look: "danger", form: "reason", folded: true },
    parse: (values) => parseForm(REASON_FORM, values),
    rule: (found, asked) => rejectThanks({ ...found, ...asked }),
  }),
  restore: granting(
    row({
      step: { of: "thanks", action: "restore" },
      button: { look: "plain" },
      rule: (found, shown, context) =>
        isAppealed(found.thanks)
          ? grantThanksAppeal({ ...found, ...shown }, context)
          : restoreThanks({ ...found, ...shown }),
    }),
  ),
  mask: row({
    step: null,
    button: { look: "plain" },
    rule: (found, shown, context) => maskThanks({ ...found, ...shown }, deskOf(context).mask),
  }),
};
