import { toldBlock } from "../records/new-links.ts";
import { commentChange } from "./changes.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { commenterMail, editedMail, type MailArticle } from "./mails.ts";
import { COMMENT_TRANSITIONS, commentRefusal, takenBackTags } from "./states.ts";
import { err } from "../kernel/errors.ts";
import { UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import {
  alreadyDone,
  answersCounter,
  decided,
  type Context,
  type Decided,
  type Guard,
} from "../records/decision.ts";
import { NOBODY } from "../people/person.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { shouldHold, withMoreSignals } from "../suspicion/signals.ts";
import { HOUR } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";

export interface OwnComment {
  readonly comment: Comment;
  /**
   * How whoever changes it shows that it is theirs. By their link they always may. `key`: from the browser that wrote it, which proves no
   * address; `cookie`: from one that remembers the address. From a browser only until somebody answers.
   */
  readonly by: "link" | "key" | "cookie";
}

/**
 * The commenter changes the text. If it is suspicious now, a moderator looks first; what was held goes on waiting with all
 * that it was held for. Errors: state, `commentChanged`; `editWindowOver` when it is committed.
 */
export function editComment(
  input: OwnComment &
    Pick<Shown, "version"> & {
      readonly text: string;
      readonly signals: readonly string[];
      readonly article: MailArticle;
    },
  context: Context,
): Decided<CommentState> {
  const { comment, by, text, signals, article } = input;
  if (!allows(COMMENT_TRANSITIONS, comment.state, "edit", "writer")) return err(commentRefusal(comment));
  if (comment.text === text) return alreadyDone(comment.id, comment.state);

  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);

  const state = shouldHold(signals, context.trust) ? "held" : comment.state;
  const kept = comment.state === "held" ? withMoreSignals(comment.signals, signals) : [...signals];
  const edited = commentChange(comment, { text, state, editedAt: context.now, signals: kept });
  const isNewlyHeld = state === "held" && comment.state !== "held";
  // Who typed an address is not always whose it is: what is changed under it is told.
  const told = by === "key" ? [editedMail(edited.comment, article)] : [];
  return decided(comment.id, state, {
    guards: untilAnswered(input),
    changes: [edited.change],
    mails: isNewlyHeld ? [commenterMail(edited.comment, article, toldBlock(context.trust))] : told,
    purge: takenBackTags(comment),
  });
}

/**
 * The commenter corrects the text before confirming it, by the same link: nobody else has seen it. Errors: the comment's
 * state, `commentChanged`.
 */
export function correctComment(
  input: Pick<Shown, "version"> & {
    readonly comment: Comment;
    readonly text: string;
    readonly signals: readonly string[];
  },
  _context: Context,
): Decided<CommentState> {
  const { comment, text, version } = input;
  if (!allows(COMMENT_TRANSITIONS, comment.state, "correct", "writer")) return err(commentRefusal(comment));
  if (comment.text === text) return alreadyDone(comment.id, comment.state);
  const another = readAnother(comment, version, "commentChanged");
  if (another !== null) return err(another);
  const signals = withMoreSignals(comment.signals, input.signals);
  const { change } = commentChange(comment, { text, signals });
  const forgetAt = comment.createdAt + UNCONFIRMED_TTL_HOURS * HOUR;
  return decided(comment.id, comment.state, { changes: [{ ...change, forgetAt }] });
}

/** The commenter takes it away: text and person are blanked, its place in the thread stays. Errors: as `editComment`. */
export function deleteComment(input: OwnComment, { now }: Context): Decided<CommentState> {
  const { comment } = input;
  if (comment.state === "deleted") return alreadyDone(comment.id, comment.state);
  if (!allows(COMMENT_TRANSITIONS, comment.state, "delete", "writer")) return err(commentRefusal(comment));
  const deleted = commentChange(comment, {
    state: "deleted",
    text: "",
    writer: NOBODY,
    role: null,
    notify: "none",
    editedAt: now,
    signals: [],
    reason: null,
    appeal: null,
  });
  return decided(comment.id, "deleted", {
    guards: untilAnswered(input),
    changes: [deleted.change],
    purge: takenBackTags(comment),
  });
}

/** Whether somebody has answered is asked inside the commit: an answer that comes first leaves the text that it answers. */
function untilAnswered({ comment, by }: OwnComment): Guard[] {
  return by === "link" ? [] : [{ type: "atMost", counter: answersCounter(comment.id), max: 0 }];
}
