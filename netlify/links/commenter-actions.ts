import { deleteComment, editComment } from "../../src/domain/comments/changing.ts";
import { COMMENT_EDIT_FORM } from "../../src/domain/comments/form.ts";
import { parseForm, suspectTexts } from "../../src/domain/kernel/form.ts";
import { withFields, type ActionTable } from "./action-table.ts";
import { ruleContext } from "../forms/deps.ts";
import { signalsOf } from "../forms/form-endpoint.ts";
import type { FoundComment } from "./linked.ts";

/** A link may change a comment at any time, so whether it was answered (the browser's window asks that) is not looked up. */
const BY_LINK = { via: "link", hasReplies: false } as const;

/** What the commenter's link can ask for. */
export const COMMENTER_ACTIONS: ActionTable<FoundComment> = {
  edit: (found, form) =>
    withFields(parseForm(COMMENT_EDIT_FORM, form.fields), (edit) => {
      const signals = signalsOf(form, suspectTexts(COMMENT_EDIT_FORM, edit), found.comment.writer);
      return editComment({ ...found, ...BY_LINK, ...form.shown, ...edit, signals }, ruleContext(form.deps));
    }),
  delete: (found, { deps }) => deleteComment({ ...found, ...BY_LINK }, ruleContext(deps)),
};
