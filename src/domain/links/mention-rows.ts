import { approveMention, rejectMention, undoMention } from "../comments/mentions.ts";
import { parseForm } from "../kernel/form.ts";
import type { DeskAction } from "../records/log-entry.ts";
import { REASON_FORM } from "./forms.ts";
import { type ActionRow, row, rowWith } from "./row.ts";

const turnedDown = rowWith<"mention", { readonly reason: string }>({
  step: { of: "mention", action: "reject" },
  button: { look: "danger", form: "reason", folded: true },
  parse: (values) => parseForm(REASON_FORM, values),
  rule: (found, asked) => rejectMention({ ...found, ...asked }),
});

/** What a moderator who signed in can do with what another site says of an article. Nobody is told: it was sent by a program. */
export const MENTION_ROWS: { readonly [A in DeskAction]?: ActionRow<"mention"> } = {
  approve: row({
    step: { of: "mention", action: "approve" },
    button: { look: "primary" },
    rule: (found, shown, context) => approveMention({ ...found, ...shown }, context),
  }),
  reject: turnedDown,
  hide: { ...turnedDown, when: ({ mention }) => mention.state === "approved" },
  restore: row({
    step: { of: "mention", action: "restore" },
    button: { look: "plain" },
    rule: (found, shown, context) => approveMention({ ...found, ...shown }, context),
  }),
  undo: row({
    step: null,
    button: { look: "quiet" },
    rule: (found, shown, context) =>
      undoMention({ ...found, ...shown }, context.desk?.verdict ?? null, context),
  }),
};
