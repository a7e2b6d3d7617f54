import { appealComment, isAgainstComment } from "../comments/appealing.ts";
import { deleteComment, editComment } from "../comments/changing.ts";
import { COMMENT_EDIT_FORM } from "../comments/form.ts";
import { changeNotice, endNotices, endNoticesOf, hearsOfAnswers, NOTICE_FORM } from "../comments/notices.ts";
import { FREQUENCY_FORM } from "../favours/digest-form.ts";
import { changeDigest, unsubscribe } from "../favours/digests.ts";
import { appealReward } from "../favours/joined-appealing.ts";
import { isAgainstReward } from "../favours/joined-states.ts";
import { revokeReward } from "../favours/joining.ts";
import { parseForm, suspectTexts } from "../kernel/form.ts";
import { alreadyDone } from "../records/decision.ts";
import type { KindOf, LinkRole } from "../records/link.ts";
import { appealRow } from "./appeal-rows.ts";
import { CONFIRM_ROWS } from "./confirm-rows.ts";
import { askToErase } from "./erasing.ts";
import { forgetBrowsers } from "./forgetting-browsers.ts";
import { HELPER_ROWS } from "./helper-rows.ts";
import { MODERATOR_ROWS } from "./moderator-rows.ts";
import { POSTER_ROWS } from "./poster-rows.ts";
import { row, rowWith, type RowsOf } from "./row.ts";

/** A row for each action of each role's link. */
type ActionTable = {
  readonly [R in LinkRole]: {
    readonly [K in KindOf<R>]: RowsOf<R, K>;
  };
};

/** A link may change a comment at any time, so whether it was answered (the browser's window asks that) is not looked up. */
const BY_LINK = { by: "link" } as const;

/** Every action by link: when it is possible, what it reads, the rule it asks and how its page shows it. */
export const ACTIONS: ActionTable = {
  confirm: CONFIRM_ROWS,
  poster: { job: POSTER_ROWS },
  helper: { offer: HELPER_ROWS },
  joiner: {
    reward: {
      revoke: row({
        step: { of: "reward", action: "revoke" },
        when: ({ job }) => job.assignedOffer === null,
        button: { look: "danger", folded: true },
        rule: (found, _, context) => revokeReward(found, context),
      }),
      appeal: appealRow({
        isAgainst: ({ reward }) => isAgainstReward(reward),
        rule: (found, asked, context) => appealReward({ ...found, ...asked }, context),
      }),
    },
  },
  commenter: {
    comment: {
      edit: rowWith({
        step: { of: "comment", action: "edit" },
        button: { look: "plain", form: "comment", folded: true },
        parse: (values) => parseForm(COMMENT_EDIT_FORM, values),
        rule(found, asked, context) {
          const signals = context.assess(suspectTexts(COMMENT_EDIT_FORM, asked), found.comment.writer);
          return editComment({ ...found, ...BY_LINK, ...asked, signals }, context);
        },
      }),
      unsubscribe: row({
        step: null,
        when: ({ comment, heard }) => hearsOfAnswers(comment, heard?.before ?? null),
        button: { look: "quiet" },
        rule: ({ comment, heard }, _, context) =>
          heard === undefined
            ? alreadyDone(comment.id, "off")
            : endNoticesOf({ comment, notice: heard }, context),
      }),
      appeal: appealRow({
        isAgainst: ({ comment }) => isAgainstComment(comment),
        rule: (found, asked, context) => appealComment({ ...found, ...asked }, context),
      }),
      delete: row({
        step: { of: "comment", action: "delete" },
        button: { look: "danger", folded: true },
        rule: (found, _, context) => deleteComment({ ...found, ...BY_LINK }, context),
      }),
    },
  },
  moderator: MODERATOR_ROWS,
  owner: {
    data: {
      // Nothing changes: the answer is what was read.
      export: row({
        step: null,
        button: { look: "read" },
        rule: ({ data }) => alreadyDone(data.id, "exported"),
      }),
      forgetBrowsers: row({
        step: null,
        when: ({ data }) => data.erasedAt === null,
        button: { look: "quiet" },
        rule: ({ data, address }, _, context) => forgetBrowsers({ id: data.address, address }, context),
      }),
      erase: row({
        step: null,
        when: ({ data }) => data.erasedAt === null,
        button: { look: "danger", folded: true },
        rule: ({ data }, _, context) => askToErase(data, context),
      }),
    },
  },
  subscriber: {
    digest: {
      unsubscribe: row({
        step: { of: "digest", action: "unsubscribe" },
        button: { look: "primary" },
        rule: (found, _, context) => unsubscribe(found, context),
      }),
      change: rowWith({
        step: { of: "digest", action: "change" },
        button: { look: "read", form: "frequency", folded: true },
        parse: (values) => parseForm(FREQUENCY_FORM, values),
        rule: (found, asked, context) => changeDigest({ ...found, ...asked }, context),
      }),
    },
    notice: {
      unsubscribe: row({
        step: { of: "notice", action: "unsubscribe" },
        button: { look: "primary" },
        rule: (found, _, context) => endNotices(found, context),
      }),
      change: rowWith({
        step: { of: "notice", action: "change" },
        button: { look: "read", form: "notify", folded: true },
        parse: (values) => parseForm(NOTICE_FORM, values),
        rule: (found, asked, context) => changeNotice({ ...found, ...asked }, context),
      }),
    },
  },
};
