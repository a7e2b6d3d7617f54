import { commentChange } from "./changes.ts";
import type { Comment, CommentState } from "../records/comment.ts";
import { commenterMail, type MailArticle } from "./mails.ts";
import { COMMENT_TRANSITIONS, commentRefusal, takenBackTags } from "./states.ts";
import { fail, err } from "../kernel/errors.ts";
import { EDIT_WINDOW_MINUTES, UNCONFIRMED_TTL_HOURS } from "../kernel/limits.ts";
import { alreadyDone, decided, type Context, type Decided } from "../records/decision.ts";
import { NOBODY } from "../people/person.ts";
import { readAnother, type Shown } from "../kernel/shown.ts";
import { shouldHold, withMoreSignals } from "../suspicion/signals.ts";
import { HOUR, MINUTE, type Millis } from "../kernel/time.ts";
import { allows } from "../kernel/transitions.ts";

interface OwnComment {
  readonly comment: Comment;
  /** Whether somebody has answered it. */
  readonly hasReplies: boolean;
  /** `window`: from the browser that wrote it, for a quarter of an hour and until it is answered. `link`: always. */
  readonly via: "window" | "link";
}

/**
 * The commenter changes the text. If it is suspicious now, a moderator looks first; what was held goes on waiting with all
 * that it was held for. Errors: state, `editWindowOver`, `commentChanged`.
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
  const { comment, text, signals, article } = input;
  if (!allows(COMMENT_TRANSITIONS, comment.state, "edit", "writer")) return err(commentRefusal(comment));
  if (!isEditable(input, context.now)) return err(fail("editWindowOver"));
  if (comment.text === text) return alreadyDone(comment.id, comment.state);

  const another = readAnother(comment, input.version, "commentChanged");
  if (another !== null) return err(another);

  const state = shouldHold(signals) ? "held" : comment.state;
  const kept = comment.state === "held" ? withMoreSignals(comment.signals, signals) : [...signals];
  const edited = commentChange(comment, { text, state, editedAt: context.now, signals: kept });
  const isNewlyHeld = state === "held" && comment.state !== "held";
  return decided(comment.id, state, {
    changes: [edited.change],
    mails: isNewlyHeld ? [commenterMail(edited.comment, article)] : [],
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
  if (!isEditable(input, now)) return err(fail("editWindowOver"));
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
  return decided(comment.id, "deleted", { changes: [deleted.change], purge: takenBackTags(comment) });
}

function isEditable({ comment, hasReplies, via }: OwnComment, now: Millis): boolean {
  const since = comment.publishedAt ?? comment.createdAt;
  return via === "link" || (!hasReplies && now <= since + EDIT_WINDOW_MINUTES * MINUTE);
}
